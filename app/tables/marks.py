"""What people mark sources with: lists of their own, tags, labels, interests, and what belongs together."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, IntId, Json, Stamped

OBJ_FK = "objs.id"


class Listing(Stamped, Base):
    """An obj on a named list of one user's, who alone reads it; ``params`` are what a watch list watches for."""

    __tablename__ = "listings"
    id: Mapped[BigId]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), index=True)
    list_name: Mapped[str]
    params: Mapped[Json | None]
    __table_args__ = (UniqueConstraint("user_id", "list_name", "obj_id"),)


class ObjTagOption(Stamped, Base):
    """A tag that objs may get, by a name of everybody's; ``color`` as ``#3a87ad``."""

    __tablename__ = "obj_tag_options"
    id: Mapped[IntId]
    name: Mapped[str]
    color: Mapped[str | None]
    created_by_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"))


Index("uq_obj_tag_options_name", func.lower(ObjTagOption.name), unique=True)


class ObjTag(Held, Base):
    """A tag on an obj, as one team put it there."""

    __tablename__ = "obj_tags"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"))
    objtagoption_id: Mapped[int] = mapped_column(ForeignKey("obj_tag_options.id", ondelete="RESTRICT"), index=True)
    __table_args__ = (UniqueConstraint("obj_id", "objtagoption_id", "holder_id"),)


class SourceLabel(Held, Base):
    """That somebody (the owner) has looked at an obj for a group (the holder)."""

    __tablename__ = "source_labels"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"))
    __table_args__ = (UniqueConstraint("obj_id", "holder_id", "owner_id"),)


class SourceInterest(Held, Base):
    """Why a team looks at an obj: a title, a text, a link."""

    __tablename__ = "source_interests"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), index=True)
    title: Mapped[str]
    description: Mapped[str | None]
    link: Mapped[str | None]


class SuperObj(Held, Base):
    """Several objs that are one thing on the sky, as one team sees it."""

    __tablename__ = "super_objs"
    id: Mapped[IntId]
    name: Mapped[str | None]
    is_roid: Mapped[bool] = mapped_column(server_default=text("false"))


class SuperObjMember(Base):
    """An obj of a super-obj; seen by who sees both."""

    __tablename__ = "super_obj_members"
    super_obj_id: Mapped[int] = mapped_column(ForeignKey("super_objs.id", ondelete="CASCADE"), primary_key=True)
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), primary_key=True, index=True)


class SpatialCatalog(Stamped, Base):
    """A named list of regions of the sky, which everybody reads."""

    __tablename__ = "spatial_catalogs"
    id: Mapped[IntId]
    catalog_name: Mapped[str]
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"))


Index("uq_spatial_catalogs_name", func.lower(SpatialCatalog.catalog_name), unique=True)


class SpatialCatalogEntry(Stamped, Base):
    """A cone (``data`` has ra, dec, radius) or an ellipse (ra, dec, amaj, amin, phi), all in degrees."""

    __tablename__ = "spatial_catalog_entries"
    id: Mapped[BigId]
    catalog_id: Mapped[int] = mapped_column(ForeignKey("spatial_catalogs.id", ondelete="CASCADE"))
    entry_name: Mapped[str]
    data: Mapped[Json]


Index(
    "uq_spatial_catalog_entries_name", SpatialCatalogEntry.catalog_id, func.lower(SpatialCatalogEntry.entry_name),
    unique=True,
)  # fmt: skip


class ScanReport(Held, Base):
    """What groups saved of the candidates of some nights; ``options`` are the ranges asked for."""

    __tablename__ = "scan_reports"
    id: Mapped[IntId]
    options: Mapped[Json]


class ScanReportItem(Stamped, Base):
    """A saved candidate of a report. What is told of it is looked up for each reader; a comment is stored."""

    __tablename__ = "scan_report_items"
    id: Mapped[BigId]
    scan_report_id: Mapped[int] = mapped_column(ForeignKey("scan_reports.id", ondelete="CASCADE"), index=True)
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), index=True)
    comment: Mapped[str | None]


class KeptQuery(Stamped, Base):
    """What one user's search found, kept for a while so that its pages stay as they were."""

    __tablename__ = "kept_queries"
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    found: Mapped[list[str]]


class PhotStatMark(Stamped, Base):
    """What an administrator did to the statistics of an obj's photometry: counted anew, or set aside."""

    __tablename__ = "phot_stat_marks"
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), primary_key=True)
    set_aside: Mapped[bool] = mapped_column(server_default=text("false"))
