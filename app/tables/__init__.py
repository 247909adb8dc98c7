"""SQLAlchemy tables, one small file a concept; ``metadata`` is what the migrations build."""

from app.tables.audiences import Audience, AudienceGrant
from app.tables.base import Base, metadata
from app.tables.candidates import Candidate, Source
from app.tables.errands import ErrandRow
from app.tables.events import AdminAccess, History, OutboxEvent
from app.tables.facilities import Allocation, AllocationSecret, Instrument, Telescope
from app.tables.followup import (
    Attempt,
    FacilityState,
    FollowupRequest,
    ReturnedFrame,
    Trigger,
    TriggerTransition,
)
from app.tables.groups import Filter, Group, GroupStream, GroupUser, Stream, StreamUser
from app.tables.ingest import IngestRun, QuarantinedPacket, SeenAlert, StreamOffset
from app.tables.marks import (
    KeptQuery,
    Listing,
    ObjTag,
    ObjTagOption,
    PhotStatMark,
    ScanReport,
    ScanReportItem,
    SourceInterest,
    SourceLabel,
    SpatialCatalog,
    SpatialCatalogEntry,
    SuperObj,
    SuperObjMember,
)
from app.tables.notes import Annotation, Classification, Comment, Taxonomy, Thumbnail
from app.tables.objs import Obj, ObjAudience, ObjDetail
from app.tables.observing import Assignment, ObservingRun, Shift, ShiftUser
from app.tables.photometry import Photometry
from app.tables.policies import Obligation, Policy, PolicyAttachment, PolicyVersion, Publication, Release
from app.tables.users import (
    Acl,
    LoginLink,
    Password,
    Role,
    RoleAcl,
    Token,
    User,
    UserAcl,
    UserRole,
    WebSession,
)

__all__ = [
    "Acl", "AdminAccess", "Allocation", "AllocationSecret", "Annotation", "Assignment", "Attempt", "Audience",
    "AudienceGrant", "Base", "Candidate", "Classification", "Comment", "ErrandRow", "FacilityState", "Filter", "FollowupRequest",
    "Group", "GroupStream", "GroupUser", "History", "IngestRun", "Instrument", "KeptQuery", "Listing", "LoginLink",
    "Obj", "ObjAudience", "ObjDetail", "ObjTag", "ObjTagOption", "Obligation", "ObservingRun", "OutboxEvent",
    "Password", "PhotStatMark", "Photometry", "Policy", "PolicyAttachment", "PolicyVersion", "Publication",
    "QuarantinedPacket", "Release", "ReturnedFrame", "Role", "RoleAcl", "ScanReport", "ScanReportItem", "SeenAlert",
    "Shift", "ShiftUser", "Source", "SourceInterest", "SourceLabel", "SpatialCatalog", "SpatialCatalogEntry",
    "Stream", "StreamOffset", "StreamUser", "SuperObj", "SuperObjMember", "Taxonomy", "Telescope", "Thumbnail",
    "Token", "Trigger", "TriggerTransition", "User", "UserAcl", "UserRole", "WebSession", "metadata",
]  # fmt: skip
