"""Passkeys: WebAuthn credentials, made and used in two steps each (W3C Web Authentication, level 2)."""

from __future__ import annotations

import json
import secrets
import struct
from datetime import UTC, datetime, timedelta
from typing import Any

import webauthn
from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session
from webauthn.helpers import base64url_to_bytes, parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from app.access.authenticate import digest
from app.access.history import Change, record
from app.access.principal import Principal
from app.config import Settings
from app.errors import BadInput, Forbidden, NotAvailableHere, Unauthorised
from app.portal.web_sessions import passkey_site
from app.tables import Passkey

CEREMONY = timedelta(minutes=5)
WRONG = "This passkey does not open anything here."
NAME = "Skyrelay"
BROKEN = (WebAuthnException, ValueError, LookupError, TypeError, AttributeError, struct.error)
"""What reading an answer that no browser made can end in."""


class PasskeyView(BaseModel):
    """A passkey as its owner sees it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    created_at: datetime
    last_used_at: datetime | None


class Begun(BaseModel):
    """A ceremony that has begun: its secret, to be sent back, and the browser's options."""

    ceremony: str
    options: dict[str, Any]


def need_passkeys(settings: Settings) -> None:
    """Raise :class:`Forbidden` where passkeys are switched off."""
    if not settings.login.passkeys:
        raise Forbidden("Passkeys are switched off here; choose another way.")


def begin(session: Session, kind: str, payload: dict[str, Any]) -> str:
    """Remember ``payload`` for the next step; return the secret by which it is found, once, within five minutes."""
    secret = secrets.token_urlsafe(32)
    session.execute(
        text("SELECT access.open_ceremony(:secret, :kind, CAST(:payload AS jsonb), :until)"),
        {
            "secret": digest(secret), "kind": kind, "payload": json.dumps(payload),
            "until": datetime.now(UTC) + CEREMONY,
        },
    )  # fmt: skip
    return secret


def end(session: Session, kind: str, secret: str) -> dict[str, Any] | None:
    """Return what was remembered, and forget it; None for a secret that is unknown, used or too old."""
    query = text("SELECT access.take_ceremony(:secret, :kind)")
    found: dict[str, Any] | None = session.execute(query, {"secret": digest(secret), "kind": kind}).scalar()
    return found


def begin_making(session: Session, settings: Settings, username: str, known: list[bytes], who: str) -> Begun:
    """Begin to make a passkey for ``username``; ``who`` (a user's id, an invitation) must end it."""
    need_passkeys(settings)
    options = webauthn.generate_registration_options(
        rp_id=passkey_site(settings)[0],
        rp_name=NAME,
        user_name=username,
        # Random, so that the authenticator learns nothing; nobody is looked up by it.
        user_id=secrets.token_bytes(32),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=each) for each in known],
    )
    said: dict[str, Any] = json.loads(webauthn.options_to_json(options))
    return Begun(
        ceremony=begin(session, "passkey", {"challenge": said["challenge"], "for": digest(who).hex()}), options=said
    )


def make(session: Session, settings: Settings, ceremony: str, credential: dict[str, Any], who: str) -> Passkey:
    """Verify a new credential and return its row, which is nobody's yet; raise :class:`BadInput`."""
    begun = end(session, "passkey", ceremony)
    if begun is None or begun["for"] != digest(who).hex():
        raise BadInput("This took too long; try again.", field="ceremony")
    rp_id, origin = passkey_site(settings)
    try:
        verified = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=base64url_to_bytes(begun["challenge"]),
            expected_rp_id=rp_id,
            expected_origin=origin,
            require_user_verification=True,
        )
    except BROKEN as error:
        raise BadInput(f"The browser's answer cannot be used: {error}", field="credential") from error
    return Passkey(
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
    )


def keep(session: Session, by: int, user_id: int, passkey: Passkey, name: str) -> int:
    """Keep a new passkey for a user; return its id."""
    passkey.user_id, passkey.name = user_id, name
    session.add(passkey)
    session.flush()
    record(session, by, Change("add passkey", "user", user_id, after={"name": name}))
    return passkey.id


def known_to(session: Session, user_id: int) -> list[bytes]:
    """Return the credentials of a user, which an authenticator need not make again."""
    return list(session.scalars(select(Passkey.credential_id).where(Passkey.user_id == user_id)))


def begin_log_in(session: Session, settings: Settings) -> Begun:
    """Begin a log-in: whichever passkey for this site the browser has may answer, so that no name is asked for."""
    need_passkeys(settings)
    options = webauthn.generate_authentication_options(
        rp_id=passkey_site(settings)[0], user_verification=UserVerificationRequirement.REQUIRED
    )
    said: dict[str, Any] = json.loads(webauthn.options_to_json(options))
    return Begun(ceremony=begin(session, "passkey log-in", {"challenge": said["challenge"]}), options=said)


def check(session: Session, settings: Settings, ceremony: str, credential: dict[str, Any]) -> int:
    """Return the user whose passkey answered; raise :class:`Unauthorised` for any other answer."""
    begun = end(session, "passkey log-in", ceremony)
    if begun is None:
        raise Unauthorised("This took too long; try again.")
    rp_id, origin = passkey_site(settings)
    try:
        answered = parse_authentication_credential_json(credential)
        query = text("SELECT user_id, public_key, sign_count FROM access.passkey_of(:id)")
        row = session.execute(query, {"id": answered.raw_id}).first()
        if row is None:
            raise Unauthorised(WRONG)
        verified = webauthn.verify_authentication_response(
            credential=answered,
            expected_challenge=base64url_to_bytes(begun["challenge"]),
            expected_rp_id=rp_id,
            expected_origin=origin,
            credential_public_key=bytes(row.public_key),
            credential_current_sign_count=row.sign_count,
            require_user_verification=True,
        )
    except BROKEN as error:
        raise Unauthorised(WRONG) from error
    used = text("SELECT access.passkey_used(:id, :count)")
    session.execute(used, {"id": answered.raw_id, "count": verified.new_sign_count})
    return int(row.user_id)


def list_passkeys(session: Session, principal: Principal) -> list[Passkey]:
    """Return the principal's passkeys."""
    return list(session.scalars(select(Passkey).where(Passkey.user_id == principal.user_id).order_by(Passkey.id)))


def remove(session: Session, principal: Principal, passkey_id: int) -> None:
    """Remove one of the principal's passkeys; raise :class:`NotAvailableHere`."""
    name = session.execute(
        delete(Passkey).where(Passkey.id == passkey_id, Passkey.user_id == principal.user_id).returning(Passkey.name)
    ).scalar()
    if name is None:
        raise NotAvailableHere("You have no such passkey.")
    record(session, principal.user_id, Change("remove passkey", "user", principal.user_id, before={"name": name}))
