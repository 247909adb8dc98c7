"""From whom a provider vouches for to a user: known by the subject, found by a claim, invited, or made."""

from __future__ import annotations

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access.acls import SYSTEM_ADMIN
from app.access.elevation import as_portal, elevated
from app.access.history import Change, record
from app.access.ledger import settle
from app.access.principal import Principal
from app.config import Provider
from app.context import declare
from app.errors import Stranger
from app.portal import invitations
from app.portal.accounts import BOT, NewUser, create_user
from app.portal.providers import Known
from app.tables import Identity, User

UNKNOWN = "Nobody here is known by this account. Ask for an invitation, and open its link first."


def user_of(session: Session, provider: Provider, known: Known, invitation: str | None) -> int:
    """Return the user whom a provider vouches for; raise :class:`Stranger` for a stranger.

    In this order: who logged in by this provider before; who is found by ``oauth_uid``; who comes with an invitation;
    and, where the provider ``creates_accounts``, a new user.
    """
    as_portal(session)
    claim = known.claim(provider.oauth_uid_claim) if provider.oauth_uid_claim else None
    found = session.execute(
        text("SELECT access.user_of_identity(:provider, :subject, :claim)"),
        {"provider": provider.id, "subject": known.subject, "claim": claim},
    ).scalar()
    if found is not None:
        _remember(session, int(found), provider, known)
        return int(found)
    if invitation is not None:
        inviter, row = invitations.opened(session, invitation)
        with elevated(session, inviter, f"choose a user name for the invitation {row.id}"):
            new = _new(session, provider, known)
        user_id = invitations.accept(session, inviter, row, new)
    elif provider.creates_accounts:
        user_id = _create(session, provider, known)
    else:
        raise Stranger(UNKNOWN)
    as_portal(session)
    _remember(session, user_id, provider, known)
    return user_id


def _create(session: Session, provider: Provider, known: Known) -> int:
    bot = Principal(session.execute(text("SELECT access.portal_bot()")).scalar_one(), BOT, frozenset({SYSTEM_ADMIN}))
    declare(session, bot, f"make the account that {provider.id} vouches for")
    return create_user(session, _new(session, provider, known), bot.user_id)


def _new(session: Session, provider: Provider, known: Known) -> NewUser:
    email = known.claim("email")
    wished = known.claim(provider.username_claim) or (email or known.subject).partition("@")[0]
    return NewUser(
        username=invitations.free_username(session, wished),
        first_name=_cut(known.claim("given_name")),
        last_name=_cut(known.claim("family_name")),
        contact_email=_cut(email),
        roles=(provider.role,),
    )


def _cut(value: str | None) -> str | None:
    return None if value is None else value.replace("\0", "")[:200]


def _remember(session: Session, user_id: int, provider: Provider, known: Known) -> None:
    settle(session)
    session.execute(text("SELECT set_config('skyrelay.user_id', :u, true)"), {"u": str(user_id)})
    mine = select(Identity.id).where(
        Identity.user_id == user_id, Identity.provider == provider.id, Identity.subject == known.subject
    )
    # An expired user sees nothing of their own either; the refusal follows.
    if session.execute(mine).first() or not session.execute(select(User.id).where(User.id == user_id)).first():
        return
    session.add(Identity(user_id=user_id, provider=provider.id, subject=known.subject))
    session.flush()
    change = Change("add identity", "user", user_id, after={"provider": provider.id, "subject": known.subject})
    record(session, user_id, change)
