"""Sharing services: ways to publish that groups share. Members read a service, members of an owner group change it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.audiences import need_groups
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.visibility import need_streams
from app.secrets import Vault
from app.tables import (
    Instrument,
    SharingService,
    SharingServiceAutoPublisher,
    SharingServiceCoauthor,
    SharingServiceGroup,
    SharingServiceSecret,
    Stream,
)

KIND = "sharing service"
OPTIONS = ("first_and_last_detections", "auto_sharing_allow_archival")
"""Which photometry a service publishes; each is true unless said."""
COLUMNS = (
    "name", "acknowledgments", "testing", "photometry_options", "enable_sharing_with_tns", "enable_sharing_with_hermes",
    "tns_bot_name", "tns_bot_id", "tns_source_group_id", "publish_existing_tns_objects",
)  # fmt: skip
_INSTRUMENT = ("id", "created_at", "modified", "name", "type", "band", "telescope_id", "filters")
_STREAM = ("id", "created_at", "modified", "name", "altdata")


def no_such_service() -> NotAvailableHere:
    """Return the one answer for a service that is not there, and one of other groups."""
    return NotAvailableHere("There is no such sharing service, or none of your groups has access to it.")


def need_service(session: Session, service_id: int) -> SharingService:
    """Return a service that one of the principal's groups has access to; raise :class:`NotAvailableHere`."""
    found = session.get(SharingService, service_id)
    if found is None:
        raise no_such_service()
    return found


def owned(session: Session, principal: Principal, service_id: int) -> SharingService:
    """Return a service that the principal may change; raise :class:`NotAvailableHere`, :class:`Forbidden`."""
    found = need_service(session, service_id)
    mine = select(func.access.my_owned_sharing_services())
    if not principal.is_admin and service_id not in set(session.scalars(mine)):
        raise Forbidden("Only members of a group that owns the sharing service can do this.")
    return found


def options_of(given: dict[str, Any] | None) -> dict[str, bool]:
    """Return every photometry option, true unless said; raise :class:`BadInput` for an unknown one."""
    unknown = sorted(set(given or {}) - set(OPTIONS))
    if unknown:
        raise BadInput(f"There is no photometry option {unknown[0]!r}; known: {', '.join(OPTIONS)}.",
                       field="photometry_options")  # fmt: skip
    return {name: True if (given or {}).get(name) is None else bool((given or {})[name]) for name in OPTIONS}


def listed(session: Session, service_ids: Iterable[int] | None = None) -> list[dict[str, Any]]:
    """Return the services that the principal's groups have access to, in a number of queries that does not grow."""
    query = select(SharingService).order_by(SharingService.id)
    if service_ids is not None:
        query = query.where(SharingService.id.in_(list(service_ids)))
    rows = session.scalars(query).all()
    ids = [row.id for row in rows]
    groups = _groups_of(session, ids)
    coauthors = _by_service(session.scalars(
        select(SharingServiceCoauthor).where(SharingServiceCoauthor.sharing_service_id.in_(ids)).order_by(
            SharingServiceCoauthor.id)))  # fmt: skip
    instruments = _named(session, Instrument, _INSTRUMENT, {i for row in rows for i in row.instrument_ids})
    streams = _named(session, Stream, _STREAM, {s for row in rows for s in row.stream_ids})
    return [
        {
            **{name: getattr(row, name) for name in ("id", "created_at", "modified", *COLUMNS)},
            "photometry_options": options_of(row.photometry_options),
            "groups": groups.get(row.id, []),
            "owner_group_ids": [g["group_id"] for g in groups.get(row.id, []) if g["owner"]],
            "coauthors": [
                _plain(c, ("id", "created_at", "modified", "sharing_service_id", "user_id"))
                for c in coauthors.get(row.id, [])
            ],
            "instruments": [instruments[i] for i in row.instrument_ids if i in instruments],
            "streams": [streams[s] for s in row.stream_ids if s in streams],
        }
        for row in rows
    ]


