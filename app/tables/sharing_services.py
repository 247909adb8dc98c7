"""Sharing services: where groups publish their discoveries (TNS, Hermes), and what was submitted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, IntId, Json, Stamped

SERVICE_FK = "sharing_services.id"
OPEN_STATES = "'pending', 'processing', 'submitted', 'complete'"
_NO = text("false")


class SharingService(Stamped, Base):
    """A way to publish: a bot of the TNS, a topic of Hermes, for the groups of :class:`SharingServiceGroup`.

    While ``testing``, reports are made and kept and not sent. ``instrument_ids`` and ``stream_ids`` are whose
    photometry may be published with it.
    """

    __tablename__ = "sharing_services"
    id: Mapped[IntId]
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"), index=True)
    name: Mapped[str]
    acknowledgments: Mapped[str | None]
    testing: Mapped[bool] = mapped_column(server_default=text("true"))
    photometry_options: Mapped[Json] = mapped_column(server_default=text("'{}'"))
    enable_sharing_with_tns: Mapped[bool] = mapped_column(server_default=_NO)
    enable_sharing_with_hermes: Mapped[bool] = mapped_column(server_default=_NO)
    tns_bot_name: Mapped[str | None]
    tns_bot_id: Mapped[int | None]
    tns_source_group_id: Mapped[int | None]
    publish_existing_tns_objects: Mapped[bool] = mapped_column(server_default=_NO)
    instrument_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))
    stream_ids: Mapped[list[int]] = mapped_column(server_default=text("'{}'"))


class SharingServiceSecret(Base):
    """The service's API key, encrypted: the portal may write it, only the errands' worker reads it."""

    __tablename__ = "sharing_service_secrets"
    sharing_service_id: Mapped[int] = mapped_column(ForeignKey(SERVICE_FK, ondelete="CASCADE"), primary_key=True)
    ciphertext: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


class SharingServiceGroup(Stamped, Base):
    """A group's access to a sharing service; an ``owner`` group's members change it."""

    __tablename__ = "sharing_service_groups"
    id: Mapped[IntId]
    sharing_service_id: Mapped[int] = mapped_column(ForeignKey(SERVICE_FK, ondelete="CASCADE"))
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    owner: Mapped[bool] = mapped_column(server_default=_NO)
    auto_share_to_tns: Mapped[bool] = mapped_column(server_default=_NO)
    auto_share_to_hermes: Mapped[bool] = mapped_column(server_default=_NO)
    auto_sharing_allow_bots: Mapped[bool] = mapped_column(server_default=_NO)
    __table_args__ = (UniqueConstraint("sharing_service_id", "group_id"),)


class SharingServiceAutoPublisher(Stamped, Base):
    """A member in whose name a group's new sources are published of themselves."""

    __tablename__ = "sharing_service_auto_publishers"
    id: Mapped[IntId]
    sharing_service_group_id: Mapped[int] = mapped_column(ForeignKey("sharing_service_groups.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    __table_args__ = (UniqueConstraint("sharing_service_group_id", "user_id"),)


class SharingServiceCoauthor(Stamped, Base):
    """Whom a service's reports name beside the publisher."""

    __tablename__ = "sharing_service_coauthors"
    id: Mapped[IntId]
    sharing_service_id: Mapped[int] = mapped_column(ForeignKey(SERVICE_FK, ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    __table_args__ = (UniqueConstraint("sharing_service_id", "user_id"),)


class SharingServiceSubmission(Held, Base):
    """A report to be published: read by the service's groups as far as they know of the obj.

    ``tns_sent_at`` and ``hermes_sent_at`` are written before anything leaves: what was begun and never answered is
    looked up at the other side, and not sent again.
    """

    __tablename__ = "sharing_service_submissions"
    id: Mapped[BigId]
    sharing_service_id: Mapped[int] = mapped_column(ForeignKey(SERVICE_FK, ondelete="CASCADE"))
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"), index=True)
    custom_publishing_string: Mapped[str]
    custom_remarks_string: Mapped[str | None]
    archival: Mapped[bool] = mapped_column(server_default=_NO)
    archival_comment: Mapped[str | None]
    auto_submission: Mapped[bool] = mapped_column(server_default=_NO)
    instrument_ids: Mapped[list[int]]
    stream_ids: Mapped[list[int]]
    photometry_options: Mapped[Json]
    publish_to_tns: Mapped[bool]
    tns_status: Mapped[str | None]
    tns_submission_id: Mapped[int | None] = mapped_column(BigInteger)
    tns_payload: Mapped[Json | None]
    tns_response: Mapped[Json | None]
    tns_sent_at: Mapped[datetime | None]
    publish_to_hermes: Mapped[bool]
    hermes_status: Mapped[str | None]
    hermes_payload: Mapped[Json | None]
    hermes_response: Mapped[Json | None]
    hermes_sent_at: Mapped[datetime | None]
    __table_args__ = (
        Index("ix_sharing_service_submissions_service", "sharing_service_id", "id"),
        *(
            Index(
                f"uq_sharing_service_submissions_{there}", "sharing_service_id", "obj_id", unique=True,
                postgresql_where=text(f"publish_to_{there} AND {there}_status IN ({OPEN_STATES})"),
            )
            for there in ("tns", "hermes")
        ),
    )  # fmt: skip
