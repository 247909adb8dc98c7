"""The requests that `bench.api` times, each with what upstream SkyPortal took for it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bench.api_fill import Filled

UPSTREAM = "shared/facts/skyportal-api.md: one process, 2 cores, 10,000 sources, 1,000 candidates; median wall ms"
_NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class Timed:
    """A request, made anew for each turn; ``upstream_ms`` is the named baseline's median, None where there is none."""

    name: str
    make: Callable[[], tuple[str, str, bytes | None]]
    upstream_ms: float | None
    turns: int = 25
    points: int = 0


def _get(path: str) -> Callable[[], tuple[str, str, bytes | None]]:
    return lambda: ("GET", path, None)


def _post(path: str, say: Callable[[int], object]) -> Callable[[], tuple[str, str, bytes | None]]:
    return lambda: ("POST", path, json.dumps(say(next(_NUMBERS))).encode())


def points(filled: Filled, n: int, obj: str = "BENCH2") -> dict[str, object]:
    """Return an upload of ``n`` points that nobody has yet: columns as lists, the rest as single values."""
    rng = np.random.default_rng()
    return {
        "obj_id": obj,
        "instrument_id": filled.instrument,
        "group_ids": [filled.group],
        "magsys": "ab",
        "zp": 23.9,
        "mjd": rng.uniform(50_000, 58_000, n).round(7).tolist(),
        "flux": rng.normal(100, 20, n).round(4).tolist(),
        "fluxerr": rng.uniform(1, 5, n).round(4).tolist(),
        "filter": rng.choice(["ztfg", "ztfr"], n).tolist(),
    }


def _many_objs(filled: Filled, n: int) -> dict[str, object]:
    objs = [f"BENCH{2 + k % 500}" for k in range(n)]
    return points(filled, n) | {"obj_id": objs}


def requests(filled: Filled) -> list[Timed]:
    """Return all that is timed, in the order of the upstream table."""
    return [*_reads(), *_objects(filled), *_photometry(filled), *_notes(filled)]


def _reads() -> list[Timed]:
    place = "ra=137.508&dec=13.66&radius=0.00139"
    return [
        Timed("page of 100 sources", _get("/api/sources?numPerPage=100"), 172),
        Timed(
            "with thumbnails and detections",
            _get("/api/sources?numPerPage=100&includeThumbnails=true&includeDetectionStats=true"),
            227,
        ),
        Timed("page 50 of 100 sources", _get("/api/sources?numPerPage=100&pageNumber=50"), None),
        Timed("cone of 5 arcsec", _get(f"/api/sources?{place}"), 98),
        Timed("source with 1,000 points", _get("/api/sources/BENCH1"), 170),
        Timed("with its photometry", _get("/api/sources/BENCH1?includePhotometry=true"), 657),
        Timed("photometry, 1,000 points", _get("/api/sources/BENCH1/photometry"), 300),
        Timed("page of 25 candidates", _get("/api/candidates?numPerPage=25"), 846),
        Timed("page of 100 candidates", _get("/api/candidates?numPerPage=100"), 3167),
    ]


def _objects(filled: Filled) -> list[Timed]:
    def source(n: int) -> object:
        return {"id": f"NEW{n}", "ra": n % 360, "dec": 1.0, "group_ids": [filled.group]}

    def candidate(n: int) -> object:
        passed = {"filter_ids": [filled.filter], "passed_at": "2026-01-01T00:00:00"}
        return {"id": f"CAND{n}", "ra": n % 360, "dec": 1.0} | passed

    return [
        Timed("post a source", _post("/api/sources", source), 113),
        Timed("post a candidate", _post("/api/candidates", candidate), 98),
    ]


def _photometry(filled: Filled) -> list[Timed]:
    def of(n: int) -> Callable[[], tuple[str, str, bytes | None]]:
        return _post("/api/photometry", lambda _: points(filled, n))

    many = _post("/api/photometry", lambda _: _many_objs(filled, 50_000))
    return [
        Timed("post 1 point", of(1), 93, points=1),
        Timed("post 100 points", of(100), 171, points=100),
        Timed("post 1,000 points", of(1000), 1288, 15, 1000),
        Timed("post 8,000 points", of(8000), 10902, 7, 8000),
        Timed("post 50,000 points", of(50_000), None, 5, 50_000),
        Timed("50,000 points of 500 sources", many, None, 5, 50_000),
    ]


def _notes(filled: Filled) -> list[Timed]:
    group_ids = [filled.group]
    payload = {"observation_choices": ["rp"], "exposure_time": 60, "exposure_counts": 1, "priority": 3}
    spectrum = {
        "obj_id": "BENCH3", "instrument_id": filled.instrument, "observed_at": "2026-01-01T00:00:00",
        "wavelengths": np.linspace(3000, 9000, 1000).tolist(), "fluxes": np.ones(1000).tolist(), "group_ids": group_ids,
    }  # fmt: skip
    asked = {
        "obj_id": "BENCH3", "allocation_id": filled.allocation, "payload": payload, "target_group_ids": group_ids,
    }  # fmt: skip
    classified = {
        "obj_id": "BENCH3", "classification": "SN", "taxonomy_id": filled.taxonomy, "probability": 0.9,
        "group_ids": group_ids,
    }  # fmt: skip

    def comment(n: int) -> object:
        return {"text": f"comment {n}", "group_ids": group_ids}

    def annotation(n: int) -> object:
        return {"origin": f"bench{n}", "data": {"x": n}, "group_ids": group_ids}

    return [
        Timed("post a classification", _post("/api/classification", lambda _: classified), 136),
        Timed("post a comment", _post("/api/sources/BENCH3/comments", comment), 74),
        Timed("post an annotation", _post("/api/sources/BENCH3/annotations", annotation), 58),
        Timed("post a spectrum", _post("/api/spectrum", lambda _: spectrum), 113),
        Timed("post a follow-up request", _post("/api/followup_request", lambda _: asked), 286),
    ]