def _groups_of(session: Session, ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    g, p = SharingServiceGroup, SharingServiceAutoPublisher
    rows = session.scalars(select(g).where(g.sharing_service_id.in_(ids)).order_by(g.id)).all()
    publishers: dict[int, list[dict[str, Any]]] = {}
    asked = select(p).where(p.sharing_service_group_id.in_([row.id for row in rows])).order_by(p.id)
    for one in session.scalars(asked):
        said = _plain(one, ("id", "created_at", "modified", "sharing_service_group_id", "user_id"))
        publishers.setdefault(one.sharing_service_group_id, []).append(said)
    names = ("id", "created_at", "modified", "sharing_service_id", "group_id", "owner", "auto_share_to_tns",
             "auto_share_to_hermes", "auto_sharing_allow_bots")  # fmt: skip
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        said = _plain(row, names) | {"auto_publishers": publishers.get(row.id, [])}
        found.setdefault(row.sharing_service_id, []).append(said)
    return found


def _by_service(rows: Iterable[SharingServiceCoauthor]) -> dict[int, list[SharingServiceCoauthor]]:
    found: dict[int, list[SharingServiceCoauthor]] = {}
    for row in rows:
        found.setdefault(row.sharing_service_id, []).append(row)
    return found


def _named(session: Session, table: Any, columns: Sequence[str], ids: set[int]) -> dict[int, dict[str, Any]]:
    return {row.id: _plain(row, columns) for row in session.scalars(select(table).where(table.id.in_(ids)))}


def _plain(row: Any, columns: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in columns}


def add(session: Session, principal: Principal, vault: Vault, given: dict[str, Any]) -> int:
    """Make a service, owned by groups of the principal's; return the id.

    Raises :class:`BadInput` for a name that is taken, groups one is not in, no instrument, or a TNS bot that is not
    complete. The key is encrypted, and never shown again.
    """
    groups = need_groups(session, given.get("owner_group_ids") or [], "owner_group_ids")
    if not groups:
        raise BadInput("Name at least one group that owns the sharing service.", field="owner_group_ids")
    if not given.get("instrument_ids"):
        raise BadInput("Name at least one instrument whose photometry may be published.", field="instrument_ids")
    values = {k: given[k] for k in COLUMNS if given.get(k) is not None}
    secret = given.get("tns_altdata")
    _check(session, principal, given | {"photometry_options": None}, 0)
    _need_bot(values, bool((secret or {}).get("api_key")))
    values |= {
        "photometry_options": options_of(given.get("photometry_options")),
        "instrument_ids": list(dict.fromkeys(given["instrument_ids"])),
        "stream_ids": list(dict.fromkeys(given.get("stream_ids") or [])),
        "owner_id": principal.user_id,
    }
    service_id = session.execute(insert(SharingService).values(**values).returning(SharingService.id)).scalar_one()
    session.execute(
        insert(SharingServiceGroup)
        .inline()
        .values([{"sharing_service_id": service_id, "group_id": g, "owner": True} for g in groups])
    )
    _keep_secret(session, vault, service_id, secret)
    record(session, principal.user_id, Change("create", KIND, service_id, groups[0], after=values | {"groups": groups}))
    return service_id


def change(session: Session, principal: Principal, vault: Vault, service_id: int, given: dict[str, Any]) -> None:
    """Change what is given of a service; its groups and their automatic sharing follow what is switched off."""
    row = owned(session, principal, service_id)
    values = {k: given[k] for k in COLUMNS if given.get(k) is not None}
    _check(session, principal, given, service_id)
    if "photometry_options" in values:
        values["photometry_options"] = options_of({**row.photometry_options, **values["photometry_options"]})
    if given.get("instrument_ids"):
        values["instrument_ids"] = list(dict.fromkeys(given["instrument_ids"]))
    if given.get("stream_ids") is not None:
        values["stream_ids"] = list(dict.fromkeys(given["stream_ids"]))
    secret = given.get("tns_altdata")
    known = SharingServiceSecret.sharing_service_id
    has_key = session.scalar(select(known).where(known == service_id)) is not None
    _need_bot({c: getattr(row, c) for c in COLUMNS} | values, has_key or bool((secret or {}).get("api_key")))
    before = {name: getattr(row, name) for name in values}
    if values:
        session.execute(update(SharingService).where(SharingService.id == service_id).values(**values))
    _keep_secret(session, vault, service_id, secret)
    off = {
        f"auto_share_to_{there}": False
        for there in ("tns", "hermes")
        if values.get(f"enable_sharing_with_{there}") is False
    }
    if off:
        of_service = SharingServiceGroup.sharing_service_id == service_id
        session.execute(update(SharingServiceGroup).where(of_service).values(**off))
    said = values | ({"key": "changed"} if secret else {})
    record(session, principal.user_id, Change("update", KIND, service_id, None, before, said))


def remove(session: Session, principal: Principal, service_id: int) -> None:
    """Delete a service; what was submitted by it is forgotten here."""
    row = owned(session, principal, service_id)
    before = {"name": row.name}
    session.execute(delete(SharingService).where(SharingService.id == service_id))
    record(session, principal.user_id, Change("delete", KIND, service_id, None, before))


def _check(session: Session, principal: Principal, given: dict[str, Any], but: int) -> None:
    same = select(SharingService.id).where(SharingService.name == given.get("name"), SharingService.id != but)
    if session.scalars(same.limit(1)).first() is not None:
        raise BadInput("A sharing service of this name exists already.", field="name")
    options_of(given.get("photometry_options"))
    wanted = set(given.get("instrument_ids") or [])
    known = set(session.scalars(select(Instrument.id).where(Instrument.id.in_(wanted))))
    if wanted - known:
        raise BadInput(f"There is no instrument with the id {min(wanted - known)}.", field="instrument_ids")
    need_streams(session, principal, given.get("stream_ids") or [])
    there = set(session.scalars(select(Stream.id).where(Stream.id.in_(given.get("stream_ids") or []))))
    if set(given.get("stream_ids") or []) - there:
        raise BadInput("There is no such stream.", field="stream_ids")


def _need_bot(values: dict[str, Any], has_key: bool) -> None:
    if not values.get("enable_sharing_with_tns"):
        return
    for name in ("tns_bot_id", "tns_source_group_id"):
        if values.get(name) is None:
            raise BadInput(f"Sharing with the TNS needs {name}.", field=name)
    if not has_key:
        raise BadInput("Sharing with the TNS needs the bot's api_key in _tns_altdata.", field="_tns_altdata")


def _keep_secret(session: Session, vault: Vault, service_id: int, secret: dict[str, Any] | None) -> None:
    if not secret:
        return
    sealed = vault.encrypt(json.dumps(secret))
    # The value is repeated, since reading it back from the row is what this role may not do.
    session.execute(
        insert(SharingServiceSecret)
        .inline()
        .values(sharing_service_id=service_id, ciphertext=sealed)
        .on_conflict_do_update(
            index_elements=["sharing_service_id"], set_={"ciphertext": sealed, "changed_at": func.now()}
        )
    )
