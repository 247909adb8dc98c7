"""Invitations, and their acceptance by people who have no account yet."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.access.elevation import as_portal
from app.api.login import LoggedIn, browser, logged_in
from app.api.params import PageNumber, UtcTime
from app.api.routes import Answer, Body, Call, Query, Routes
from app.api.users import Username
from app.errors import BadInput, Forbidden
from app.portal import invitation_search, invitations, passkeys, passwords, web_sessions
from app.portal.accounts import NewUser
from app.portal.invitation_mail import send
from app.portal.invitation_search import InvitationSearch, InvitationView
from app.portal.invitations import RoleName, Wanted
from app.portal.membership import Rights
from app.portal.passkeys import Begun
from app.portal.people import MANAGE, get_user
from app.tables import Group

routes = Routes("invitations")
ROUTES = routes.all
EMAIL = r"^[^@\s<>(),;:\"\\\[\]]{1,64}@[A-Za-z0-9.-]{1,250}$"
Email = Annotated[str, Field(max_length=320, pattern=EMAIL)]
Ids = Annotated[list[int], Field(max_length=200)]
Flags = Annotated[list[bool], Field(max_length=200)]


class InvitationsQuery(Query):
    """Which invitations, and which page of them."""

    page: PageNumber = 1
    per_page: Annotated[int, Field(ge=1, le=500, alias="numPerPage")] = 25
    include_used: Annotated[bool, Field(alias="includeUsed")] = False
    email: str | None = None
    group: str | None = None
    stream: str | None = None
    invited_by: Annotated[str | None, Field(alias="invitedBy")] = None


class InvitationBody(Body):
    """Whom to invite, and to what; flags are for each group, in the groups' order."""

    userEmail: Email  # noqa: N815
    groupIDs: Ids  # noqa: N815
    role: RoleName = "Full user"
    streamIDs: Ids | None = None  # noqa: N815
    groupAdmin: Flags | None = None  # noqa: N815
    canSave: Flags | None = None  # noqa: N815
    canSharePhotometry: Flags | None = None  # noqa: N815
    userExpirationDate: UtcTime | None = None  # noqa: N815


class InvitationPatchBody(Body):
    """What changes in an invitation."""

    groupIDs: Ids | None = None  # noqa: N815
    streamIDs: Ids | None = None  # noqa: N815
    role: RoleName | None = None
    userExpirationDate: UtcTime | None = None  # noqa: N815


class InvitationId(BaseModel):
    """The id of an invitation."""

    id: int


class InvitationsPage(BaseModel):
    """One page of invitations."""

    invitations: list[InvitationView]
    totalMatches: int  # noqa: N815


class Opened(BaseModel):
    """What an invitation is to, for whoever has its link."""

    user_email: str
    role: str
    invited_by: str
    groups: list[str]
    expires_at: datetime
    user_expiration_date: datetime | None


class AcceptBody(Body):
    """Who one wants to be, and how one will log in: by ``password``, or by the passkey of a ``ceremony``."""

    username: Username
    first_name: Annotated[str, Field(max_length=200)] | None = None
    last_name: Annotated[str, Field(max_length=200)] | None = None
    password: Annotated[str, Field(max_length=1000)] | None = None
    ceremony: Annotated[str, Field(max_length=100)] | None = None
    credential: dict[str, Any] | None = None


class NameBody(Body):
    """The user name that a passkey is made for."""

    username: Username


@routes.get("/api/invitations", query=InvitationsQuery, answer=InvitationsPage)
def list_invitations(call: Call[InvitationsQuery, None]) -> InvitationsPage:
    """List the caller's invitations, newest first."""
    search = InvitationSearch(**call.query.model_dump(exclude={"page", "per_page"}))
    page = (call.query.page, call.query.per_page)
    found, total = invitation_search.find_invitations(call.session, call.context, call.principal, search, page)
    return InvitationsPage(invitations=found, totalMatches=total)


@routes.post(
    "/api/invitations", body=InvitationBody, answer=InvitationId, acls=(MANAGE,), beside={"link": str, "mailed": bool}
)
def add_invitation(call: Call[None, InvitationBody]) -> Answer:
    """Invite somebody; ``link`` is what to pass on where no e-mail is sent."""
    body = call.body
    wanted = Wanted(body.role, _groups(body), _tuple(body.streamIDs), body.userExpirationDate)
    invitation_id, code = invitations.invite(call.session, call.context, call.principal, body.userEmail, wanted)
    mailed = send(call.session, call.context, call.principal, invitation_id)
    link = f"{call.context.settings.base_url}/invitation/{code}"
    return Answer(InvitationId(id=invitation_id), beside={"link": link, "mailed": mailed})


