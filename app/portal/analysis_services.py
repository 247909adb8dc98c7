"""Analysis services: programs elsewhere that data are sent to, known to the groups that may use them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.principal import Principal
from app.errands.guard import parse
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.visibility import Standing, for_groups, groups_of
from app.secrets import Vault
from app.tables import AnalysisSecret, AnalysisService, Group

AnalysisType = Literal["lightcurve_fitting", "spectrum_fitting", "meta_analysis"]
InputType = Literal["photometry", "spectra", "redshift", "annotations", "comments", "classifications"]
Authentication = Literal["none", "header_token", "api_key", "HTTPBasicAuth", "HTTPDigestAuth", "OAuth1"]
NEEDED_AUTHINFO: Mapping[str, tuple[str, ...]] = {
    "none": (),
    "header_token": ("header_token",),
    "api_key": ("api_key_name", "api_key"),
    "HTTPBasicAuth": ("username", "password"),
    "HTTPDigestAuth": ("username", "password"),
    "OAuth1": ("app_key", "app_secret", "user_oauth_token", "user_oauth_token_secret"),
}
INPUTS: tuple[str, ...] = get_args(InputType)
COLUMNS = (
    "name", "display_name", "description", "version", "contact_name", "contact_email", "url",
    "optional_analysis_parameters", "authentication_type", "enabled", "analysis_type", "input_data_types", "timeout",
    "upload_only", "display_on_resource_dropdown", "is_summary",
)  # fmt: skip


def my_teams(session: Session, principal: Principal) -> list[int]:
    """Return the groups meant where none are named: all of the principal's teams, else the principal alone."""
    mine = audiences.my_group_ids(session)
    teams = select(Group.id).where(Group.id.in_(mine), ~Group.sitewide, ~Group.single_user_group)
    return sorted(session.scalars(teams)) or [audiences.single_user_group_id(session, principal.user_id)]


def standing(session: Session, principal: Principal, group_ids: list[int] | None) -> Standing:
    """Return the standing of what is made for these groups, or for :func:`my_teams`."""
    return for_groups(session, principal, group_ids or my_teams(session, principal))


def no_such(service_id: int) -> NotAvailableHere:
    """Return the one answer for a service that is missing and one that may not be known."""
    return NotAvailableHere(f"There is no analysis service with the id {service_id} that you may use.")


def need(session: Session, service_id: int) -> AnalysisService:
    """Return a service that the principal may use; raise :class:`NotAvailableHere`."""
    found = session.get(AnalysisService, service_id)
    if found is None:
        raise no_such(service_id)
    return found


def _check(values: Mapping[str, Any], authinfo: Mapping[str, Any] | None) -> None:
    if "url" in values:
        parse(values["url"])
    if authinfo is None:
        return
    for name in NEEDED_AUTHINFO[values["authentication_type"]]:
        given = authinfo.get(name)
        fits = isinstance(given, dict) and given and all(isinstance(v, str) for v in given.values())
        if not (fits if name == "header_token" else isinstance(given, str) and given):
            raise BadInput(
                f"For {values['authentication_type']}, _authinfo needs {name!r}: "
                + ("an object of headers." if name == "header_token" else "a text."),
                field="_authinfo",
            )


def add(
    session: Session,
    principal: Principal,
    vault: Vault,
    values: dict[str, Any],
    authinfo: dict[str, Any] | None,
    group_ids: list[int] | None,
) -> int:
    """Register a service for these groups; return its id. The credentials are kept encrypted and never shown."""
    if values["authentication_type"] != "none" and authinfo is None:
        raise BadInput("This kind of authentication needs _authinfo.", field="_authinfo")
    _check(values, authinfo)
    whose = standing(session, principal, group_ids)
    _need_free_name(session, values["name"], whose.holder_id)
    made = session.execute(
        insert(AnalysisService).values(**values, **whose.columns()).returning(AnalysisService.id)
    ).scalar_one()
    if authinfo is not None:
        _keep_secret(session, vault, made, authinfo)
    record(session, principal.user_id, Change("create", "analysis_service", made, whose.holder_id, after=values))
    return made


