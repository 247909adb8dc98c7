"""Why a packet cannot be used: a stable code and a sentence, carried by one exception."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.errors import SkyrelayError


class QuarantineCode(StrEnum):
    """The kinds of unusable packet; counted in a run's account, so the words never change."""

    NOT_AVRO = "not_avro"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    UNKNOWN_SCHEMA = "unknown_schema"
    BAD_CODEC = "bad_codec"
    MISSING_FIELD = "missing_field"
    NO_POSITION = "no_position"
    ABSURD_VALUE = "absurd_value"
    TOO_LARGE = "too_large"
    UNSTORABLE = "unstorable"


@dataclass(frozen=True)
class QuarantineReason:
    """What is wrong with a packet, for a program (``code``) and for a person (``sentence``)."""

    code: QuarantineCode
    sentence: str


class UndecodablePacket(SkyrelayError):
    """A packet that goes to quarantine; it never stops a run."""

    code = "undecodable_packet"
    status = 422

    def __init__(self, code: QuarantineCode, sentence: str) -> None:
        super().__init__(sentence, reason=str(code))
        self.reason = QuarantineReason(code, sentence)