def _groups(body: InvitationBody) -> tuple[tuple[int, Rights], ...]:
    n = len(body.groupIDs)
    if len(set(body.groupIDs)) != n:
        raise BadInput("A group is named twice.", field="groupIDs")
    flags = {"groupAdmin": body.groupAdmin, "canSave": body.canSave, "canSharePhotometry": body.canSharePhotometry}
    for name, given in flags.items():
        if given is not None and len(given) != n:
            raise BadInput(f"There are {len(given)} flags for {n} groups.", field=name)
    rows = zip(  # noqa: B905 — of one length, as was seen
        body.groupAdmin or [False] * n, body.canSave or [True] * n, body.canSharePhotometry or [False] * n
    )
    return tuple((g, Rights(*rights)) for g, rights in zip(body.groupIDs, rows, strict=True))


def _tuple(ids: list[int] | None) -> tuple[int, ...] | None:
    return None if ids is None else tuple(ids)


@routes.patch("/api/invitations/{invitation_id:int}", body=InvitationPatchBody, acls=(MANAGE,))
def change_invitation(call: Call[None, InvitationPatchBody]) -> None:
    """Change what a pending invitation of the caller's gives."""
    names = {"groupIDs": "group_ids", "streamIDs": "stream_ids", "role": "role", "userExpirationDate": "until"}
    sent = call.body.model_dump(exclude_unset=True)
    values = {names[key]: value for key, value in sent.items() if value is not None or key == "userExpirationDate"}
    invitations.change(call.session, call.principal, call.path["invitation_id"], values)


@routes.delete("/api/invitations/{invitation_id:int}", acls=(MANAGE,))
def withdraw_invitation(call: Call[None, None]) -> None:
    """Take an invitation back."""
    invitations.withdraw(call.session, call.principal, call.path["invitation_id"])


@routes.get("/api/invitation/{code}", auth="none", answer=Opened, guessed=True)
def open_invitation(call: Call[None, None]) -> Opened:
    """Say what an invitation is to; whoever has the link may know."""
    inviter, row = invitations.opened(call.session, call.path["code"])
    given = invitations.given(call.session, row)
    names = [group.name for g, _ in given.groups if (group := call.session.get(Group, g)) is not None]
    by = get_user(call.session, inviter.user_id)
    said = " ".join(part for part in (by.first_name, by.last_name) if part) or by.username
    return Opened(
        user_email=row.user_email, role=row.role_id, invited_by=said, groups=sorted(names), expires_at=row.expires_at,
        user_expiration_date=row.user_expiration_date,
    )  # fmt: skip


@routes.post("/api/invitation/{code}/passkey", auth="none", body=NameBody, answer=Begun, guessed=True)
def begin_passkey(call: Call[None, NameBody]) -> Begun:
    """Begin to make the passkey of an invited person."""
    invitations.opened(call.session, call.path["code"])
    as_portal(call.session)
    who = f"invitation {call.path['code']}"
    return passkeys.begin_making(call.session, call.context.settings, call.body.username, [], who)


@routes.post("/api/invitation/{code}", auth="none", body=AcceptBody, answer=LoggedIn, guessed=True)
def accept_invitation(call: Call[None, AcceptBody]) -> Answer:
    """Accept an invitation: make the account, and log in."""
    body, settings = call.body, call.context.settings
    made = None
    if body.credential is not None and body.ceremony is not None:
        passkeys.need_passkeys(settings)
        as_portal(call.session)
        who = f"invitation {call.path['code']}"
        made = passkeys.make(call.session, settings, body.ceremony, body.credential, who)
    elif body.password is None:
        raise BadInput("Choose a password, or make a passkey.", field="password")
    elif not settings.login.passwords:
        raise Forbidden("Log-in by password is switched off here; make a passkey instead.")
    else:
        passwords.check_strength(body.password)
    password = body.password if made is None else None
    inviter, row = invitations.opened(call.session, call.path["code"])
    new = NewUser(body.username, first_name=body.first_name, last_name=body.last_name, password=password)
    user_id = invitations.accept(call.session, inviter, row, new)
    answer = logged_in(web_sessions.log_in(call.session, user_id, browser(call, "invitation")))
    if made is not None:
        passkeys.keep(call.session, user_id, user_id, made, "First passkey")
    return answer
