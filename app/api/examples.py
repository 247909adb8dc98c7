"""Requests that one can send as they are to a portal with the demo in it, in an order in which each of them succeeds.

They stand in the OpenAPI document, and thereby in the dashboard's form for trying the API. Ids are those that a fresh
installation gives to the demo's rows (``app.demo``) and, later on, to what the earlier examples have made; who asks is
the demo's investigator, ``demo-pi``. ``tests/app/api/test_examples.py`` sends every one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

OBJ = "DemoSN"
MADE = "Example1"
"""A source that the examples make."""
TRANSIENTS, MICROLENSING, PARTNER = 3, 4, 5
PI, SCANNER = 2, 3
CAMERA, SPECTROGRAPH = 4, 5
SITE = 4
MJD = 60_310.2
SOON, LATER = "in 7 days", "in 8 days"
"""Times that :func:`at` writes out."""
COMMON = {
    "obj_id": OBJ, "group_id": TRANSIENTS, "user_id": PI, "telescope_id": SITE, "instrument_id": CAMERA,
    "allocation_id": 1, "filter_id": 1, "stream_id": 1, "taxonomy_id": 1, "photometry_id": 1, "policy_id": 1,
}  # fmt: skip
"""What stands for a place in a path where no example says more."""
_TIME = re.compile(r"in (\d+) days")
PAYLOAD = {"observation_choices": ["sdssr"], "exposure_time": 300, "exposure_counts": 1, "priority": 3}
HELLO = "SGVsbG8sIHNreS4K"
"""``Hello, sky.`` in base64."""


@dataclass(frozen=True)
class Example:
    """A request: ``places`` are its parameters, in the path or behind it, by name."""

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    places: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None
    title: str = ""


def _get(path: str, **places: Any) -> Example:
    return Example("GET", path, places)


def _post(path: str, body: Any, title: str = "", **places: Any) -> Example:
    return Example("POST", path, places, body, title)


def _put(path: str, body: Any, **places: Any) -> Example:
    return Example("PUT", path, places, body)


def _patch(path: str, body: Any, **places: Any) -> Example:
    return Example("PATCH", path, places, body)


def _delete(path: str, body: Any = None, **places: Any) -> Example:
    return Example("DELETE", path, places, body)


_POINT = {"obj_id": MADE, "instrument_id": CAMERA, "group_ids": [TRANSIENTS]}
_SPECTRUM = {
    "obj_id": OBJ, "instrument_id": SPECTROGRAPH, "observed_at": "2026-01-05T03:20:00", "group_ids": [TRANSIENTS],
    "wavelengths": [4000.0, 4500.0, 5000.0, 5500.0, 6000.0, 6500.0, 7000.0, 7500.0],
    "fluxes": [0.9, 1.4, 1.7, 1.5, 1.3, 1.0, 0.8, 0.7],
}  # fmt: skip

_SOURCES = (
    _get("/api/sources", group_ids=[TRANSIENTS], numPerPage=10, pageNumber=1),
    _get("/api/sources/{obj_id}", obj_id=OBJ, includeDetectionStats=True),
    _get("/api/source_exists/{obj_id}", obj_id=OBJ),
    _get("/api/sources/{obj_id}/groups", obj_id=OBJ),
    _get("/api/sources/{obj_id}/position", obj_id=OBJ),
    _post("/api/sources", {"id": MADE, "ra": 150.12, "dec": 2.21, "group_ids": [TRANSIENTS]}, "Save a new source"),
    _patch("/api/sources/{obj_id}", {"redshift": 0.031, "redshift_error": 0.001}, obj_id=MADE),
    _post("/api/source_groups", {"objId": MADE, "inviteGroupIds": [MICROLENSING]}),
    _post("/api/sources/{obj_id}/labels", {"groupIds": [TRANSIENTS]}, obj_id=OBJ),
    _post("/api/sources/{obj_id}/interests", {"title": "A paper on its rise"}, obj_id=OBJ),
    _get("/api/sources/{obj_id}/interests", obj_id=OBJ),
)

_CANDIDATES = (
    _post(
        "/api/candidates",
        {
            "id": "ExampleCandidate",
            "ra": 150.3,
            "dec": 2.4,
            "score": 0.93,
            "filter_ids": [1],
            "passed_at": "2026-01-05T03:20:00",
        },
    ),
    _get("/api/candidates", groupIDs=[TRANSIENTS], savedStatus="all", numPerPage=25),
    _get("/api/candidates/{obj_id}", obj_id="ExampleCandidate"),
)

_PHOTOMETRY = (
    _get("/api/sources/{obj_id}/photometry", obj_id=OBJ, format="both", magsys="ab"),
    _post(
        "/api/photometry",
        _POINT | {"mjd": MJD, "filter": "sdssr", "mag": 19.21, "magerr": 0.04, "limiting_mag": 21.5, "magsys": "ab"},
        "One point, in magnitudes",
    ),
    _post(
        "/api/photometry",
        _POINT | {"mjd": MJD + 1, "filter": "sdssr", "flux": 81.3, "fluxerr": 2.9, "zp": 23.9, "magsys": "ab"},
        "One point, in flux (µJy: zero point 23.9)",
    ),
    _post(
        "/api/photometry",
        _POINT
        | {
            "mjd": [MJD + 2, MJD + 2.1, MJD + 3],
            "filter": ["sdssg", "sdssr", "sdssr"],
            "mag": [19.4, 19.1, None],
            "magerr": [0.05, 0.04, None],
            "limiting_mag": 21.5,
            "magsys": "ab",
        },
        "Many at once, as columns; the last one is an upper limit",
    ),
    _put(
        "/api/photometry",
        _POINT | {"mjd": MJD, "filter": "sdssr", "mag": 19.21, "magerr": 0.04, "limiting_mag": 21.5, "magsys": "ab"},
    ),
    _get("/api/photometry/{photometry_id}", photometry_id=1, format="flux"),
    _get("/api/photometry/origins"),
    _post(
        "/api/photometry/{photometry_id}/validation",
        {"validated": True, "explanation": "Looked at by eye"},
        photometry_id=1,
    ),
)

_SPECTRA = (
    _post("/api/spectra", _SPECTRUM, "A spectrum as lists"),
    _post(
        "/api/spectra/ascii",
        {
            "obj_id": OBJ,
            "instrument_id": SPECTROGRAPH,
            "observed_at": "2026-01-09T02:10:00",
            "group_ids": [TRANSIENTS],
            "ascii": "# EXPTIME: 1200\n4000 0.8\n5000 1.1\n6000 1.4\n7000 1.0\n",
            "filename": "demo.txt",
        },
    ),
    _post("/api/spectra/parse/ascii", {"ascii": "# EXPTIME: 1200\n4000 0.8\n5000 1.1\n6000 1.4\n7000 1.0\n"}),
    _get("/api/spectra", objID=OBJ, instrumentIDs=[SPECTROGRAPH], minimalPayload=True),
    _get("/api/spectra/{spectrum_id}", spectrum_id=1),
    _get("/api/sources/{obj_id}/spectra", obj_id=OBJ),
    _put("/api/spectra/{spectrum_id}", {"label": "Near maximum"}, spectrum_id=1),
)

_NOTES = (
    _get("/api/taxonomy"),
    _post(
        "/api/classification",
        {"obj_id": OBJ, "classification": "Ia", "taxonomy_id": 1, "probability": 0.9, "group_ids": [TRANSIENTS]},
    ),
    _get("/api/sources/{obj_id}/classifications", obj_id=OBJ),
    _get("/api/classification/{classification_id}", classification_id=1),
    _put("/api/classification/{classification_id}", {"probability": 0.95}, classification_id=1),
    _post("/api/classification/votes/{classification_id}", {"vote": 1}, classification_id=1),
    _get("/api/sources/{obj_id}/comments", obj_id=OBJ),
    _post(
        "/api/sources/{obj_id}/comments",
        {"text": "Rising fast. @demo-scanner, a spectrum tonight?", "group_ids": [TRANSIENTS]},
        "A remark that calls somebody",
        obj_id=OBJ,
    ),
    _post(
        "/api/sources/{obj_id}/comments",
        {"text": "The log of the night", "group_ids": [TRANSIENTS], "attachment": {"name": "night.txt", "body": HELLO}},
        "With a file, in base64",
        obj_id=OBJ,
    ),
    _get("/api/sources/{obj_id}/comments/{comment_id}", obj_id=OBJ, comment_id=2),
    _put("/api/sources/{obj_id}/comments/{comment_id}", {"text": "Rising fast, and blue."}, obj_id=OBJ, comment_id=2),
    _get("/api/sources/{obj_id}/comments/{comment_id}/attachment", obj_id=OBJ, comment_id=3),
    _post(
        "/api/sources/{obj_id}/annotations",
        {"origin": "example:host", "data": {"offset_arcsec": 3.4, "host": "NGC 1309"}, "group_ids": [TRANSIENTS]},
        obj_id=OBJ,
    ),
    _get("/api/sources/{obj_id}/annotations", obj_id=OBJ),
    _put(
        "/api/sources/{obj_id}/annotations/{annotation_id}",
        {"data": {"offset_arcsec": 3.5, "host": "NGC 1309"}},
        obj_id=OBJ,
        annotation_id=1,
    ),
    _post("/api/listing", {"obj_id": OBJ, "list_name": "favorites"}),
    _get("/api/listing"),
    _post("/api/objtagoption", {"name": "Young", "color": "#3a87ad"}),
    _get("/api/objtagoption"),
    _post("/api/objtag", {"objtagoption_id": 1, "obj_id": OBJ}),
    _get("/api/objtag", obj_id=OBJ),
    _post(
        "/api/sources/{obj_id}/reminders",
        {
            "text": "Look again at the tail",
            "next_reminder": SOON,
            "reminder_delay": 7,
            "number_of_reminders": 3,
            "group_ids": [TRANSIENTS],
        },
        obj_id=OBJ,
    ),
    _get("/api/sources/{obj_id}/reminders", obj_id=OBJ),
)

_FOLLOWUP = (
    _get("/api/telescope"),
    _get("/api/instrument"),
    _get("/api/allocation"),
    _get("/api/facilities"),
    _post(
        "/api/triggers",
        {
            "obj_id": OBJ,
            "group_id": TRANSIENTS,
            "filters": [{"filter": "sdssr", "exposure_time_s": 120, "exposures": 1}],
            "deadline": LATER,
            "allocation_ids": [1, 2, 3],
            "note": "An example",
        },
        "Ask three telescopes in turn until one delivers",
    ),
    _get("/api/triggers", obj_id=OBJ),
    _get("/api/triggers/{trigger_id}", trigger_id=1),
    _post("/api/triggers/{trigger_id}/cancel", {"reason": "It was an example"}, trigger_id=1),
    _post(
        "/api/followup_request",
        {"obj_id": OBJ, "allocation_id": 1, "payload": PAYLOAD},
        "Ask one telescope, as SkyPortal's clients do",
    ),
    _get("/api/followup_request", sourceID=OBJ),
    _get("/api/followup_request/{request_id}", request_id=1),
    _post(
        "/api/observing_run",
        {"instrument_id": SPECTROGRAPH, "calendar_date": "2040-03-01", "pi": "Vera Paczynska", "group_id": TRANSIENTS},
    ),
    _get("/api/observing_run"),
    _post("/api/assignment", {"run_id": 1, "obj_id": OBJ, "priority": "4", "comment": "Before midnight"}),
    _get("/api/observing_run/{run_id}", run_id=1),
    _post(
        "/api/shifts",
        {
            "name": "Night watch",
            "start_date": SOON,
            "end_date": LATER,
            "group_id": TRANSIENTS,
            "required_users_number": 2,
        },
    ),
    _get("/api/shifts"),
    _post("/api/shifts/{shift_id}/users", {"userID": SCANNER}, shift_id=1),
)

_RIGHTS = (
    _get("/api/policies"),
    _get("/api/policies/templates"),
    _get("/api/policies/{policy_id}", policy_id=1),
    _post(
        "/api/policies/preview",
        {
            "document": {
                "format": "skyrelay-policy/1",
                "products": {
                    "photometry": {"clock": "observation", "circles": [{"who": "everybody", "after_days": 365}]}
                },
            }
        },
        "What a policy would mean, in words",
    ),
    _get("/api/releases"),
    _post(
        "/api/publications",
        {"title": "The rise of DemoSN", "group_id": TRANSIENTS, "obj_ids": [OBJ], "intended_data": ["photometry"]},
    ),
    _get("/api/publications", obj_id=OBJ),
    _get("/api/publications/{publication_id}", publication_id=1),
    _get("/api/obligations", open=True),
    _get("/api/access/explain", kind="photometry", id="1"),
    _get("/api/internal/history", groupID=TRANSIENTS, numPerPage=20),
)

_PEOPLE = (
    _get("/api/internal/profile"),
    _patch("/api/internal/profile", {"affiliations": ["Example Observatory"]}),
    _get("/api/user"),
    _get("/api/user/{user_id}", user_id=PI),
    _get("/api/groups"),
    _get("/api/groups/{group_id}", group_id=TRANSIENTS),
    _post("/api/groups", {"name": "Example team", "description": "Made by an example"}),
    _get("/api/streams"),
    _get("/api/filters"),
    _get("/api/filters/{filter_id}", filter_id=1),
    _post(
        "/api/internal/tokens", {"name": "example", "acls": ["Comment", "Upload data"]}, "For a script; shown this once"
    ),
    _get("/api/internal/tokens"),
    _get("/api/internal/notifications"),
    _get("/api/newsfeed", numItems=10),
    _get("/api/sysinfo"),
    _get("/api/config"),
)

_CLEARING = (
    _delete("/api/sources/{obj_id}/annotations/{annotation_id}", obj_id=OBJ, annotation_id=1),
    _delete("/api/sources/{obj_id}/comments/{comment_id}", obj_id=OBJ, comment_id=2),
    _delete("/api/photometry/{photometry_id}", photometry_id=55),
    _delete("/api/spectra/{spectrum_id}", spectrum_id=2),
    _delete("/api/followup_request/{request_id}", request_id=1),
    _delete("/api/assignment/{assignment_id}", assignment_id=1),
    _delete("/api/shifts/{shift_id}", shift_id=1),
)

EXAMPLES = (
    *_SOURCES, *_CANDIDATES, *_PHOTOMETRY, *_SPECTRA, *_NOTES, *_FOLLOWUP, *_RIGHTS, *_PEOPLE, *_CLEARING,
)  # fmt: skip


def by_operation(examples: Iterable[Example] = EXAMPLES) -> dict[tuple[str, str], list[Example]]:
    """Return the examples by method and path, in their order."""
    found: dict[tuple[str, str], list[Example]] = {}
    for example in examples:
        found.setdefault((example.method, example.path), []).append(example)
    return found


def at(value: Any, now: datetime) -> Any:
    """Return what an example sends, with its times written out as seen from ``now`` (UTC)."""
    if isinstance(value, dict):
        return {key: at(inner, now) for key, inner in value.items()}
    if isinstance(value, list):
        return [at(inner, now) for inner in value]
    if isinstance(value, str) and (days := _TIME.fullmatch(value)):
        return (now + timedelta(days=int(days[1]))).strftime("%Y-%m-%dT18:00:00")
    return value
