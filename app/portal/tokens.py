"""API tokens of people: listed without their secret, never worth more than their owner.

A script written for SkyPortal knows a token by the secret that making it answered, so a token is found by its id or
by its secret.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from app.access.authenticate import digest
from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.credentials import create_token
from app.portal.people import UserBrief, acls_of, get_user
from app.tables import Acl, Token, User


class AclView(BaseModel):
    """One ACL."""

    id: str


class TokenView(BaseModel):
    """A token without its secret."""

    id: str
    created_at: datetime
    name: str
    created_by_id: int
    created_by: UserBrief
    acls: list[AclView]


def list_tokens(session: Session, principal: Principal, user_id: int | None) -> list[TokenView]:
    """Return the principal's own tokens; for an administrator everybody's, or those of ``user_id``."""
    wanted = select(Token, User).join(User, User.id == Token.user_id).order_by(Token.created_at, Token.id)
    if not principal.is_admin:
        wanted = wanted.where(Token.user_id == principal.user_id)
    if user_id is not None:
        wanted = wanted.where(Token.user_id == user_id)
    return [_view(token, user) for token, user in session.execute(wanted)]


def get_token(session: Session, principal: Principal, known_as: str) -> TokenView:
    """Return one token; raise :class:`NotAvailableHere`."""
    token = _find(session, principal, known_as)
    return _view(token, get_user(session, token.user_id))


def add_token(session: Session, principal: Principal, name: str, acls: list[str], user_id: int | None = None) -> str:
    """Make a token for the principal, or by an administrator for a user; return its secret, shown this once."""
    owner = _owner(session, principal, user_id)
    _need_free_name(session, owner, name)
    _need_acls(session, principal, owner, acls)
    return create_token(session, owner, name, acls, principal.user_id)


def change_token(session: Session, principal: Principal, known_as: str, values: dict[str, Any]) -> None:
    """Change a token's name and ACLs."""
    token = _find(session, principal, known_as)
    if values.get("name", token.name) != token.name:
        _need_free_name(session, token.user_id, values["name"])
    if "acls" in values:
        _need_acls(session, principal, token.user_id, values["acls"])
        values["acls"] = sorted(set(values["acls"]))
    if not values:
        return
    before = {key: getattr(token, key) for key in values}
    with elevated(session, principal, f"change the token {token.id}"):
        session.execute(update(Token).where(Token.id == token.id).values(**values))
        record(session, principal.user_id, Change("update", "token", token.id, before=before, after=values))


def delete_token(session: Session, principal: Principal, known_as: str) -> None:
    """Delete a token; it opens nothing from then on."""
    token = _find(session, principal, known_as)
    record(session, principal.user_id, Change("delete", "token", token.id, before={"name": token.name}))
    session.execute(delete(Token).where(Token.id == token.id))


def _find(session: Session, principal: Principal, known_as: str) -> Token:
    wanted = select(Token).where(or_(Token.id == known_as, Token.secret_sha256 == digest(known_as)))
    if not principal.is_admin:
        wanted = wanted.where(Token.user_id == principal.user_id)
    token = session.scalars(wanted).first()
    if token is None:
        raise NotAvailableHere("You have no such token.")
    return token


def _owner(session: Session, principal: Principal, user_id: int | None) -> int:
    if user_id is None or user_id == principal.user_id:
        return principal.user_id
    if not principal.is_admin:
        raise Forbidden("Only a system administrator can make tokens for others.")
    if session.get(User, user_id) is None:
        raise BadInput(f"There is no user with the id {user_id}.", field="user_id")
    return user_id


def _need_free_name(session: Session, owner: int, name: str) -> None:
    if session.execute(select(Token.id).where(Token.user_id == owner, Token.name == name)).first():
        raise BadInput(f"There is a token {name!r} already; choose another name.", field="name")


def _need_acls(session: Session, principal: Principal, owner: int, acls: list[str]) -> None:
    known = set(session.scalars(select(Acl.id)))
    # A token may make tokens, and none that could do more than itself.
    allowed = principal.acls if owner == principal.user_id else acls_of(session, owner)
    for acl in acls:
        if acl not in known:
            raise BadInput(f"There is no ACL {acl!r}.", field="acls")
        if acl not in allowed:
            raise BadInput(f"The token cannot carry {acl!r}: its owner does not have it here.", field="acls")


def _view(token: Token, user: User) -> TokenView:
    return TokenView(
        id=token.id, created_at=token.created_at, name=token.name, created_by_id=token.user_id,
        created_by=UserBrief.model_validate(user), acls=[AclView(id=acl) for acl in token.acls],
    )  # fmt: skip
