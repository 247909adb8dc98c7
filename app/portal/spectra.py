"""Adding, changing and deleting spectra in somebody's name; what they look like outside is in ``spectra_view``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import shares
from app.portal import spectra_check as checks
from app.portal.governed import Asked, Planner, Withheld, plan_with
from app.portal.visibility import GroupChoice, chosen_groups, for_chosen
from app.tables import Spectrum
from app.times import mjd_of

KIND = "spectrum"
NEW = shares.EVENTS[KIND]
_TOLD = ("obj_id", "instrument_id", "observed_at", "units", "origin", "type", "label", "n_points")


@dataclass(frozen=True)
class Added:
    """The id of a new spectrum, and whom the policies keep waiting."""

    id: int
    withheld: Sequence[Withheld] = ()


def no_such(spectrum_id: int) -> NotAvailableHere:
    """Return the one answer for a spectrum that is missing and for one that may not be read."""
    return NotAvailableHere(f"There is no spectrum with the id {spectrum_id} that you may read.")


def need(session: Session, spectrum_id: int) -> Spectrum:
    """Return a readable spectrum without its arrays; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(Spectrum).where(Spectrum.id == spectrum_id)).first()
    if found is None:
        raise no_such(spectrum_id)
    return found


def add(
    session: Session,
    principal: Principal,
    given: Mapping[str, Any],
    groups: GroupChoice,
    govern: Planner | None = None,
) -> Added:
    """Store a spectrum; what its sharing policy does not let the groups see yet is withheld.

    Raises :class:`BadInput` that names the field, and in arrays the place, at fault.
    """
    values = {"type": "source"} | {k: v for k, v in checks.columns(given).items() if v is not None}
    for name in ("obj_id", "instrument_id", "observed_at", "wavelengths", "fluxes"):
        if name not in values:
            raise BadInput(f"{name} is missing.", field=name)
    _need_lengths(values)
    version_id = checks.need_names(session, values)
    wanted = chosen_groups(session, principal, groups)
    standing = for_chosen(session, principal, wanted, ())
    mjd = mjd_of(values["observed_at"])
    asked = Asked(
        standing.holder_id,
        tuple(wanted),
        [values["instrument_id"]],
        [mjd],
        version_id=version_id,
        product="spectrum",
        obj_ids=[values["obj_id"]],
    )
    plan = plan_with(session, govern, asked)
    columns = standing.columns()
    if plan.rows[0] is not None:
        columns |= {"audience_id": plan.rows[0][0], "policy_version_id": plan.rows[0][1]}
    if given.get("original_file_string") is not None:
        values["original_file_string"] = given["original_file_string"]
    made = session.execute(insert(Spectrum).values(**values, **columns).returning(Spectrum.id)).scalar_one()
    after = _told(values)
    record(session, principal.user_id, Change("create", KIND, made, standing.holder_id, after=after))
    announce(session, NEW, audience_id=columns["audience_id"], obj_id=values["obj_id"])
    return Added(made, plan.withheld)


def _need_lengths(values: Mapping[str, Any]) -> None:
    errors = values.get("errors")
    checks.need_lengths(values["n_points"], len(values["fluxes"]) // 8, None if errors is None else len(errors) // 8)


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: values[name] for name in _TOLD if name in values}
    if "observed_at" in told:
        told["observed_at"] = told["observed_at"].isoformat()
    return told


def change(
    session: Session,
    principal: Principal,
    spectrum_id: int,
    given: Mapping[str, Any],
    govern: Planner | None = None,
) -> Sequence[Withheld]:
    """Change a spectrum: ``given`` has only what is to change; groups are added, none is taken away.

    Returns what a policy withholds of what was asked for. Raises :class:`NotAvailableHere`, :class:`Forbidden` unless
    it is the principal's own or of a group that they administer, :class:`BadInput` where the result is no spectrum.
    """
    row = need(session, spectrum_id)
    groups: GroupChoice = given.get("group_ids")
    values = {k: v for k, v in checks.columns(given).items() if v is not None}
    if not values and groups is None:
        raise BadInput("Nothing to change was sent.")
    if values:
        _apply(session, principal, row, values, govern)
    if groups is None:
        return ()
    wanted = chosen_groups(session, principal, groups)
    rows = shares.products(session, KIND, [spectrum_id])
    return shares.share(session, principal, KIND, rows, shares.Wish(wanted, given.get("why"), govern))


def _apply(
    session: Session, principal: Principal, row: Spectrum, values: dict[str, Any], govern: Planner | None
) -> None:
    whole = {name: getattr(row, name) for name in ("obj_id", "pi_ids", "reducer_ids", "observer_ids")} | values
    checks.need_names(session, whole)
    if {"wavelengths", "fluxes", "errors"} & set(values):
        arrays = {n: getattr(row, n) for n in ("n_points", "wavelengths", "fluxes", "errors")} | values
        _need_lengths(arrays)
    before = _told({name: getattr(row, name) for name in values if name in _TOLD})
    product = shares.products(session, KIND, [row.id])[0]
    at = mjd_of(values.get("observed_at", row.observed_at))
    values |= shares.moved(session, product, values.get("instrument_id", row.instrument_id), at, govern)
    holder_id = row.holder_id
    changed = session.execute(
        update(Spectrum).where(Spectrum.id == row.id).values(**values).returning(Spectrum.audience_id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who uploaded this spectrum, or an administrator of its group, can change it.")
    session.expire(row)
    record(session, principal.user_id, Change("update", KIND, row.id, holder_id, before, _told(values)))
    announce(session, NEW, audience_id=changed, obj_id=row.obj_id)


def remove(session: Session, principal: Principal, spectrum_id: int) -> None:
    """Delete a spectrum; raises as :func:`change` does."""
    row = need(session, spectrum_id)
    before, holder_id = _told({name: getattr(row, name) for name in _TOLD}), row.holder_id
    gone = session.execute(delete(Spectrum).where(Spectrum.id == spectrum_id).returning(Spectrum.id)).scalar()
    if gone is None:
        raise Forbidden("Only who uploaded this spectrum, or an administrator of its group, can delete it.")
    record(session, principal.user_id, Change("delete", KIND, spectrum_id, holder_id, before))
