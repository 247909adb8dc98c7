"""Who took data under terms, and who was shown which terms."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId

VERSION_FK = "policy_versions.id"


class DataTaking(Base):
    """Rows of a holder under a policy version that somebody else took: one row a user, day (UTC), obj and way.

    ``n_times`` counts the answers, ``n_rows`` the rows in the largest of them. ``terms_shown_at``: when this user was
    first shown these terms. ``part`` is 0, or the number of a database process that would have had to wait for
    another one that was writing the same row. ``notified``: the holder's admins were told.
    """

    __tablename__ = "data_takings"
    id: Mapped[BigId]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    token_id: Mapped[str | None] = mapped_column(ForeignKey("tokens.id", ondelete="SET NULL"), index=True)
    day: Mapped[date]
    product: Mapped[str]
    obj_id: Mapped[str]
    holder_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    policy_version_id: Mapped[int] = mapped_column(ForeignKey(VERSION_FK), index=True)
    way: Mapped[str]
    part: Mapped[int] = mapped_column(server_default=text("0"))
    n_rows: Mapped[int] = mapped_column(BigInteger)
    n_times: Mapped[int] = mapped_column(server_default=text("1"))
    first_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    last_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    terms_shown_at: Mapped[datetime]
    notified: Mapped[bool] = mapped_column(server_default=text("false"))
    __table_args__ = (
        UniqueConstraint(
            "user_id", "day", "obj_id", "holder_id", "policy_version_id", "product", "way", "part",
            name="uq_data_takings_one",
        ),
        Index("ix_data_takings_holder_id_last_at", "holder_id", "last_at"),
        Index("ix_data_takings_user_id_last_at", "user_id", "last_at"),
    )  # fmt: skip


class TermsShown(Base):
    """When a user was first shown the terms of a policy version."""

    __tablename__ = "terms_shown"
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    policy_version_id: Mapped[int] = mapped_column(ForeignKey(VERSION_FK), primary_key=True, index=True)
    shown_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
