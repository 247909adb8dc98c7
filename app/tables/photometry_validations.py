"""What somebody thinks of a photometry point: valid, rejected, or not decided."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.tables.base import Base, BigId, Stamped


class PhotometryValidation(Stamped, Base):
    """The one mark of a point; whoever reads the point reads its mark, and nobody else."""

    __tablename__ = "photometry_validations"
    id: Mapped[BigId]
    photometry_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("photometry.id", ondelete="CASCADE"), unique=True)
    validated: Mapped[bool | None]
    validator_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"), index=True)
    explanation: Mapped[str | None]
    notes: Mapped[str | None]
