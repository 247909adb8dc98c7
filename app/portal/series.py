"""Adding, changing and deleting photometric series in somebody's name; the data of each are one file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.blobs import BlobStore
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import magnitudes as m
from app.portal import series_file, series_stats, shares
from app.portal.bandpasses import need_bandpass
from app.portal.clean import need_document, need_text
from app.portal.governed import Asked, Planner, Withheld, plan_with
from app.portal.objs import healpix_of, readable
from app.portal.series_file import Table
from app.portal.spectra_check import need_links
from app.portal.visibility import GroupChoice, chosen_groups, for_chosen
from app.tables import Instrument, PhotometricSeries

KIND = "photometric series"
NEW = shares.EVENTS[KIND]
ALIGNMENTS = ("start", "middle", "end")
_S = PhotometricSeries
_TEXTS = ("series_name", "series_obj_id", "channel", "origin")
_NEEDED = ("series_name", "series_obj_id", "obj_id", "instrument_id", "ra", "dec", "exp_time", "filter")
_PLAIN = ("obj_id", "instrument_id", "ra", "dec", "ra_unc", "dec_unc", "exp_time", "filter", "limiting_mag",
          "ref_flux", "ref_fluxerr", "followup_request_id", "assignment_id", "time_stamp_alignment", "altdata",
          *_TEXTS)  # fmt: skip
_LIMITS = {"ra": (0.0, 360.0), "dec": (-90.0, 90.0), "exp_time": (0.0, 1e7), "limiting_mag": (-50.0, 60.0),
           "ra_unc": (0.0, 180.0), "dec_unc": (0.0, 180.0), "magref": (-50.0, 60.0), "e_magref": (0.0, 50.0),
           "ref_flux": (0.0, 1e30), "ref_fluxerr": (0.0, 1e30)}  # fmt: skip


@dataclass(frozen=True)
class Stored:
    """The id of a series, and whom the policies keep waiting."""

    id: int
    withheld: Sequence[Withheld] = ()


def no_such(series_id: int) -> NotAvailableHere:
    """Return the one answer for a series that is missing and for one that may not be read."""
    return NotAvailableHere(f"There is no photometric series with the id {series_id} that you may read.")


def need(session: Session, series_id: int) -> PhotometricSeries:
    """Return a readable series; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(_S).where(_S.id == series_id)).first()
    if found is None:
        raise no_such(series_id)
    return found


def add(
    session: Session,
    principal: Principal,
    given: Mapping[str, Any],
    table: Table,
    place: tuple[BlobStore, Planner | None],
) -> Stored:
    """Store a series; ``place`` is where its file goes, and who asks the sharing policies.

    What is not given is taken from the file's metadata, then from its columns. Raises :class:`BadInput` that names the
    field, and in columns the row, at fault, and for a file that its holder has already.
    """
    blobs, govern = place
    told = series_stats.inferred(table) | _of_file(table) | {k: v for k, v in given.items() if v is not None}
    for name in _NEEDED:
        if told.get(name) is None:
            raise BadInput(f"{name} is neither sent nor said by the data.", field=name)
    values = _values(told) | series_stats.columns(table)
    version_id = _check(session, values)
    groups: GroupChoice = told.get("group_ids")
    streams = tuple(told.get("stream_ids") or ())
    wanted = chosen_groups(session, principal, groups)
    standing = for_chosen(session, principal, wanted, streams)
    asked = Asked(
        standing.holder_id,
        tuple(wanted),
        [values["instrument_id"]],
        [values["mjd_mid"]],
        streams,
        version_id,
        obj_ids=[values["obj_id"]],
    )
    plan = plan_with(session, govern, asked)
    columns: dict[str, Any] = standing.columns() | {"stream_ids": list(streams)}
    if plan.rows[0] is not None:
        columns |= {"audience_id": plan.rows[0][0], "policy_version_id": plan.rows[0][1]}
    values |= _filed(values, table, blobs)
    _need_new(session, columns["holder_id"], values)
    made = session.execute(insert(_S).values(**values, **columns).returning(_S.id)).scalar_one()
    record(session, principal.user_id, Change("create", KIND, made, standing.holder_id, after=_told(values)))
    announce(session, NEW, audience_id=columns["audience_id"], obj_id=values["obj_id"])
    return Stored(made, plan.withheld)


def _of_file(table: Table) -> dict[str, Any]:
    """What the metadata of a file say of it; groups and streams are never taken from there."""
    return {k: v for k, v in table.metadata.items() if k in (*_PLAIN, "magref", "e_magref") and v is not None}


def _values(told: Mapping[str, Any]) -> dict[str, Any]:
    for name, (low, high) in _LIMITS.items():
        value = told.get(name)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise BadInput(f"This must be a number within {low:g} to {high:g}.", field=name)
    values = {name: told[name] for name in _PLAIN if told.get(name) is not None}
    if told.get("magref") is not None:
        flux = m.flux_of(np.array([told["magref"]]))
        values["ref_flux"] = float(flux[0])
        if told.get("e_magref") is not None:
            values["ref_fluxerr"] = float(m.fluxerr_of(np.array([told["e_magref"]]), flux)[0])
    for name in (*_TEXTS, "obj_id", "filter"):
        if name in values and not isinstance(values[name], str):
            raise BadInput("This must be a text.", field=name)
        need_text(values.get(name), name, 255)
    need_document(values.get("altdata"), "altdata")
    if values.get("time_stamp_alignment", "middle") not in ALIGNMENTS:
        raise BadInput(f"Say one of {', '.join(ALIGNMENTS)}.", field="time_stamp_alignment")
    if "ra" in values and "dec" in values:
        values["healpix"] = int(healpix_of(np.array([values["ra"]]), np.array([values["dec"]]))[0])
    return values


