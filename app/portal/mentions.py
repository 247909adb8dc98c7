"""``@username`` in a comment: who is meant is told, if they may read it."""

from __future__ import annotations

import re

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.notify import Notice, notify, readers
from app.access.principal import Principal
from app.tables import User

MOST = 50
"""More names than this in one comment are not looked up."""
_NAME = re.compile(r"(?<![\w@])@([\w][\w.+@-]*)")


def names(text: str) -> set[str]:
    """Return what could be user names behind an ``@``, in lower case: with and without trailing punctuation."""
    found: dict[str, None] = {}
    for match in _NAME.finditer(text):
        name = match.group(1).lower()
        found[name] = None
        found[name.rstrip(".-+@")] = None
    return set(list(found)[: 2 * MOST])


def tell(
    session: Session,
    principal: Principal,
    said: tuple[str, str | None],
    subject: tuple[str, object],
    place: tuple[str, str],
) -> int:
    """Tell the users named in a comment, ``said`` (text now, text before); return how many.

    ``subject`` is the comment's row, ``place`` how a sentence names what it is on, and its page. Whoever was named
    before is not told again, nor is its author, nor anybody who may not read the comment.
    """
    text, before = said
    wanted = names(text) - (names(before) if before else set())
    if not wanted:
        return 0
    meant = session.scalars(select(User.id).where(func.lower(User.username).in_(wanted), User.id != principal.user_id))
    told = readers(session, subject, meant.all())
    what = f"{principal.username} mentioned you in a comment on {place[0]}."
    return notify(session, told, Notice("mention", what, subject, place[1]))
