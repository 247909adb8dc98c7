"""More rows of the team's: spectra and what is said of them, nights, marks, analyses, publishing, people."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, text

from app.portal.analyses import digest
from app.tables import (
    Attempt,
    FollowupRequest,
    ObjAnalysis,
    Passkey,
    ReturnedFrame,
    ScanReportItem,
    ShareRequest,
    Trigger,
)
from tests.app.access.matrix.cast import OBJ, Cast
from tests.app.access.matrix.values import PASSWORD

NOW = datetime.now(UTC).replace(microsecond=0)
PLOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNiAAAABgADNjd8qAAAAABJRU5ErkJggg=="
RESULT = {"results": {"format": "json", "data": {"sekret": 1}}, "plots": [{"format": "png", "data": PLOT}]}
CODE = "c0de" * 12
"""What the address ends in that an analysis service answers to."""
PUBLISHED = "PUBLISHED1"
"""An obj that the team published a page of, which is for everybody."""


def fill(cast: Cast) -> None:
    """Make them; their ids are in ``cast.ids``."""
    _data(cast)
    _nights(cast)
    _frames(cast)
    _said(cast)
    _marks(cast)
    _analyses(cast)
    _publishing(cast)
    _people(cast)
    _wishes(cast)
    _logins(cast)


def _data(cast: Cast) -> None:
    scene, ids = cast.scene, cast.ids
    seen = {
        "obj_id": OBJ, "instrument_id": scene.instrument, "observed_at": "2026-01-02T03:04:05", "label": "sekret",
        "wavelengths": [4000.0, 5000.0, 6000.0, 7000.0, 8000.0], "fluxes": [1.0, 2.0, 3.0, 2.0, 1.0],
        "units": "erg/s/cm/cm/AA", "origin": "sekret", "altdata": {"sekret": 1}, "group_ids": [scene.red],
        "external_pi": "sekret pi", "pi": [ids["user"]],
    }  # fmt: skip
    ids["spectrum"] = cast.do("member", "POST", "spectra", seen)["id"]
    series = {
        "data": {"mjd": [60000.0, 60000.1], "mag": [19.0, 19.2], "magerr": [0.05, 0.05]}, "series_name": "sekret",
        "series_obj_id": "sekret 1", "obj_id": OBJ, "instrument_id": scene.instrument, "group_ids": [scene.red],
        "ra": 10.0, "dec": 20.0, "exp_time": 30.0, "filter": "sdssr", "origin": "sekret",
    }  # fmt: skip
    ids["series"] = cast.do("member", "POST", "photometric_series", series)["id"]
    held = {"validated": True, "explanation": "sekret", "notes": "sekret"}
    cast.do("member", "POST", f"photometry/{ids['photometry']}/validation", held)


def _nights(cast: Cast) -> None:
    scene, ids = cast.scene, cast.ids
    night = {
        "instrument_id": scene.instrument, "calendar_date": "2026-12-17", "pi": "sekret", "observers": "sekret",
        "group_id": scene.red,
    }  # fmt: skip
    ids["run"] = cast.do("member", "POST", "observing_run", night)["id"]
    target = {"run_id": ids["run"], "obj_id": OBJ, "priority": "3", "comment": "sekret"}
    ids["assignment"] = cast.do("member", "POST", "assignment", target)["id"]
    hours = {
        "name": "sekret shift", "description": "sekret", "start_date": (NOW - timedelta(hours=1)).isoformat(),
        "end_date": (NOW + timedelta(hours=8)).isoformat(), "group_id": scene.red,
    }  # fmt: skip
    ids["shift"] = cast.do("member", "POST", "shifts", hours)["id"]
    standing = {
        "allocation_id": ids["allocation"], "default_followup_name": "sekret standing wish", "comment": "sekret",
        "payload": {"observation_choices": ["rp"], "exposure_time": 60, "exposure_counts": 1, "priority": 3},
        "source_filter": {"name": "sekret", "group_id": scene.red}, "target_group_ids": [scene.red],
    }  # fmt: skip
    ids["default_request"] = cast.do("member", "POST", "default_followup_request", standing)["id"]
    log = {"start_date": "2026-01-01T00:00:00", "end_date": "2026-01-01T01:00:00", "log": {"plain": 1}}
    ids["instrument_log"] = cast.do("member", "POST", f"instrument/{scene.instrument}/log", log)["id"]


def _frames(cast: Cast) -> None:
    """A frame that came back for the team's request."""
    ids = cast.ids
    with cast.world.context().transaction() as session:
        trigger = session.get_one(Trigger, ids["trigger"])
        request = session.get_one(FollowupRequest, ids["followup_request"])
        held = {"audience_id": request.audience_id, "holder_id": request.holder_id, "owner_id": request.owner_id}
        attempt = Attempt(
            trigger_id=trigger.id, allocation_id=ids["allocation"], followup_request_id=request.id, tag="sekret",
            facility="LCO", state="rejected", ended_at=NOW, **held,
        )  # fmt: skip
        session.add(attempt)
        session.flush()
        frame = ReturnedFrame(
            attempt_id=attempt.id, frame_key="sekret", blob=cast.world.context().blobs.put(b"sekret"), obj_id=OBJ,
            followup_request_id=request.id, instrument_id=cast.scene.instrument, filename="sekret.fits",
            exposure="sekret", observed_at=NOW, size=6, **held,
        )  # fmt: skip
        session.add(frame)
        session.flush()
        ids["frame"] = frame.id


