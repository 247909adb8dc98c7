"""Public pages as HTML: drawn from any numbers, and everything that people wrote stays text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from app.publications.public_data import LARGEST, Snapshot
from app.publications.public_html import source_page

number = st.floats(-LARGEST, LARGEST, allow_nan=False)
maybe = st.none() | st.floats(-100, 100)
point = st.fixed_dictionaries(
    {
        "mjd": st.floats(0, 1e6), "filter": st.text(max_size=8), "mag": maybe, "magerr": maybe,
        "limiting_mag": maybe, "instrument_name": st.text(max_size=8),
    }
)  # fmt: skip
pairs = st.lists(st.tuples(number, number), max_size=5)
XML = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=20)


@given(st.lists(point, max_size=6), pairs, XML)
def test_any_numbers_and_texts_make_a_page(
    points: list[dict[str, object]], spectrum: list[tuple[float, float]], text: str
) -> None:
    for each in points:
        each["filter"] = each["instrument_name"] = text
    sections: dict[str, Any] = {
        "photometry": points,
        "classifications": [{"classification": text, "probability": None, "at": "2026-01-01T00:00"}],
        "summary": [{"name": "summary", "value": text}],
        "spectroscopy": [{
            "instrument_name": text, "observed_at": "2026-01-01T00:00", "units": text,
            "wavelengths": [w for w, _ in spectrum], "fluxes": [f for _, f in spectrum],
        }],
    }  # fmt: skip
    made = source_page(Snapshot({"id": text, "ra": 1.0, "dec": 2.0}, sections, [text]), text, text, datetime.now(UTC))
    page = made.decode().removeprefix("<!doctype html>").replace('<meta charset="utf-8">', "")
    page = page.replace('<meta name="viewport" content="width=device-width,initial-scale=1">', "")
    tree = ElementTree.fromstring(page)
    tags = {element.tag for element in tree.iter()}
    assert tags <= {
        "html", "head", "title", "style", "body", "main", "h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td",
        "figure", "svg", "desc", "path", "text", "figcaption", "details", "summary", "ul", "li", "polyline",
    }  # fmt: skip
    assert tree.findtext("head/title") == text
    assert "nan" not in "".join(element.get("d", "") for element in tree.iter("path"))
