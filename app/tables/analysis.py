"""Analyses by services outside: the services, what starts them by itself, each run and what came of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Held, IntId, Json

_NO = text("false")
_YES = text("true")
_NONE = text("'{}'")
SERVICE_FK = "analysis_services.id"


class AnalysisService(Held, Base):
    """A service outside, known to its groups: where it is, what it wants, how long it may take (seconds)."""

    __tablename__ = "analysis_services"
    id: Mapped[IntId]
    name: Mapped[str]
    display_name: Mapped[str | None]
    description: Mapped[str | None]
    version: Mapped[str | None]
    contact_name: Mapped[str | None]
    contact_email: Mapped[str | None]
    url: Mapped[str]
    optional_analysis_parameters: Mapped[Json] = mapped_column(server_default=_NONE)
    authentication_type: Mapped[str]
    enabled: Mapped[bool] = mapped_column(server_default=_YES)
    analysis_type: Mapped[str]
    input_data_types: Mapped[list[str]] = mapped_column(server_default=_NONE)
    timeout: Mapped[float] = mapped_column(server_default=text("3600"))
    upload_only: Mapped[bool] = mapped_column(server_default=_NO)
    display_on_resource_dropdown: Mapped[bool] = mapped_column(server_default=_YES)
    is_summary: Mapped[bool] = mapped_column(server_default=_NO)
    __table_args__ = (UniqueConstraint("name", "holder_id"),)


class AnalysisSecret(Base):
    """How we show a service who we are, encrypted; the portal may write it, and only the errands service reads it."""

    __tablename__ = "analysis_secrets"
    service_id: Mapped[int] = mapped_column(ForeignKey(SERVICE_FK, ondelete="CASCADE"), primary_key=True)
    authinfo: Mapped[str]


class DefaultAnalysis(Held, Base):
    """An analysis that starts by itself, once an obj, when a classification that fits ``source_filter`` arrives."""

    __tablename__ = "default_analyses"
    id: Mapped[IntId]
    analysis_service_id: Mapped[int] = mapped_column(ForeignKey(SERVICE_FK, ondelete="CASCADE"), index=True)
    show_parameters: Mapped[bool] = mapped_column(server_default=_NO)
    show_plots: Mapped[bool] = mapped_column(server_default=_NO)
    show_corner: Mapped[bool] = mapped_column(server_default=_NO)
    default_analysis_parameters: Mapped[Json] = mapped_column(server_default=_NONE)
    source_filter: Mapped[Json] = mapped_column(server_default=_NONE)
    daily_limit: Mapped[int] = mapped_column(server_default=text("10"))


class ObjAnalysis(Held, Base):
    """One run on an obj, and its result.

    Who reads it must be let in by ``audience_id`` and by each audience of what it was made from:
    ``input_audience_ids``; its owner by those of what belongs to others (``foreign_audience_ids``).
    ``policy_version_ids`` are the versions that the inputs are under. ``token_sha256`` is of the address that the
    service answers to, and goes with the answer. ``result`` is the answer as JSON.
    """

    __tablename__ = "obj_analyses"
    id: Mapped[BigId]
    obj_id: Mapped[str] = mapped_column(ForeignKey("objs.id", ondelete="CASCADE"), index=True)
    analysis_service_id: Mapped[int] = mapped_column(ForeignKey(SERVICE_FK, ondelete="CASCADE"), index=True)
    default_analysis_id: Mapped[int | None] = mapped_column(ForeignKey("default_analyses.id", ondelete="SET NULL"))
    input_audience_ids: Mapped[list[int]] = mapped_column(server_default=_NONE)
    foreign_audience_ids: Mapped[list[int]] = mapped_column(server_default=_NONE)
    policy_version_ids: Mapped[list[int]] = mapped_column(ARRAY(Integer), server_default=_NONE)
    show_parameters: Mapped[bool] = mapped_column(server_default=_NO)
    show_plots: Mapped[bool] = mapped_column(server_default=_NO)
    show_corner: Mapped[bool] = mapped_column(server_default=_NO)
    analysis_parameters: Mapped[Json] = mapped_column(server_default=_NONE)
    input_filters: Mapped[Json] = mapped_column(server_default=_NONE)
    token_sha256: Mapped[bytes | None] = mapped_column(LargeBinary, unique=True, deferred=True)
    invalid_after: Mapped[datetime | None]
    handled_by_url: Mapped[str | None]
    status: Mapped[str] = mapped_column(server_default=text("'queued'"))
    status_message: Mapped[str | None]
    duration: Mapped[float | None]
    last_activity: Mapped[datetime] = mapped_column(server_default=text("now()"))
    result: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    hash: Mapped[str | None]
    num_plots: Mapped[int] = mapped_column(server_default=text("0"))
    __table_args__ = (Index("uq_obj_analyses_default", "default_analysis_id", "obj_id", unique=True),)
