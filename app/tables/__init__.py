"""SQLAlchemy tables, one small file a concept; ``metadata`` is what the migrations build."""

from app.tables.analysis import AnalysisSecret, AnalysisService, DefaultAnalysis, ObjAnalysis
from app.tables.audiences import Audience, AudienceGrant
from app.tables.base import Base, metadata
from app.tables.candidates import Candidate, Source
from app.tables.conduct import (
    ConductAppeal,
    ConductEntry,
    ConductEvidence,
    ConductMember,
    ConductRun,
    ConductSettings,
)
from app.tables.errands import ErrandRow
from app.tables.events import AdminAccess, History, OutboxEvent
from app.tables.facilities import (
    Allocation,
    AllocationSecret,
    AllocationUser,
    Instrument,
    InstrumentField,
    InstrumentLog,
    Telescope,
)
from app.tables.followup import (
    Attempt,
    DefaultFollowupMatch,
    DefaultFollowupRequest,
    FacilityState,
    FollowupDetails,
    FollowupRequest,
    FollowupWatcher,
    ReturnedFrame,
    Trigger,
    TriggerTransition,
)
from app.tables.groups import Filter, Group, GroupStream, GroupUser, ShareRequest, Stream, StreamUser
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
from app.tables.notes import (
    Annotation,
    Classification,
    ClassificationEdit,
    ClassificationVote,
    Comment,
    Taxonomy,
    Thumbnail,
)
from app.tables.notifications import Notification, SourceNotification
from app.tables.objs import Obj, ObjAudience, ObjDetail
from app.tables.observing import Assignment, ObservingRun, Shift, ShiftUser
from app.tables.people import (
    Ceremony,
    GroupAdmissionRequest,
    Identity,
    Invitation,
    InvitationGroup,
    InvitationStream,
    Passkey,
    RateBucket,
    Team,
    TeamGroup,
)
from app.tables.photometric_series import PhotometricSeries
from app.tables.photometry import Photometry
from app.tables.photometry_validations import PhotometryValidation
from app.tables.policies import Obligation, Policy, PolicyAttachment, PolicyVersion, Publication, Release
from app.tables.public_pages import PublicRelease, PublicSourcePage
from app.tables.publications import (
    ClaimOverlap,
    ClaimSide,
    FrozenDataSet,
    GroupBuilder,
    PublicationPerson,
    PublicationRule,
)
from app.tables.resource_notes import Reminder, ResourceAnnotation, ResourceComment
from app.tables.retroactive import RetroactiveChange, VersionReplacement
from app.tables.sharing_services import (
    SharingService,
    SharingServiceAutoPublisher,
    SharingServiceCoauthor,
    SharingServiceGroup,
    SharingServiceSecret,
    SharingServiceSubmission,
)
from app.tables.sky import SkyLookup, WeatherReport
from app.tables.spectra import Spectrum
from app.tables.takings import DataTaking, TermsShown
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
    "Acl", "AdminAccess", "Allocation", "AllocationSecret", "AllocationUser", "AnalysisSecret", "AnalysisService",
    "Annotation", "Assignment", "Attempt", "Audience", "AudienceGrant", "Base", "Candidate", "Ceremony",
    "ClaimOverlap", "ClaimSide",
    "Classification", "ClassificationEdit", "ClassificationVote", "Comment", "ConductAppeal", "ConductEntry",
    "ConductEvidence", "ConductMember", "ConductRun", "ConductSettings", "DataTaking", "DefaultAnalysis",
    "DefaultFollowupMatch", "DefaultFollowupRequest", "ErrandRow", "FacilityState", "Filter", "FollowupDetails",
    "FollowupRequest", "FollowupWatcher", "FrozenDataSet", "Group", "GroupAdmissionRequest", "GroupBuilder",
    "GroupStream", "GroupUser", "History", "Identity",
    "IngestRun", "Instrument", "InstrumentField", "InstrumentLog", "Invitation", "InvitationGroup",
    "InvitationStream", "KeptQuery", "Listing", "LoginLink", "Notification", "Obj", "ObjAnalysis", "ObjAudience",
    "ObjDetail", "ObjTag", "ObjTagOption", "Obligation", "ObservingRun", "OutboxEvent", "Passkey", "Password",
    "PhotStatMark", "PhotometricSeries", "Photometry", "PhotometryValidation", "Policy", "PolicyAttachment",
    "PolicyVersion", "PublicRelease", "PublicSourcePage", "Publication", "PublicationPerson", "PublicationRule",
    "QuarantinedPacket", "RateBucket", "Release", "Reminder", "ResourceAnnotation", "ResourceComment",
    "RetroactiveChange", "ReturnedFrame", "Role", "RoleAcl",
    "ScanReport", "ScanReportItem", "SeenAlert", "ShareRequest", "SharingService", "SharingServiceAutoPublisher",
    "SharingServiceCoauthor", "SharingServiceGroup", "SharingServiceSecret", "SharingServiceSubmission", "Shift",
    "ShiftUser", "SkyLookup", "Source", "SourceInterest", "SourceLabel", "SourceNotification", "SpatialCatalog",
    "SpatialCatalogEntry", "Spectrum", "Stream", "StreamOffset", "StreamUser", "SuperObj", "SuperObjMember",
    "Taxonomy", "Team", "TeamGroup", "Telescope", "TermsShown", "Thumbnail", "Token", "Trigger", "TriggerTransition",
    "User", "UserAcl", "UserRole", "VersionReplacement", "WeatherReport", "WebSession", "metadata",
]  # fmt: skip
