"""What people do to a source besides saving it: labels, interests, copies of photometry; and what follows from it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.api.params import IntList
from app.api.routes import Answer, Body, Call, Query, Routes
from app.api.shapes import AuthorOut, GroupOut
from app.errors import NotImplementedHere
from app.portal import color_magnitudes, labels, obj_removal, photometry_copy, positions
from app.portal.annotations import by_obj as annotations_of
from app.portal.comments import need_source

routes = Routes("sources")
ROUTES = routes.all
NO_HOSTS = "Skyrelay keeps no galaxy catalogue, so a source has no host; say it in a comment or an annotation."


class LabelsBody(Body):
    """The groups that a source is labelled for."""

    group_ids: list[int] = Field(alias="groupIds", min_length=1)


class InterestBody(Body):
    """Why a team looks at a source."""

    title: str = Field(min_length=1, max_length=255)
    description: str | None = Field(None, max_length=10_000)
    link: str | None = Field(None, max_length=2_000, pattern=r"^https?://")


class InterestOut(BaseModel):
    """Why a team looks at a source."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    title: str
    description: str | None
    link: str | None
    user_id: int
    user: AuthorOut | None
    groups: list[GroupOut]


class InterestId(BaseModel):
    """The id of the new interest."""

    id: int


class CopyBody(Body):
    """Whose photometry is copied, and who reads the copies."""

    origin_id: str
    group_ids: list[int] = Field(min_length=1)


class HostBody(Body):
    """A galaxy by name."""

    galaxy_name: str = Field(alias="galaxyName")


class PositionQuery(Query):
    """Which photometry says where an obj is."""

    model_config = ConfigDict(allow_inf_nan=False)

    instrument_ids: IntList = Field(default_factory=list)
    stream_ids: IntList = Field(default_factory=list)
    stream_only: bool = False
    snr_threshold: float = Field(3.0, gt=0)
    method: positions.Method = "snr2"


class PositionOut(BaseModel):
    """A position in degrees, and its distance in arcsec from that of discovery."""

    ra: float
    dec: float
    gal_lon: float
    gal_lat: float
    separation: float
    discovery_ra: float
    discovery_dec: float


class ColorMagQuery(Query):
    """Under which keys a catalogue's annotation has what is needed; case and underscores are ignored."""

    catalog: str = "GAIA"
    apparent: str = Field("Mag_G", alias="apparentMagKey")
    parallax: str = Field("Plx", alias="parallaxKey")
    absorption: str = Field("A_G", alias="absorptionKey")
    absolute: str | None = Field(None, alias="absoluteMagKey")
    blue: str = Field("Mag_Bp", alias="blueMagKey")
    red: str = Field("Mag_Rp", alias="redMagKey")
    color: str | None = Field(None, alias="colorKey")


class ColorMagOut(BaseModel):
    """A colour and an absolute magnitude, in mag."""

    origin: str
    color: float
    abs_mag: float


@routes.post("/api/sources/{obj_id}/labels", body=LabelsBody, acls=("Classify",))
def label(call: Call[None, LabelsBody]) -> None:
    """Say that one has looked at a source, for groups."""
    labels.label(call.session, call.principal, call.path["obj_id"], call.body.group_ids)


@routes.delete("/api/sources/{obj_id}/labels", body=LabelsBody, acls=("Classify",))
def unlabel(call: Call[None, LabelsBody]) -> None:
    """Take one's labels of a source back."""
    labels.unlabel(call.session, call.principal, call.path["obj_id"], call.body.group_ids)


@routes.get("/api/sources/{obj_id}/interests", answer=list[InterestOut])
def interests(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return why teams look at a source."""
    return labels.interests(call.session, call.path["obj_id"])


@routes.post("/api/sources/{obj_id}/interests", body=InterestBody, answer=InterestId, acls=("Upload data",))
def add_interest(call: Call[None, InterestBody]) -> InterestId:
    """Say why one's team looks at a source."""
    said = call.body.model_dump()
    return InterestId(id=labels.add_interest(call.session, call.principal, call.path["obj_id"], said))


@routes.delete("/api/sources/{obj_id}/interests", acls=("Upload data",))
def drop_interests(call: Call[None, None]) -> None:
    """Take back all of one's own interests in a source."""
    labels.drop_interests(call.session, call.principal, call.path["obj_id"], None)


@routes.delete("/api/sources/{obj_id}/interests/{interest_id:int}", acls=("Upload data",))
def drop_interest(call: Call[None, None]) -> None:
    """Take one interest back."""
    labels.drop_interests(call.session, call.principal, call.path["obj_id"], call.path["interest_id"])


@routes.post("/api/sources/{obj_id}/copy_photometry", body=CopyBody, acls=("Upload data",))
def copy_photometry(call: Call[None, CopyBody]) -> Answer:
    """Copy the photometry of another obj that one may share; the message says how many points that were."""
    names = (call.path["obj_id"], call.body.origin_id)
    new, left = photometry_copy.copy(call.session, call.principal, names, call.body.group_ids)
    rest = f" {left} points stay behind, which only those who hold them may share." if left else ""
    return Answer(message=f"{new} points were copied.{rest}")


@routes.post("/api/sources/{obj_id}/host", body=HostBody, acls=("Upload data",), leaves_out=True)
def set_host(_call: Call[None, HostBody]) -> None:
    """Refuse a host galaxy: there is no catalogue of galaxies here."""
    raise NotImplementedHere(NO_HOSTS)


@routes.delete("/api/sources/{obj_id}/host", acls=("Upload data",), leaves_out=True)
def clear_host(_call: Call[None, None]) -> None:
    """Refuse to clear a host galaxy: there is none."""
    raise NotImplementedHere(NO_HOSTS)


@routes.get("/api/sources/{obj_id}/position", query=PositionQuery, answer=PositionOut)
def position(call: Call[PositionQuery, None]) -> dict[str, Any]:
    """Return where an obj is by its photometry."""
    q = call.query
    asked = positions.PositionAsked(q.instrument_ids, q.stream_ids, q.stream_only, q.snr_threshold, q.method)
    return positions.position(call.session, call.path["obj_id"], asked)


@routes.get("/api/sources/{obj_id}/color_mag", query=ColorMagQuery, answer=list[ColorMagOut])
def color_mag(call: Call[ColorMagQuery, None]) -> list[dict[str, Any]]:
    """Return colour and absolute magnitude from catalogues' annotations."""
    obj_id = call.path["obj_id"]
    need_source(call.session, obj_id)
    keys = color_magnitudes.Keys(**call.query.model_dump())
    return color_magnitudes.color_magnitudes(annotations_of(call.session, [obj_id])[obj_id], keys)


@routes.delete("/api/objs/{obj_id}", acls=("Manage sources",))
def delete_obj(call: Call[None, None]) -> None:
    """Delete an obj that nobody knows anything of any more."""
    obj_removal.remove(call.session, call.principal, call.path["obj_id"])
