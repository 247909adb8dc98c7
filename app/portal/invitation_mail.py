"""The e-mail that an invitation is sent by, where an SMTP server is set."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.context import Context
from app.errands import Errand, enqueue
from app.tables import Invitation, User

KIND = "invitation mail"


def send(session: Session, context: Context, principal: Principal, invitation_id: int) -> bool:
    """Have an invitation's link sent to whom it is for; False where no e-mail is sent from here."""
    if context.settings.mail.host is None:
        return False
    enqueue(
        session,
        Errand(kind=KIND, payload={"invitation_id": invitation_id}, key=str(invitation_id), owner_id=principal.user_id),
    )
    return True


def letter(base_url: str, row: Invitation, code: str, inviter: User) -> tuple[str, str]:
    """Return the subject and the text of the e-mail."""
    by = " ".join(part for part in (inviter.first_name, inviter.last_name) if part) or inviter.username
    text = (
        f"{by} invites you to Skyrelay at {base_url}.\n\n"
        f"Open this address to make your account; it works once, until {row.expires_at:%Y-%m-%d %H:%M} UTC:\n\n"
        f"{base_url}/invitation/{code}\n\n"
        "If you do not know what this is about, do nothing: without you no account is made.\n"
    )
    return "Your invitation to Skyrelay", text
