"""Rows that everybody or the other group reads, on objs that the team then works on too, in private."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert

from app.tables import Filter
from tests.app.access.matrix.cast import Cast
from tests.app.access.matrix.seeds import picture

DECOYS = ("DECOY1", "DECOY2", "DECOY3")


def other_groups(cast: Cast) -> None:
    """What the other group keeps, and what everybody reads."""
    scene = cast.scene
    with cast.world.context().transaction() as session:
        made = insert(Filter).values(name="Theirs", group_id=scene.blue, stream_id=scene.stream).returning(Filter.id)
        filter_id = session.execute(made).scalar_one()
    cast.ids["taxonomy"] = taxonomy = scene.taxonomy()
    for number, obj in enumerate(DECOYS):
        place: dict[str, Any] = {"id": obj, "ra": 50.0 + number, "dec": 10.0}
        passed = {"filter_ids": [filter_id], "passed_at": f"2026-01-0{number + 1}T00:00:00"}
        cast.do("other group", "POST", "candidates", place | passed)
        cast.do("other group", "POST", "sources", place | {"group_ids": [scene.blue], "redshift": 0.1 + number / 10})
        points = scene.points(obj, group_ids=[scene.blue], mjd=[60010.0 + number, 60011.0, 60012.0])
        cast.do("other group", "POST", "photometry", points)
        _notes(cast, "other group", obj, scene.blue, "plain", taxonomy)
        cast.do(
            "other group", "POST", "photometry", scene.points(obj, group_ids="all", mjd=[60020.0, 60021.0, 60022.0])
        )


def private_work(cast: Cast) -> None:
    """What the team adds to the same objs, in another order, for itself."""
    scene = cast.scene
    for number, obj in enumerate(reversed(DECOYS)):
        place: dict[str, Any] = {"id": obj, "ra": 50.0 + len(DECOYS) - 1 - number, "dec": 10.0}
        passed = {"filter_ids": [scene.filter], "passed_at": f"2026-02-0{number + 1}T00:00:00"}
        cast.do("member", "POST", "candidates", place | passed)
        cast.do("member", "POST", "sources", place | {"group_ids": [scene.red]})
        stated = {"redshift": 3.0 - number, "summary": "sekret", "tns_name": f"AT 2026sekret{number}", "score": 0.5}
        cast.do("member", "PATCH", f"sources/{obj}", stated)
        points = scene.points(obj, mjd=[60900.0 + number, 60901.0, 60902.0], mag=[12.0, None, 11.0])
        cast.do("member", "POST", "photometry", points)
        _notes(cast, "member", obj, scene.red, "sekret", cast.ids["taxonomy"])
        cast.do("member", "POST", "thumbnail", {"obj_id": obj, "data": picture(), "ttype": "new"})


def _notes(cast: Cast, who: str, obj: str, group: int, word: str, taxonomy: int) -> None:
    here = {"group_ids": [group]}
    classed = {"obj_id": obj, "classification": "Ia", "taxonomy_id": taxonomy, "probability": 0.9, "origin": word}
    cast.do(who, "POST", "classification", classed | here)
    cast.do(who, "POST", f"sources/{obj}/comments", {"text": f"{word} remark"} | here)
    cast.do(who, "POST", f"sources/{obj}/annotations", {"origin": word, "data": {word: 1.5, "score": 2}} | here)
    seen = {
        "obj_id": obj, "instrument_id": cast.scene.instrument, "observed_at": "2026-01-02T03:04:05",
        "wavelengths": [4000.0, 5000.0], "fluxes": [1.0, 2.0], "label": word,
    }  # fmt: skip
    cast.do(who, "POST", "spectra", seen | here)
    cast.do(who, "POST", f"sources/{obj}/labels", {"groupIds": [group]})
