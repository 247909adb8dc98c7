"""What people and programs say about an obj: thumbnails, annotations, classifications, comments."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, IntId, Json, Stamped

OBJ_FK = "objs.id"
VERSION_FK = "policy_versions.id"


class Thumbnail(Held, Base):
    """A small picture of an obj: ``type`` new, ref, sub …; the bytes are in the blob store."""

    __tablename__ = "thumbnails"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), index=True)
    type: Mapped[str]
    blob: Mapped[str]
    origin: Mapped[str | None]
    is_grayscale: Mapped[bool] = mapped_column(server_default=sql("true"))
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey(VERSION_FK))
    __table_args__ = (UniqueConstraint("obj_id", "type", "holder_id", "audience_id"),)


class Annotation(Held, Base):
    """Values that a program attached to an obj, one row an origin and holder."""

    __tablename__ = "annotations"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), index=True)
    origin: Mapped[str]
    data: Mapped[Json]
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey(VERSION_FK))
    __table_args__ = (UniqueConstraint("obj_id", "origin", "holder_id"),)


class Taxonomy(Held, Base):
    """A hierarchy of classes."""

    __tablename__ = "taxonomies"
    id: Mapped[IntId]
    name: Mapped[str]
    version: Mapped[str]
    provenance: Mapped[str | None]
    is_latest: Mapped[bool] = mapped_column(server_default=sql("true"))
    hierarchy: Mapped[Json]
    __table_args__ = (UniqueConstraint("name", "version", "holder_id"),)


class Classification(Held, Base):
    """A class given to an obj, within a taxonomy; ``probability`` in [0, 1]."""

    __tablename__ = "classifications"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"), index=True)
    taxonomy_id: Mapped[int] = mapped_column(ForeignKey("taxonomies.id", ondelete="RESTRICT"))
    classification: Mapped[str]
    probability: Mapped[float | None]
    origin: Mapped[str | None]
    ml: Mapped[bool] = mapped_column(server_default=sql("false"))
    author_name: Mapped[str]
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey(VERSION_FK))
    __table_args__ = (
        Index("ix_classifications_audience_id_created_at", "audience_id", "created_at"),
        Index("ix_classifications_created_at", "created_at"),
    )


class ClassificationVote(Stamped, Base):
    """What a reader of a classification thinks of it: 1 for, -1 against; one a reader."""

    __tablename__ = "classification_votes"
    id: Mapped[BigId]
    classification_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("classifications.id", ondelete="CASCADE"))
    voter_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    vote: Mapped[int]
    __table_args__ = (UniqueConstraint("classification_id", "voter_id"),)


class ClassificationEdit(Stamped, Base):
    """A change of a classification's probability: by whom, from what to what."""

    __tablename__ = "classification_edits"
    id: Mapped[BigId]
    classification_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("classifications.id", ondelete="CASCADE"), index=True
    )
    editor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    editor_name: Mapped[str]
    old_probability: Mapped[float | None]
    new_probability: Mapped[float | None]


class Comment(Held, Base):
    """A remark on an obj."""

    __tablename__ = "comments"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey(OBJ_FK, ondelete="CASCADE"))
    text: Mapped[str]
    origin: Mapped[str | None]
    bot: Mapped[bool] = mapped_column(server_default=sql("false"))
    channel: Mapped[str | None]
    attachment_name: Mapped[str | None]
    attachment_blob: Mapped[str | None]
    policy_version_id: Mapped[int | None] = mapped_column(ForeignKey(VERSION_FK))
    __table_args__ = (
        Index("ix_comments_obj_id_created_at", "obj_id", "created_at"),
        Index("ix_comments_audience_id_created_at", "audience_id", "created_at"),
    )
