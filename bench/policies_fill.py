"""Fills a database for `bench.policies`: points of several holders under many policies, embargoed night by night."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.context import Context
from app.policies.document import PolicyDocument
from app.policies.evaluate import audience_for
from app.policies.versions import NewPolicy, create_policy
from app.portal.accounts import NewUser, create_user
from app.tables import Group, GroupUser, Instrument, PolicyVersion, Telescope

START = datetime(2024, 1, 1, 3, 0, tzinfo=UTC)
STEP = 50_000
"""Points that are stored at once."""


@dataclass(frozen=True)
class Size:
    """How much there is."""

    points: int
    objs: int
    policies: int = 50
    holders: int = 10
    nights: int = 20


@dataclass(frozen=True)
class Filled:
    """Who reads, who waits, and what there is."""

    reader: Principal
    waiting: Principal
    reader_group: int
    waiting_group: int
    obj_ids: list[str]
    big_obj_ids: list[str]
    big_audience: int


def document(number: int, reader: int, waiting: int) -> PolicyDocument:
    """A policy: the reader's group at once, the other one after two years; uses that differ, some by class."""
    uses = (
        [{"kind": "notify"}],
        [{"kind": "permission", "answer_days": 14}, {"kind": "acknowledge", "texts": [f"We thank team {number}."]}],
        [{"kind": "coauthorship", "authors": 2, "by_share": [{"from_share": 0.1, "authors": 4}]}],
        [{"kind": "cite", "texts": [f"Team {number}, 2024"]}, {"kind": "notify"}],
    )
    circles = [
        {"who": "group", "group_id": reader, "after_days": 0},
        {"who": "group", "group_id": waiting, "after_days": 700},
    ]
    terms = {"circles": circles, "use": uses[number % len(uses)], "stage": "submit" if number % 7 == 0 else "post"}
    camera = [{"kind": "acknowledge", "texts": ["We thank the makers of camera 1."]}]
    cases = [{"products": ["photometry"], "instrument_ids": [1], "terms": terms | {"use": camera}}]
    found: dict[str, Any] = {"products": {"photometry": terms}, "cases": cases if number % 5 == 0 else []}
    if number % 10 == 3:
        found["cases"] = [{"products": ["photometry"], "classes": ["SN"], "terms": terms | {"use": camera}}]
    return PolicyDocument.model_validate(found)


def fill(context: Context, size: Size, progress: Callable[[str], None]) -> Filled:
    """Make the teams, policies and audiences, and put the points in twice: spread, and in one big embargo."""
    with context.transaction() as session:
        chief, reader, waiting = (_user(session, name) for name in ("chief", "reader", "waiting"))
        holders = [_group(session, f"holder {n}", chief) for n in range(size.holders)]
        groups = [_group(session, p.username, p) for p in (reader, waiting)]
        _instruments(session)
        session.execute(
            text(
                "INSERT INTO taxonomies (name, version, hierarchy, audience_id, holder_id, owner_id)"
                " SELECT 'Bench', '1', CAST(:h AS jsonb), access.intern_audience(ARRAY[:g], ARRAY[NULL::int]), :g, :u"
            ),
            {"h": '{"class": "SN"}', "g": groups[0], "u": chief.user_id},
        )
    audiences: list[tuple[int, int, int]] = []
    for number in range(size.policies):
        with context.transaction() as session:
            holder = holders[number % len(holders)]
            new = NewPolicy(f"policy {number}", holder, document(number, *groups))
            version = create_policy(session, Principal(chief.user_id, "chief", frozenset({"System admin"})), new)
            audiences += _nights(session, version, holder, size.nights)
        progress(f"{number + 1} policies, {len(audiences)} embargoes")
    objs = [f"P{n}" for n in range(size.objs)]
    big = [f"B{n}" for n in range(size.objs)]
    _objs(context, [*objs, *big], chief.user_id)
    points(context, size.points, "P", size.objs, audiences, chief.user_id, progress)
    points(context, size.points, "B", size.objs, audiences[:1], chief.user_id, progress)
    with context.transaction() as session:
        session.connection().exec_driver_sql("ANALYZE photometry, obj_audience, audiences, audience_grants")
    return Filled(reader, waiting, groups[0], groups[1], objs, big, audiences[0][0])


def points(
    context: Context, number: int, prefix: str, objs: int, audiences: list[tuple[int, int, int]], owner: int,
    progress: Callable[[str], None],
) -> None:  # fmt: skip
    """Store points, spread over objs and audiences."""
    ids, holders, versions = (list(column) for column in zip(*audiences, strict=True))
    for first in range(0, number, STEP):
        began = time.monotonic()
        with context.transaction() as session:
            session.execute(text("SET LOCAL statement_timeout = 0"))
            session.execute(
                text(
                    "INSERT INTO photometry (obj_id, instrument_id, mjd, filter, flux, fluxerr, upload_id, audience_id,"
                    " holder_id, owner_id, policy_version_id) SELECT :prefix || (n % :objs), 1 + n % 2,"
                    " 60310 + n / 1e4, 'sdssr', 100 + n % 997, 1, 'bench', (CAST(:ids AS bigint[]))[k],"
                    " (CAST(:holders AS int[]))[k], :owner, (CAST(:versions AS int[]))[k]"
                    " FROM (SELECT n, 1 + (n / 7) % :many AS k FROM generate_series(:first, :last) n) AS s"
                ),
                {"prefix": prefix, "objs": objs, "ids": ids, "holders": holders, "versions": versions, "owner": owner,
                 "many": len(ids), "first": first, "last": min(first + STEP, number) - 1},
            )  # fmt: skip
        progress(f"{prefix}: {first + STEP:,} points, {STEP / (time.monotonic() - began):,.0f}/s")


def _user(session: Session, name: str) -> Principal:
    return Principal(create_user(session, NewUser(name, roles=("Full user",))), name, frozenset())


def _group(session: Session, name: str, admin: Principal) -> int:
    group_id = session.execute(insert(Group).values(name=f"bench {name}").returning(Group.id)).scalar_one()
    session.execute(insert(GroupUser).values(group_id=group_id, user_id=admin.user_id, admin=True))
    return int(group_id)


def _instruments(session: Session) -> None:
    site = {"name": "Bench", "nickname": "B", "diameter": 1.0}
    telescope = session.execute(insert(Telescope).values(**site).returning(Telescope.id)).scalar_one()
    for number in (1, 2):
        values = {"id": number, "name": f"Bench {number}", "type": "imager", "telescope_id": telescope}
        session.execute(insert(Instrument).values(**values, filters=["sdssr"]))


def _nights(session: Session, version: PolicyVersion, holder: int, nights: int) -> list[tuple[int, int, int]]:
    found = []
    for night in range(nights):
        at = START + timedelta(days=night)
        found.append((audience_for(session, version, holder, at, at).audience_id, holder, version.id))
    return found


def _objs(context: Context, names: list[str], owner: int) -> None:
    with context.transaction() as session:
        session.execute(
            text(
                "INSERT INTO objs (id, ra, dec, healpix, created_by_id)"
                " SELECT o, n % 360, 0, n, :owner FROM unnest(CAST(:names AS text[])) WITH ORDINALITY AS t(o, n)"
            ),
            {"names": names, "owner": owner},
        )
