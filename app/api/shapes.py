"""Shapes that several resources answer with: SkyPortal's objects as they stand inside one another."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.api.routes import Body


class GroupOut(BaseModel):
    """A group inside another answer."""

    id: int
    name: str
    created_at: datetime
    modified: datetime
    nickname: str | None
    description: str | None
    private: bool
    auto_accept_requests: bool
    single_user_group: bool


class AuthorOut(BaseModel):
    """A user inside another answer."""

    id: int
    username: str
    first_name: str | None
    last_name: str | None
    affiliations: list[str]
    contact_email: str | None
    is_bot: bool


class SavedGroupOut(GroupOut):
    """A group that a source is saved to."""

    active: bool
    requested: bool
    saved_at: datetime
    saved_by: AuthorOut | None


class ThumbnailOut(BaseModel):
    """A thumbnail; the picture is at ``public_url``, for those who may read the row."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    type: str
    public_url: str
    origin: str | None
    is_grayscale: bool


class NoteOut(BaseModel):
    """What classifications, comments and annotations have in common."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    author_id: int
    origin: str | None
    groups: list[GroupOut]


class AnnotationOut(NoteOut):
    """An annotation."""

    data: dict[str, Any]
    author: AuthorOut | None


class VoteOut(BaseModel):
    """A vote on a classification: 1 for, -1 against."""

    id: int
    created_at: datetime
    modified: datetime
    classification_id: int
    voter_id: int
    vote: int


class EditOut(BaseModel):
    """A change of a classification's probability."""

    id: int
    created_at: datetime
    modified: datetime
    classification_id: int
    editor_id: int | None
    editor_name: str
    old_probability: float | None
    new_probability: float | None


class ClassificationOut(NoteOut):
    """A classification."""

    classification: str
    taxonomy_id: int
    probability: float | None
    author_name: str
    ml: bool
    votes: list[VoteOut]
    edits: list[EditOut] | None = None
    taxonomy: dict[str, Any] | None = None


class CommentOut(NoteOut):
    """A comment."""

    model_config = ConfigDict(populate_by_name=True)

    text: str
    channel: str | None
    attachment_name: str | None
    bot: bool
    author: AuthorOut | None
    resource_type: str = Field(alias="resourceType")


class ObjColumns(BaseModel):
    """What may be stated of an obj beyond its name and position."""

    ra_dis: float | None = None
    dec_dis: float | None = None
    ra_err: float | None = None
    dec_err: float | None = None
    offset: float | None = None
    t0: float | None = None
    redshift: float | None = None
    redshift_error: float | None = None
    redshift_origin: str | None = None
    summary: str | None = None
    altdata: dict[str, Any] | None = None
    dist_nearest_source: float | None = None
    mag_nearest_source: float | None = None
    e_mag_nearest_source: float | None = None
    transient: bool | None = None
    varstar: bool | None = None
    is_roid: bool | None = None
    mpc_name: str | None = None
    tns_name: str | None = None
    score: float | None = None
    origin: str | None = None
    alias: list[str] | None = None


class ObjOut(ObjColumns):
    """The columns of an obj."""

    id: str
    ra: float
    dec: float
    healpix: int
    gal_lon: float
    gal_lat: float
    photstats: list[dict[str, Any]] = Field(default_factory=list)
    tags: list[dict[str, Any]] = Field(default_factory=list)


class ObjBody(ObjColumns, Body):
    """The columns of an obj that a person or a script may set."""

    ra: float | None = Field(None, ge=0, le=360)
    dec: float | None = Field(None, ge=-90, le=90)
