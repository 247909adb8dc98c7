"""E-mail by SMTP (RFC 5321, RFC 3207): invitations."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage

from app.config import Mail
from app.errands.kinds import Desk, GiveUp, Job, Kind, Result, TryAgain
from app.portal.invitation_mail import KIND, letter
from app.tables import Invitation, User

TIMEOUT_S = 20.0


def deliver(settings: Mail, message: EmailMessage) -> None:
    """Hand a message to the SMTP server; raise :class:`TryAgain` or, for a lasting refusal, :class:`GiveUp`."""
    if settings.host is None:
        raise GiveUp("No SMTP server is set (mail.host).")
    secured = ssl.create_default_context()
    try:
        if settings.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=TIMEOUT_S, context=secured)
        else:
            server = smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT_S)
        with server:
            if settings.security == "starttls":
                server.starttls(context=secured)
            if settings.username is not None:
                server.login(settings.username, settings.password or "")
            server.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        raise GiveUp(f"The mail server does not take mail for {message['To']}.") from error
    except smtplib.SMTPResponseException as error:
        kind = GiveUp if error.smtp_code >= 500 else TryAgain
        raise kind(f"The mail server said {error.smtp_code}.") from error
    except (smtplib.SMTPException, OSError) as error:
        raise TryAgain(f"The mail server {settings.host} does not answer.") from error


def run(desk: Desk, job: Job) -> Result:
    """Send one invitation, unless it was taken back or accepted meanwhile."""
    settings = desk.context.settings
    with desk.reading(job) as session:
        row = session.get(Invitation, job.payload["invitation_id"])
        if row is None or row.used:
            return Result(note="The invitation is no longer open.")
        inviter = session.get_one(User, row.invited_by_id)
        subject, text = letter(settings.base_url, row, desk.context.vault.decrypt(row.sealed), inviter)
        to = row.user_email
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, settings.mail.sender, to
    # The same in each run, so that a second delivery can be recognised as one.
    message["Message-ID"] = f"<invitation-{job.key}@skyrelay>"
    message.set_content(text)
    deliver(settings.mail, message)
    return Result(note="Sent.")


KINDS = (Kind(KIND, run),)
