"""What is new for somebody: sources, comments, classifications, spectra, photometry of follow-up.

Each list is read from the newest end of each audience (or group) that the reader is in, by an index, so its cost
follows what the reader is in and not what the tables hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.errors import BadInput
from app.portal.visibility import users_of
from app.tables import User

MOST = 1000
DEFAULT = 50
_OF_TEAM = (
    " AND EXISTS (SELECT FROM sources s WHERE s.obj_id = t.obj_id AND s.active"
    " AND s.holder_id = ANY(CAST(:team AS int[])))"
)
_NEWEST = (
    # The newest n rows are in those n audiences that have the newest rows.
    "SELECT n.* FROM (SELECT mine.id FROM (SELECT DISTINCT access.my_audiences() AS id) AS mine CROSS JOIN LATERAL"
    " (SELECT t.created_at FROM {table} t WHERE t.audience_id = mine.id{where} ORDER BY t.created_at DESC LIMIT 1) m"
    " ORDER BY m.created_at DESC LIMIT :n) AS mine CROSS JOIN LATERAL"
    " (SELECT {columns} FROM {table} t WHERE t.audience_id = mine.id{where} ORDER BY t.created_at DESC LIMIT :n) n"
    " ORDER BY n.created_at DESC LIMIT :n"
)
_SOURCES = (
    "SELECT n.* FROM access.my_groups() AS mine(id) CROSS JOIN LATERAL"
    " (SELECT t.obj_id, t.saved_at AS created_at, t.owner_id FROM sources t"
    " WHERE t.holder_id = mine.id AND t.active{where} ORDER BY t.saved_at DESC LIMIT :n) n"
    " ORDER BY n.created_at DESC LIMIT :n"
)
_RETURNED = (
    "SELECT t.obj_id, max(t.created_at) AS created_at, max(t.owner_id) AS owner_id, count(*) AS points,"
    " (SELECT i.name FROM instruments i WHERE i.id = t.instrument_id) AS instrument"
    " FROM photometry t WHERE t.followup_request_id IN"
    " (SELECT f.id FROM followup_requests f ORDER BY f.created_at DESC, f.id DESC LIMIT :n){where}"
    " GROUP BY t.obj_id, t.instrument_id, t.followup_request_id ORDER BY 2 DESC LIMIT :n"
)


def feed(
    session: Session, principal: Principal, *, wanted: int | None = None, team_id: int | None = None
) -> list[dict[str, Any]]:
    """Return the newest of what the principal's audiences may know, newest first, as their preferences choose.

    The number is the larger of ``wanted`` and the preference ``newsFeed.numItems``, else 50. With ``team_id`` only
    what is about sources that this team's groups saved. Raises :class:`BadInput` for a team that one may not see.
    """
    preferences = _preferences(session, principal)
    number = _number(preferences, wanted)
    binds: dict[str, Any] = {"n": number}
    where = ""
    if team_id is not None:
        binds["team"], where = _groups_of_team(session, team_id), _OF_TEAM
    categories = preferences.get("categories")
    chosen: Mapping[str, Any] = categories if isinstance(categories, dict) else {}
    items: list[dict[str, Any]] = []
    for category, query in _queries(chosen, where):
        if chosen.get(category, True):
            rows = session.execute(text(query), binds).mappings().all()
            items.extend(_item(category, dict(row)) for row in rows)
    items.sort(key=lambda item: item["time"], reverse=True)
    return _finish(session, items[:number])


def _preferences(session: Session, principal: Principal) -> dict[str, Any]:
    stored = session.execute(select(User.preferences).where(User.id == principal.user_id)).scalar_one()
    found = stored.get("newsFeed")
    return found if isinstance(found, dict) else {}


def _number(preferences: Mapping[str, Any], wanted: int | None) -> int:
    preferred = str(preferences.get("numItems", ""))
    known = [n for n in (wanted, int(preferred) if preferred.isdecimal() else None) if n]
    return min(max(known), MOST) if known else DEFAULT


def _groups_of_team(session: Session, team_id: int) -> list[int]:
    groups = session.scalars(text("SELECT group_id FROM access.team_groups_of(ARRAY[:team])"), {"team": team_id}).all()
    if not groups:
        raise BadInput(f"There is no team with the id {team_id} that you are in.", field="teamID")
    return list(groups)


def _queries(chosen: Mapping[str, Any], where: str) -> list[tuple[str, str]]:
    people = "" if chosen.get("includeCommentsFromBots", False) else " AND NOT t.bot"
    plain = "" if chosen.get("includeMLClassifications", False) else " AND NOT t.ml"
    instrument = "(SELECT i.name FROM instruments i WHERE i.id = t.instrument_id) AS instrument"
    own = "t.obj_id, t.created_at, t.owner_id"
    return [
        ("sources", _SOURCES.format(where=where)),
        ("comments", _NEWEST.format(columns=f"{own}, t.text", table="comments", where=people + where)),
        (
            "classifications",
            _NEWEST.format(columns=f"{own}, t.classification", table="classifications", where=plain + where),
        ),
        ("spectra", _NEWEST.format(columns=f"{own}, {instrument}", table="spectra", where=where)),
        ("photometry", _RETURNED.format(where=where)),
    ]


def _item(category: str, row: dict[str, Any]) -> dict[str, Any]:
    item = {"time": row["created_at"], "source_id": row["obj_id"], "by": row["owner_id"]}
    if category == "sources":
        return item | {"type": "source", "message": "New source saved"}
    if category == "comments":
        return item | {"type": "comment", "message": row["text"]}
    if category == "classifications":
        said = f"New classification: {row['classification']}"
        return item | {"type": "classification", "message": said, "classification": row["classification"]}
    if category == "spectra":
        return item | {"type": "spectrum", "message": f"New spectrum by {row['instrument']}"}
    return item | {"type": "photometry", "message": f"{row['points']} new photometry point(s) by {row['instrument']}"}


def _finish(session: Session, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Authors, and the latest class of each new source, in one query each."""
    authors = users_of(session, (item["by"] for item in items))
    fresh = [item["source_id"] for item in items if item["type"] == "source"]
    latest: dict[str, str] = {}
    if fresh:
        query = (
            "SELECT DISTINCT ON (obj_id) obj_id, classification FROM classifications"
            " WHERE obj_id = ANY(CAST(:objs AS text[])) ORDER BY obj_id, created_at DESC, id DESC"
        )
        latest = {row.obj_id: row.classification for row in session.execute(text(query), {"objs": fresh})}
    for item in items:
        author = authors.get(item.pop("by"))
        if item["type"] == "source":
            item["classification"] = latest.get(item["source_id"])
        elif author is not None:
            item["author_info"] = {k: author[k] for k in ("username", "first_name", "last_name", "is_bot")}
            if item["type"] == "comment":
                item["author"] = author["username"]
    return items
