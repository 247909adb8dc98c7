"""Uses that are accounted for: the terms go with the answer, and the holder sees who took what.

A route that hands out rows of others is declared with ``@routes.get(…, beside=TERMS)`` and, below, ``@takes("…")``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel

from app.access.reads import Reads, counting
from app.api.routes import Answer, Call, Raw
from app.policies.takings import TermsOf, take, terms_of


class AskOut(BaseModel):
    """Whom to ask about the terms: the holder group, and who wrote the policy."""

    group_id: int
    group: str | None
    user_id: int | None
    username: str | None


class TermsOut(BaseModel):
    """The terms of rows that were read: ``use`` says in sentences what their use requires."""

    product: str
    holder_id: int
    holder: str | None
    policy_version_id: int
    policy: str
    n_rows: int
    use: list[str]
    ask: AskOut


TERMS = {"terms": list[TermsOut]}
Operation = Callable[[Any], Any]


def takes(way: str) -> Callable[[Operation], Operation]:
    """Let what an operation reads under terms be accounted for as taken by this ``way``, and tell its terms beside.

    By a token from ``takings.token_rows`` rows of an answer on; by a browser's session beyond ``takings.web_rows``:
    looking at a page is no taking. A file is always one.
    """

    def wrap(operation: Operation) -> Operation:
        @wraps(operation)
        def accounted(call: Call[Any, Any]) -> Any:
            with counting(call.session) as reads:
                said = operation(call)
            if not reads:
                return said
            # Whoever is given a file takes it along.
            if isinstance(said, Raw) or is_taking(call, reads):
                take(call.session, reads, way, call.principal.token_id)
            return _linked(said, reads) if isinstance(said, Raw) else _with_terms(said, terms_of(call.session, reads))

        return accounted

    return wrap


def is_taking(call: Call[Any, Any], reads: Reads) -> bool:
    """Return whether reading so many rows by these credentials is a use to be accounted for."""
    rule = call.context.settings.takings
    number = reads.total()
    return number >= rule.token_rows if call.principal.token_id is not None else number > rule.web_rows


def _linked(said: Raw, reads: Reads) -> Raw:
    """A file keeps its bytes, whose checksum is known: its header says where the terms are."""
    places = sorted({f'</api/terms?obj_id={quote(read.obj_id, safe="")}>; rel="terms-of-service"' for read in reads})
    return replace(said, headers={**said.headers, "Link": ", ".join(places)})


def _with_terms(said: Any, terms: list[TermsOf]) -> Answer:
    beside = [TermsOut.model_validate(one, from_attributes=True) for one in terms]
    answer = said if isinstance(said, Answer) else Answer(said)
    return replace(answer, beside={**answer.beside, "terms": beside})
