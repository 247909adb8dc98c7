"""The e-mail that follows a call of attention to a source: it says only that there is something to read."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from hashlib import sha256

from app.config import Mail
from app.errands.kinds import Desk, GiveUp, Job, Kind, Result, TryAgain
from app.portal.notifications import MAIL, addresses, recipients

TIMEOUT_S = 20.0


def run(desk: Desk, job: Job) -> Result:
    """Mail those who may read the call now, each a letter of their own."""
    settings = desk.context.settings
    if settings.mail.host is None or job.owner_id is None:
        raise GiveUp("No mail server is set up (mail.host).")
    number = job.payload["source_notification_id"]
    with desk.reading(job) as session:
        readers = recipients(session, job.owner_id, number, job.payload["group_ids"])
        to = addresses(session, readers)
    letters = [_letter(settings.mail.sender, address, settings.base_url, job) for address in to]
    if letters:
        _send(settings.mail, letters)
    return Result(note=f"{len(letters)} letter(s) sent.")


def _letter(sender: str, address: str, base_url: str, job: Job) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = sender, address
    letter["Subject"] = "Skyrelay: somebody calls your attention to a source"
    if job.payload["urgent"]:
        letter["Importance"] = "high"
    # The same in each try, so that a mail server may recognise the same letter.
    named = sha256(address.encode()).hexdigest()[:16]
    letter["Message-ID"] = f"<source-notification-{job.key}-{named}@skyrelay>"
    letter.set_content(f"There is a notification for you in Skyrelay:\n\n{base_url}/\n")
    return letter


def _send(mail: Mail, letters: list[EmailMessage]) -> None:
    host = str(mail.host)
    context = ssl.create_default_context()
    try:
        opened = (
            smtplib.SMTP_SSL(host, mail.port, timeout=TIMEOUT_S, context=context)
            if mail.security == "tls"
            else smtplib.SMTP(host, mail.port, timeout=TIMEOUT_S)
        )
        with opened as server:
            if mail.security == "starttls":
                server.starttls(context=context)
            if mail.username is not None:
                server.login(mail.username, mail.password or "")
            for letter in letters:
                server.send_message(letter)
    except smtplib.SMTPAuthenticationError as error:
        raise GiveUp("The mail server refuses our account.") from error
    except (smtplib.SMTPException, OSError) as error:
        raise TryAgain("The mail server does not take letters now.") from error


KINDS = (Kind(MAIL, run, limit=6),)
