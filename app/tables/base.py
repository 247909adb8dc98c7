"""What every table shares: the metadata with its naming convention, and the common columns."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, MetaData, Text, func
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Json = dict[str, Any]
BigId = Annotated[int, mapped_column(BigInteger, Identity(), primary_key=True)]
IntId = Annotated[int, mapped_column(Identity(), primary_key=True)]


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = metadata
    type_annotation_map: ClassVar = {
        Json: JSONB,
        list[Json]: JSONB,
        list[str]: ARRAY(Text),
        list[int]: ARRAY(BigInteger),
        str: Text,
        datetime: DateTime(timezone=True),
    }


class Stamped:
    """Rows that know when they were made and last changed (UTC)."""

    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    modified: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())


class Held(Stamped):
    """Rows that can be private.

    ``audience_id`` says who may read, ``holder_id`` whose data they are (a group), ``owner_id`` who put them in.
    """

    audience_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("audiences.id"), index=True)
    holder_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="RESTRICT"), index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"), index=True)
