"""The e-mail that follows a call of attention to a source: it says only that there is something to read."""

from __future__ import annotations

from email.message import EmailMessage

from app.errands.kinds import Desk, Job, Kind, Result
from app.outbound.mail import deliver
from app.portal.notifications import MAIL, addresses, recipients


def run(desk: Desk, job: Job) -> Result:
    """Mail those who want e-mail and may read the call now, in one letter that names none of them to another."""
    settings = desk.context.settings
    if job.owner_id is None:
        return Result(note="Nobody sent it.")
    with desk.reading(job) as session:
        readers = recipients(session, job.owner_id, job.payload["source_notification_id"], job.payload["group_ids"])
        to = addresses(session, readers)
    if not to:
        return Result(note="Nobody wants e-mail.")
    letter = EmailMessage()
    letter["From"] = letter["To"] = settings.mail.sender
    letter["Bcc"] = ", ".join(to)
    letter["Subject"] = "Skyrelay: somebody calls your attention to a source"
    if job.payload["urgent"]:
        letter["Importance"] = "high"
    # The same in each run, so that a second delivery can be recognised as one.
    letter["Message-ID"] = f"<source-notification-{job.key}@skyrelay>"
    letter.set_content(f"There is a notification for you in Skyrelay:\n\n{settings.base_url}/\n")
    deliver(settings.mail, letter)
    return Result(note=f"Sent to {len(to)} address(es).")


KINDS = (Kind(MAIL, run),)
