"""Asking, and what is made of answers: the same in all tests of the matrix."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import httpx

from app.main import all_routes
from tests.app.access.matrix.asks import Ask, ask_for
from tests.app.access.matrix.cast import MARK, Cast, Queries
from tests.app.access.matrix.seeds import absent
from tests.app.access.matrix.values import EXTRAS, PUBLIC, SECRETS

STRANGERS = ("no group", "stream only", "other group")
"""Outsiders who get past the door; anonymous and expired ones are refused before anything is looked up."""
_ID = re.compile(r"\b\d{8,9}\b")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)?")


def asks() -> list[Ask]:
    """One request for each route."""
    return [ask_for(route) for route in all_routes() if route.described]


def more_asks() -> list[Ask]:
    """Those, and others of the same routes that name other rows."""
    by_label = {ask.label: ask for ask in asks()}
    return [*by_label.values(), *(by_label[label].but(changed) for label, changed in EXTRAS)]


def differs_in_a_browser(ask: Ask) -> bool:
    """Whether a log-in's cookie may be told something else than a token of the same person.

    Writes need the header that no other site can send, and what is internal is made for browsers. Anything else reads
    by the same principal.
    """
    return ask.method != "GET" or ask.path.startswith("/api/internal/")


def send(client: httpx.Client, ask: Ask, known: dict[str, Any]) -> httpx.Response:
    """Ask about the rows that ``known`` names; a cookie that the answer sets is not taken along to the next."""
    path, query, body = ask.filled(known)
    brought = httpx.Cookies(client.cookies)
    try:
        return client.request(ask.method, path, params=query, json=body)
    finally:
        client.cookies = brought


def said(answer: httpx.Response, ask: Ask, known: dict[str, Any]) -> tuple[int, str, str]:
    """The answer, with what the asker named himself, and what differs each time, made equal."""
    told = answer.text
    for key in ask.rows():
        told = re.sub(rf"(?<![0-9A-Za-z]){re.escape(str(known[key]))}(?![0-9A-Za-z])", f"@{key}", told)
    told = re.sub(r'"queryID":"[0-9a-f]+"', '"queryID":""', told)
    return answer.status_code, answer.headers.get("content-type", ""), _TIME.sub("TIME", told)


def leaked(cast: Cast, told: str) -> set[str]:
    """Words and ids of the team's in what an outsider was told."""
    private = {str(v) for k, v in cast.ids.items() if k not in PUBLIC}
    ids = {found for found in _ID.findall(told) if found in private}
    return ids | ({MARK} if MARK in told.lower() else set())


def without_secrets(cast: Cast) -> dict[str, Any]:
    """The team's rows as an outsider names them, who has none of the secrets that open something."""
    nowhere = absent(cast)
    return {key: nowhere[key] if key in SECRETS else value for key, value in cast.ids.items()}


def told_apart(cast: Cast, wanted: Iterable[Ask], roles: Iterable[str] = STRANGERS) -> list[str]:
    """How these can tell hidden rows from absent ones: by words, or by the number of queries."""
    nowhere, known = absent(cast), without_secrets(cast)
    queries = Queries(cast.world)
    wrong: list[str] = []
    for ask in wanted:
        keys = [k for k in ask.rows() if k not in PUBLIC | SECRETS]
        for role in roles if keys else ():
            client = cast.clients[role]
            queries.n = 0
            hidden = send(client, ask, known)
            n_hidden = queries.n
            for key in keys:
                queries.n = 0
                other = known | {key: nowhere[key]}
                none = send(client, ask, other)
                if said(hidden, ask, known) != said(none, ask, other):
                    wrong.append(f"{ask.label} as {role}: {key} hidden {hidden.text[:300]} absent {none.text[:300]}")
                elif n_hidden != queries.n:
                    wrong.append(f"{ask.label} as {role}: {key} hidden {n_hidden} queries, absent {queries.n}")
    return wrong