def _need_free_name(session: Session, name: str, holder_id: int, but: int | None = None) -> None:
    query = select(func.count()).where(AnalysisService.name == name, AnalysisService.holder_id == holder_id)
    if but is not None:
        query = query.where(AnalysisService.id != but)
    if session.execute(query).scalar_one():
        raise BadInput("Your group has an analysis service of this name already.", field="name")


def _keep_secret(session: Session, vault: Vault, service_id: int, authinfo: dict[str, Any]) -> None:
    import json

    stored = {"service_id": service_id, "authinfo": vault.encrypt(json.dumps(authinfo))}
    session.execute(
        upsert(AnalysisSecret)
        .values(**stored)
        .on_conflict_do_update(index_elements=["service_id"], set_={"authinfo": stored["authinfo"]})
    )


def change(session: Session, principal: Principal, vault: Vault, service_id: int, given: dict[str, Any]) -> None:
    """Change a service; who registered it and the administrators of its group may.

    Another address or another kind of authentication wants the credentials anew: the old ones were meant for the old
    address, and whoever changes it need not know them.
    """
    row = need(session, service_id)
    values = {name: value for name, value in given.items() if name in COLUMNS}
    authinfo = given.get("authinfo")
    kind = values.get("authentication_type", row.authentication_type)
    moved = values.get("url", row.url) != row.url or kind != row.authentication_type
    if moved and kind != "none" and authinfo is None:
        raise BadInput("Give the credentials anew: they were for the earlier address.", field="_authinfo")
    _check({**values, "authentication_type": kind}, authinfo)
    if "name" in values:
        _need_free_name(session, values["name"], row.holder_id, but=row.id)
    before = {name: getattr(row, name) for name in values}
    after: dict[str, Any] = dict(values)
    if given.get("group_ids"):
        after["audience_id"] = for_groups(session, principal, given["group_ids"]).audience_id
    if not after and authinfo is None:
        raise BadInput("Nothing to change was sent.")
    after["modified"] = func.now()
    statement = update(AnalysisService).where(AnalysisService.id == service_id).values(**after)
    if session.execute(statement.returning(AnalysisService.id)).scalar() is None:
        raise Forbidden("Only who registered it, or an administrator of its group, can change an analysis service.")
    if authinfo is not None:
        _keep_secret(session, vault, service_id, authinfo)
    session.expire(row)
    record(session, principal.user_id, Change("update", "analysis_service", service_id, row.holder_id, before, values))


def remove(session: Session, principal: Principal, service_id: int) -> None:
    """Delete a service with its analyses; who registered it and the administrators of its group may."""
    row = need(session, service_id)
    before, holder = {name: getattr(row, name) for name in ("name", "url")}, row.holder_id
    gone = delete(AnalysisService).where(AnalysisService.id == service_id).returning(AnalysisService.id)
    if session.execute(gone).scalar() is None:
        raise Forbidden("Only who registered it, or an administrator of its group, can delete an analysis service.")
    record(session, principal.user_id, Change("delete", "analysis_service", service_id, holder, before))


def listed(session: Session, service_id: int | None = None) -> list[dict[str, Any]]:
    """Return the services that the principal may use, by name; or the one."""
    query = select(AnalysisService).order_by(AnalysisService.name, AnalysisService.id)
    if service_id is not None:
        query = query.where(AnalysisService.id == service_id)
    rows = session.scalars(query).all()
    groups = groups_of(session, (row.audience_id for row in rows))
    return [as_dict(row) | {"groups": groups[row.audience_id]} for row in rows]


def one(session: Session, service_id: int) -> dict[str, Any]:
    """Return one service; raise :class:`NotAvailableHere`."""
    found = listed(session, service_id)
    if not found:
        raise no_such(service_id)
    return found[0]


def as_dict(row: AnalysisService) -> dict[str, Any]:
    """Return a service's own columns in SkyPortal's words; its credentials are none of them."""
    about = {"id": row.id, "created_at": row.created_at, "modified": row.modified}
    return about | {name: getattr(row, name) for name in COLUMNS}
