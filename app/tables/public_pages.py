"""What was made public: releases, and pages of sources as they were when they were published."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, Held, IntId, Json

_YES = text("true")
_NONE = text("'{}'")


class PublicRelease(Held, Base):
    """A set of public pages under one address; ``link_name`` is part of that address, so nobody else can have it."""

    __tablename__ = "public_releases"
    id: Mapped[IntId]
    name: Mapped[str]
    link_name: Mapped[str] = mapped_column(unique=True)
    description: Mapped[str] = mapped_column(server_default=text("''"))
    options: Mapped[Json] = mapped_column(server_default=_NONE)
    is_visible: Mapped[bool] = mapped_column(server_default=_YES)
    auto_publish_enabled: Mapped[bool] = mapped_column(server_default=text("false"))


class PublicSourcePage(Held, Base):
    """A page of a source, as it was; ``options`` says of each section whether it is public, private or empty.

    ``html`` is what anybody reads without logging in, for as long as the page, its release and the holder's source
    are there. ``hash`` is of its data, options and release.
    """

    __tablename__ = "public_source_pages"
    id: Mapped[IntId]
    source_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"))
    release_id: Mapped[int | None] = mapped_column(ForeignKey("public_releases.id", ondelete="RESTRICT"), index=True)
    options: Mapped[Json] = mapped_column(server_default=_NONE)
    html: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    hash: Mapped[str]
    is_visible: Mapped[bool] = mapped_column(server_default=_YES)
    is_auto_published: Mapped[bool] = mapped_column(server_default=text("false"))
    __table_args__ = (
        Index("ix_public_source_pages_source_id_created_at", "source_id", "created_at"),
        Index("uq_public_source_pages_hash", "source_id", "hash", "holder_id", unique=True),
    )
