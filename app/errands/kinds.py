"""What those who do errands are given, and what they answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.ledger import settle
from app.context import Context
from app.errands.outside import Outside
from app.errors import SkyrelayError


class TryAgain(SkyrelayError):
    """It did not work now and may work later: after ``after_s`` seconds, or when the kind's back-off says."""

    code = "try_again"
    status = 503

    def __init__(self, message: str, after_s: float | None = None) -> None:
        super().__init__(message)
        self.after_s = after_s


class GiveUp(SkyrelayError):
    """It does not work, and trying again would not help."""

    code = "gave_up"


@dataclass(frozen=True)
class Job:
    """One run of an errand. ``attempt`` counts from 1; ``key`` is the same in each run of the same wish."""

    id: int
    kind: str
    payload: dict[str, Any]
    key: str
    owner_id: int | None
    holder_id: int | None
    attempt: int


Write = Callable[[Session], object]


@dataclass(frozen=True)
class Result:
    """It worked: ``write`` stores what came of it, in the one transaction that ends the errand; ``note`` says it."""

    write: Write = lambda _session: None
    note: str = "Done."


@dataclass(frozen=True)
class Desk:
    """What a handler works with. Every way to the database is a short transaction that it opens and closes itself."""

    context: Context
    outside: Outside

    @contextmanager
    def reading(self, job: Job) -> Iterator[Session]:
        """Open a transaction that sees what the errand's owner sees now (without an owner: what the service sees).

        All its queries see one state of the database.
        """
        with self.context.transaction() as session:
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            if job.owner_id is not None:
                act_as(session, job.owner_id)
            yield session


def act_as(session: Session, user_id: int) -> None:
    """Go on as the portal's role in the name of a user: never as an administrator, whatever the user's ACLs."""
    settle(session)
    session.execute(text("SELECT set_config('skyrelay.user_id', :user_id, true)"), {"user_id": str(user_id)})
    session.execute(text("SET LOCAL ROLE skyrelay_web"))


@dataclass(frozen=True)
class Kind:
    """How errands of one kind are done.

    ``run`` does one, with no transaction open while it talks to the outside. ``gave_up(session, job, reason)`` tells
    those who wait that nothing came of it, in the transaction that says so. Both write as the errand's owner, or with
    ``writes_as="service"`` as the role ``skyrelay_errands``, which then needs the tables opened to it.

    ``timeout_s`` is the lease: a run that takes longer may be begun again elsewhere, and can write nothing any more.
    Between tries it waits ``first_wait_s``, twice that, and so on up to ``longest_wait_s``, each time give or take a
    half; after ``limit`` tries it is given up. ``at_once`` is how many one worker does at the same time, so that one
    slow service does not keep the others waiting.
    """

    name: str
    run: Callable[[Desk, Job], Result]
    gave_up: Callable[[Session, Job, str], object] = lambda _session, _job, _reason: None
    writes_as: Literal["owner", "service"] = "owner"
    timeout_s: float = 180.0
    limit: int = 5
    first_wait_s: float = 5.0
    longest_wait_s: float = 3600.0
    at_once: int = 2