def _said(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    file = {"name": "sekret.txt", "body": "c2VrcmV0"}
    remark = {"text": "sekret remark @ada", "attachment": file, "group_ids": [scene.red]}
    values = {"origin": "sekret", "data": {"sekret": 1.5}, "group_ids": [scene.red]}
    for kind, place in (("spectrum", "spectra"), ("shift", "shift")):
        made = cast.do("group admin", "POST", f"{place}/{ids[kind]}/comments", remark)
        ids[f"{kind}_comment"] = made["comment_id"]
    for kind, place in (("spectrum", "spectra"), ("photometry", "photometry")):
        noted = cast.do("member", "POST", f"{place}/{ids[kind]}/annotations", values)
        ids[f"{kind}_annotation"] = noted["annotation_id"]
    later = {"text": "sekret", "next_reminder": (NOW + timedelta(days=1)).isoformat(), "group_ids": [scene.red]}
    for kind, place in (("source", f"source/{OBJ}"), ("spectrum", "spectra/@"), ("shift", "shift/@")):
        where = place.replace("@", str(ids.get(kind)))
        ids[f"{kind}_reminder"] = cast.do("member", "POST", f"{where}/reminders", later)["reminder_ids"][0]
    cast.do("member", "POST", f"classification/votes/{ids['classification']}", {"vote": 1})
    call = {"sourceId": OBJ, "groupIds": [scene.red], "level": "soft", "additionalNotes": "sekret"}
    ids["source_notification"] = cast.do("group admin", "POST", "source_notifications", call)["id"]
    told = cast.do("member", "GET", "internal/notifications")
    ids["notification"] = told[0]["id"]


def _marks(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    ids["listing"] = cast.do("member", "POST", "listing", {"obj_id": OBJ, "list_name": "favorites"})["id"]
    ids["tag"] = cast.do("member", "POST", "objtagoption", {"name": "Plain"})["id"]
    put = {"objtagoption_id": ids["tag"], "obj_id": OBJ, "group_ids": [scene.red]}
    ids["association"] = cast.do("member", "POST", "objtag", put)["id"]
    cast.do("member", "POST", f"sources/{OBJ}/labels", {"groupIds": [scene.red]})
    interest = {"title": "sekret", "description": "sekret", "link": "https://sekret.example.org/"}
    ids["interest"] = cast.do("member", "POST", f"sources/{OBJ}/interests", interest)["id"]
    ids["super_obj"] = cast.do("member", "POST", "super_objs", {"name": "sekret super", "obj_ids": [OBJ]})["id"]
    cones: dict[str, Any] = {"name": ["Near"], "ra": [10], "dec": [20], "radius": [0.5]}
    regions = {"catalog_name": "Fields", "catalog_data": cones}
    ids["catalog"] = cast.do("member", "POST", "spatial_catalog", regions)["id"]
    spans = {
        "group_ids": [scene.red],
        "passed_filters_range": {"start_date": "2025-01-01", "end_date": "2026-06-01"},
        "saved_candidates_window_hours": 48,
    }
    cast.do("member", "POST", "candidates/scan_reports", spans)
    ids["report"] = cast.do("member", "GET", "candidates/scan_reports")["reports"][0]["id"]
    with cast.world.context().transaction() as session:
        ids["item"] = session.scalars(select(ScanReportItem.id).where(ScanReportItem.obj_id == OBJ)).one()
    said = {"comment": "sekret"}
    cast.do("member", "PATCH", f"candidates/scan_reports/{ids['report']}/items/{ids['item']}", said)


def _analyses(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    service = {
        "name": "sekret fitter", "url": "https://sekret.example.org/fit", "authentication_type": "none",
        "analysis_type": "lightcurve_fitting", "input_data_types": ["photometry"], "group_ids": [scene.red],
    }  # fmt: skip
    ids["service"] = cast.do("system admin", "POST", "analysis_service", service)["id"]
    takes = service | {"name": "sekret uploads", "upload_only": True}
    ids["upload_service"] = cast.do("system admin", "POST", "analysis_service", takes)["id"]
    wanted = {"classifications": [{"name": "sekret", "probability": 0.5}]}
    standing = {"default_analysis_parameters": {}, "source_filter": wanted, "group_ids": [scene.red]}
    made = cast.do("member", "POST", f"analysis_service/{ids['service']}/default_analysis", standing)
    ids["default_analysis"] = made["id"]
    sent = {"show_plots": True, "group_ids": [scene.red], "analysis": RESULT, "status": "success",
            "message": "sekret"}  # fmt: skip
    ids["analysis"] = cast.do("member", "POST", f"obj/{OBJ}/analysis_upload/{ids['upload_service']}", sent)["id"]
    asked = cast.do("member", "POST", f"obj/{OBJ}/analysis/{ids['service']}", {"group_ids": [scene.red]})
    ids["awaited_analysis"], ids["webhook_code"] = asked["id"], CODE
    with cast.world.context().transaction() as session:
        awaited = session.get_one(ObjAnalysis, asked["id"])
        awaited.status, awaited.token_sha256, awaited.invalid_after = "pending", digest(CODE), NOW + timedelta(days=1)


def _publishing(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    cast.do("member", "POST", "sources", {"id": PUBLISHED, "ra": 110.0, "dec": 20.0, "group_ids": [scene.red]})
    ids["published"] = PUBLISHED
    page = {"options": {"include_summary": True}}
    ids["page"] = cast.do("member", "POST", f"public_pages/source/{PUBLISHED}", page)["id"]
    release = {
        "name": "sekret release", "link_name": "sekret", "group_ids": [scene.red], "description": "sekret",
        "is_visible": False,
    }  # fmt: skip
    ids["release"] = cast.do("member", "POST", "public_pages/release", release)["id"]
    bot = {
        "name": "sekret bot", "owner_group_ids": [scene.red], "instrument_ids": [scene.instrument], "testing": False,
        "enable_sharing_with_tns": True, "tns_bot_id": 42, "tns_bot_name": "sekret bot", "tns_source_group_id": 7,
        "_tns_altdata": {"api_key": "sekret-key"}, "acknowledgments": "sekret thanks.",
    }  # fmt: skip
    ids["sharing_service"] = cast.do("member", "PUT", "sharing_service", bot)["id"]
    asked = {
        "obj_id": OBJ, "sharing_service_id": ids["sharing_service"], "publishers": "Sekret", "publish_to_tns": True,
        "archival": True, "archival_comment": "sekret",
    }  # fmt: skip
    cast.do("member", "POST", "sharing_service/submission", asked)
    listed = cast.do("member", "GET", f"sharing_service/submission?sharing_service_id={ids['sharing_service']}")
    ids["submission"] = listed["submissions"][0]["id"]


def _people(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    ids["admin"] = cast.world.user_id("carl")
    ids["team"] = cast.do("group admin", "POST", "teams", {"name": "Sekret crew", "group_ids": [scene.red]})["id"]
    invited = {"userEmail": "sekret@example.org", "groupIDs": [scene.red], "streamIDs": [scene.stream]}
    answer = cast.clients["system admin"].post("/api/invitations", json=invited)
    assert answer.status_code == 200, answer.text
    ids["invitation_code"] = answer.json()["link"].rpartition("/")[2]
    found = cast.do("system admin", "GET", "invitations")
    ids["invitation"] = found["invitations"][0]["id"]
    cast.world.user("ann", password=PASSWORD)
    ids["newcomer"] = cast.world.user_id("ann")
    wish = {"groupID": scene.red, "userID": ids["newcomer"]}
    with cast.world.context().transaction() as session:
        values = {"red": scene.red, "stream": scene.stream, "ann": ids["newcomer"]}
        session.execute(text("UPDATE groups SET private = false WHERE id = :red"), values)
        session.execute(text("INSERT INTO stream_users (stream_id, user_id) VALUES (:stream, :ann)"), values)
    with cast.world.client("ann") as ann:
        asked = ann.post("/api/group_admission_requests", json=wish)
        assert asked.status_code == 200, asked.text
        ids["admission"] = asked.json()["data"]["id"]
    with cast.world.context().transaction() as session:
        session.execute(text("UPDATE groups SET private = true WHERE id = :red"), {"red": scene.red})


def _wishes(cast: Cast) -> None:
    ids, scene = cast.ids, cast.scene
    wish = {
        "direction": "out", "group_id": scene.red, "asked_by_id": ids["user"], "group_ids": [scene.red],
        "rows": {"spectrum": [ids["spectrum"]]}, "n_rows": 1, "why": "sekret wish",
        "expires_at": NOW + timedelta(days=30),
    }  # fmt: skip
    with cast.world.context().transaction() as session:
        row = ShareRequest(**wish)
        session.add(row)
        session.flush()
        ids["share_request"] = row.id


def _logins(cast: Cast) -> None:
    ids = cast.ids
    open_ones = cast.clients["member's browser"].get("/api/internal/sessions").json()["data"]
    ids["session"] = open_ones[0]["id"]
    with cast.world.context().transaction() as session:
        known = Passkey(user_id=ids["user"], credential_id=b"known", public_key=b"no key", name="sekret passkey")
        session.add(known)
        session.flush()
        ids["passkey"] = known.id
