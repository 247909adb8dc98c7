"""Who acts: the identity that a transaction declares, and what it may do."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.acls import SYSTEM_ADMIN
from app.errors import Forbidden


@dataclass(frozen=True)
class Principal:
    """A user acting by a web session or a token.

    ``acls`` are the user's, for a token cut down to its own. Groups and streams are no part of it: the database
    derives them anew in each statement, so that a revocation bites at once.
    """

    user_id: int
    username: str
    acls: frozenset[str]
    token_id: str | None = None

    @property
    def is_admin(self) -> bool:
        """Whether this principal may set row security aside, which is recorded each time."""
        return SYSTEM_ADMIN in self.acls

    def need(self, *acls: str) -> None:
        """Raise :class:`Forbidden` unless the principal has every one of ``acls``, or is a system administrator."""
        missing = [] if self.is_admin else [acl for acl in acls if acl not in self.acls]
        if missing:
            raise Forbidden(
                f"This needs the ACL {missing[0]!r}. Ask an administrator for it, or use a token that carries it.",
                acl=missing[0],
            )