def _check(session: Session, values: Mapping[str, Any]) -> int | None:
    if not readable(session, [values["obj_id"]]):
        raise BadInput("There is no source or candidate of this id.", field="obj_id")
    number = values["instrument_id"]
    instrument = session.get(Instrument, number) if isinstance(number, int) and 0 < number < 2**31 else None
    if instrument is None:
        raise BadInput("There is no instrument with this id.", field="instrument_id")
    if instrument.filters and values["filter"] not in instrument.filters:
        raise BadInput(f"The instrument has no such filter; it has {', '.join(instrument.filters)}.", field="filter")
    if not instrument.filters:
        need_bandpass(values["filter"])
    return need_links(session, values)


def _filed(values: Mapping[str, Any], table: Table, blobs: BlobStore) -> dict[str, Any]:
    """Keep the data, with what is known of them, as a file; its name and MD5 are SkyPortal's way to find it again."""
    names = ("series_name", "series_obj_id", "obj_id", "instrument_id", "ra", "dec", "exp_time", "filter", "channel",
             "origin", "limiting_mag", "ref_flux", "ref_fluxerr", "time_stamp_alignment")  # fmt: skip
    about = {name: values[name] for name in names if values.get(name) is not None}
    content = series_file.write(Table(table.columns, about))
    digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
    parts = [str(values[name]) for name in ("obj_id", "series_name", "series_obj_id", "filter")]
    stem = "_".join(re.sub(r"[^A-Za-z0-9.+-]+", "-", part) for part in parts)
    return {"blob": blobs.put(content), "hash": digest, "filename": f"{stem[:200]}.h5"}


def _need_new(session: Session, holder_id: int, values: Mapping[str, Any], but: int | None = None) -> None:
    query = select(_S.id).where(_S.holder_id == holder_id, _S.hash == values["hash"], _S.obj_id == values["obj_id"])
    found = session.execute(query).scalar()
    if found is not None and found != but:
        raise BadInput(f"Your group has this series already; its id is {found}.", field="data", id=found)


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    names = ("obj_id", "instrument_id", "series_name", "series_obj_id", "filter", "num_exp", "mjd_mid", "hash")
    return {name: values[name] for name in names if name in values}


def change(
    session: Session,
    principal: Principal,
    series_id: int,
    given: Mapping[str, Any],
    place: tuple[BlobStore, Planner | None],
    table: Table | None = None,
) -> Sequence[Withheld]:
    """Change a series, and its data where ``table`` is given; groups are added.

    Position, exposure time and filter of new data are taken from their columns, unless they are given here. Raises
    :class:`NotAvailableHere`, :class:`Forbidden` unless it is the principal's own or of a group that they administer,
    :class:`BadInput`.
    """
    blobs, govern = place
    row = need(session, series_id)
    sent = {k: v for k, v in given.items() if v is not None}
    if not sent and table is None:
        raise BadInput("Nothing to change was sent.")
    new = {} if table is None else series_stats.inferred(table) | _of_file(table)
    whole = {name: getattr(row, name) for name in _PLAIN} | new | sent
    values = _values(whole)
    _check(session, values)
    data = table if table is not None else series_file.read(blobs.get(row.blob))
    values |= series_stats.columns(data)
    values |= _filed(values, data, blobs)
    _need_new(session, row.holder_id, values, series_id)
    before, holder_id = _told({n: getattr(row, n) for n in values}), row.holder_id
    values |= _governed(session, row, values, govern)
    changed = session.execute(update(_S).where(_S.id == series_id).values(**values).returning(_S.audience_id)).scalar()
    if changed is None:
        raise Forbidden("Only who uploaded this series, or an administrator of its group, can change it.")
    session.expire(row)
    record(session, principal.user_id, Change("update", KIND, series_id, holder_id, before, _told(values)))
    announce(session, NEW, audience_id=changed, obj_id=values["obj_id"])
    groups: GroupChoice = sent.get("group_ids")
    if groups is None:
        return ()
    wanted = chosen_groups(session, principal, groups)
    rows = shares.products(session, KIND, [series_id])
    return shares.share(session, principal, KIND, rows, shares.Wish(wanted, None, govern))


def _governed(
    session: Session, row: PhotometricSeries, values: Mapping[str, Any], govern: Planner | None
) -> dict[str, Any]:
    """Return the audience of a series whose time or instrument changes: never open earlier than before."""
    return shares.moved(
        session, shares.products(session, KIND, [row.id])[0], values["instrument_id"], values["mjd_mid"], govern
    )


def remove(session: Session, principal: Principal, series_id: int) -> None:
    """Delete a series; raises as :func:`change` does. Its file stays in the store, where backups refer to it."""
    row = need(session, series_id)
    before = _told({n: getattr(row, n) for n in ("obj_id", "series_name", "series_obj_id", "filter", "hash")})
    holder_id = row.holder_id
    gone = session.execute(delete(_S).where(_S.id == series_id).returning(_S.id)).scalar()
    if gone is None:
        raise Forbidden("Only who uploaded this series, or an administrator of its group, can delete it.")
    record(session, principal.user_id, Change("delete", KIND, series_id, holder_id, before))
