"""Why somebody can, or cannot, read a row: the rule in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.tables import (
    Annotation,
    Candidate,
    Classification,
    Comment,
    Group,
    GroupUser,
    PhotometricSeries,
    Photometry,
    Source,
    Spectrum,
    Stream,
    Thumbnail,
    User,
)

KINDS: Mapping[str, Any] = {
    "photometry": Photometry,
    "candidate": Candidate,
    "source": Source,
    "classification": Classification,
    "comment": Comment,
    "annotation": Annotation,
    "thumbnail": Thumbnail,
    "spectrum": Spectrum,
    "photometric_series": PhotometricSeries,
}


@dataclass(frozen=True)
class Explanation:
    """The verdict, the rule that gave it, and a sentence for every rule that was looked at."""

    readable: bool
    rule: str
    sentences: list[str] = field(default_factory=list)


def explain(session: Session, principal: Principal, kind: str, row_id: int, user_id: int | None = None) -> Explanation:
    """Explain whether a user (oneself unless named) may read a row.

    Raises :class:`NotAvailableHere` for a row that is missing or that the asker may not read, alike: an explanation
    must not tell that it exists. About somebody else only a system administrator, or an administrator of the row's
    holder, is answered (:class:`Forbidden`).
    """
    table = KINDS.get(kind)
    if table is None:
        raise BadInput(f"Rows that can be explained are: {', '.join(KINDS)}.", field="kind")
    row = session.execute(select(table.audience_id, table.holder_id, table.owner_id).where(table.id == row_id)).first()
    if row is None:
        raise NotAvailableHere(f"There is no {kind} with the id {row_id} that you may read.")
    reader_id = principal.user_id if user_id is None else user_id
    if reader_id != principal.user_id and not principal.is_admin:
        _need_holders_admin(session, principal, row.holder_id)
    reader = session.get(User, reader_id)
    if reader is None:
        raise BadInput(f"There is no user with the id {reader_id}.", field="user_id")
    who = "You" if reader_id == principal.user_id else reader.username
    if _expired(session, reader_id):
        return Explanation(False, "expired", [f"{_has(who)} an account that has expired: it reads nothing."])
    return _decide(session, row.audience_id, row.owner_id == reader_id, (who, reader_id))


def _need_holders_admin(session: Session, principal: Principal, holder_id: int) -> None:
    admin = session.execute(
        select(GroupUser.id).where(
            GroupUser.group_id == holder_id, GroupUser.user_id == principal.user_id, GroupUser.admin
        )
    ).first()
    if admin is None:
        raise Forbidden("Only an administrator of the group that holds this may ask about somebody else.")


def _expired(session: Session, user_id: int) -> bool:
    past = (User.expiration_date.is_not(None)) & (User.expiration_date <= text("now()"))
    return session.execute(select(User.id).where(User.id == user_id, past)).first() is not None


def _has(who: str) -> str:
    return "You have" if who == "You" else f"{who} has"


def _is(who: str) -> str:
    return "You are" if who == "You" else f"{who} is"


def _decide(session: Session, audience_id: int, owner: bool, reader: tuple[str, int]) -> Explanation:
    who, reader_id = reader
    sentences = [f"{_is(who)} the one who put it in: owners always read what is theirs."] if owner else []
    rule = "owner" if owner else "nothing"
    grants = session.execute(
        text("SELECT group_id, stream_id, in_group, in_stream FROM access.explain_audience(:a, :u)"),
        {"a": audience_id, "u": reader_id},
    ).all()
    groups, streams = (
        _names(session, Group, {g.group_id for g in grants}),
        _names(session, Stream, {g.stream_id for g in grants}),
    )
    for grant in grants:
        opens = grant.in_group and grant.in_stream
        sentences.append(_grant_sentence(grant, who, groups, streams))
        if opens and rule == "nothing":
            rule = "grant"
    if rule == "nothing":
        sentences.append(f"{_is(who)} not its owner, and no grant lets {'you' if who == 'You' else who} in.")
    return Explanation(rule != "nothing", rule, sentences)


def _names(session: Session, table: Any, ids: set[int | None]) -> dict[int, str]:
    wanted = {i for i in ids if i is not None}
    return {row.id: row.name for row in session.execute(select(table.id, table.name).where(table.id.in_(wanted)))}


def _grant_sentence(grant: Any, who: str, groups: dict[int, str], streams: dict[int, str]) -> str:
    parts = []
    if grant.group_id is not None:
        known = groups.get(grant.group_id, "a group you may not see")
        parts.append((f"in the group {known!r}", f"not in the group {known!r}", grant.in_group))
    if grant.stream_id is not None:
        known = streams.get(grant.stream_id, "a stream you may not see")
        parts.append((f"subscribed to {known!r}", f"not subscribed to {known!r}", grant.in_stream))
    told = " and ".join(yes if holds else no for yes, no, holds in parts)
    opens = all(holds for _, _, holds in parts)
    return (
        f"{_is(who)} {told}: this grant {'lets' if opens else 'does not let'} {'you' if who == 'You' else who} read it."
    )
