"""A public page as HTML: for everybody, without scripts; pictures are drawn as SVG, with their numbers beside them.

Everything that people wrote is escaped in one place, :func:`_t`. The page is allowed one style sheet by its hash and
nothing else (:data:`POLICY`).
"""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote

from app.publications.public_data import Snapshot

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1b1b1b;background:#fff}"
    "h1,h2{line-height:1.2}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.25rem .6rem;"
    "text-align:left}svg{width:100%;height:auto}a{color:#0b4f8a}figure{margin:0}summary{cursor:pointer}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#8cc4ff}svg{background:#fff}}"
)
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
WIDTH, HEIGHT, EDGE, TOP, RIGHT = 800, 360, 56, 24, 24
COLOURS = ("#0b4f8a", "#a63603", "#006d2c", "#6a51a3", "#99000d", "#525252", "#00695c", "#7a5c00")
"""At least 4.5 to 1 on white (WCAG 2.2, 1.4.3)."""
SHAPES = (
    "M-3 -3h6v6h-6z",
    "M0 -4l4 4l-4 4l-4 -4z",
    "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
    "M0 -4l4 7h-8z",
    "M0 4l4 -7h-8z",
)
"""Filters differ by shape as well, so that colour is never all there is."""


def _t(value: Any) -> str:
    return escape(str(value), quote=True)


def document(title: str, body: Iterable[str]) -> bytes:
    """Return a whole page."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{_t(title)}</title><style>{STYLE}</style></head><body><main><h1>{_t(title)}</h1>"
        f"{''.join(body)}</main></body></html>"
    ).encode()


def source_page(snapshot: Snapshot, holder: str, release: str | None, published_at: datetime) -> bytes:
    """Return the page of a source."""
    about = snapshot.about
    body = [
        f"<p>Right ascension {about['ra']:.5f}°, declination {about['dec']:+.5f}° (ICRS). Published by {_t(holder)}"
        f"{f' in the release {_t(release)}' if release else ''} on {published_at:%Y-%m-%d %H:%M} UTC; "
        "the data are those of that time.</p>"
    ]
    sections = snapshot.sections
    if sections.get("summary"):
        body.append("<h2>What is known</h2>" + table(("Quantity", "Value"), (
            (s["name"].replace("_", " "), s["value"]) for s in sections["summary"])))  # fmt: skip
    if sections.get("classifications"):
        rows = ((c["classification"], "" if c["probability"] is None else f"{c['probability']:g}", c["at"][:10])
                for c in sections["classifications"])  # fmt: skip
        body.append("<h2>Classifications</h2>" + table(("Class", "Probability", "Date (UTC)"), rows))
    if sections.get("photometry"):
        body.append("<h2>Light curve</h2>" + light_curve(sections["photometry"]))
    for number, spectrum in enumerate(sections.get("spectroscopy", ())):
        body.append(("<h2>Spectra</h2>" if number == 0 else "") + spectrum_figure(spectrum, number))
    if snapshot.terms:
        body.append("<h2>Terms of use</h2><ul>" + "".join(f"<li>{_t(text)}</li>" for text in snapshot.terms) + "</ul>")
    return document(about["id"], body)


def release_html(name: str, description: str, link_name: str, sources: Sequence[str]) -> bytes:
    """Return the page of a release, with a link to each of its sources."""
    root = f"/public/releases/{quote(link_name, safe='')}/sources"
    links = "".join(f'<li><a href="{root}/{_t(quote(s, safe=""))}">{_t(s)}</a></li>' for s in sources)
    return document(name, (f"<p>{_t(description)}</p>", f"<ul>{links}</ul>" if links else "<p>No sources yet.</p>"))


def table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table with its column headings."""
    first = "".join(f'<th scope="col">{_t(name)}</th>' for name in head)
    rest = "".join("<tr>" + "".join(f"<td>{_t(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{first}</tr></thead><tbody>{rest}</tbody></table>"


def light_curve(points: Sequence[dict[str, Any]]) -> str:
    """Return magnitudes against time, brighter above: detections with errors, limits as open triangles."""
    values = [p["mag"] if p["mag"] is not None else p["limiting_mag"] for p in points]
    drawn = [(p, v) for p, v in zip(points, values, strict=True) if v is not None]
    n_seen = sum(p["mag"] is not None for p in points)
    told = (
        f"{n_seen} detections and {len(points) - n_seen} upper limits in {len({p['filter'] for p in points})} filters."
    )
    figure = ""
    if drawn:
        x = _Axis([p["mjd"] for p, _ in drawn], EDGE, WIDTH - RIGHT)
        y = _Axis([v for _, v in drawn], TOP, HEIGHT - EDGE)
        colours = {f: COLOURS[i % len(COLOURS)] for i, f in enumerate(sorted({p["filter"] for p in points}))}
        shapes = {f: SHAPES[i % len(SHAPES)] for i, f in enumerate(colours)}
        marks = [_mark(x.at(p["mjd"]), y, p, v, (colours[p["filter"]], shapes[p["filter"]])) for p, v in drawn]
        legend = [_legend(i, name, colour, shapes[name]) for i, (name, colour) in enumerate(colours.items())]
        figure = _figure("light-curve", "Light curve", told, ["MJD (UTC)", "AB magnitude"], (x, y), marks + legend)
    cells = (
        (f"{p['mjd']:.5f}", p["filter"], _number(p["mag"]), _number(p["magerr"]), _number(p["limiting_mag"]),
         p["instrument_name"]) for p in points
    )  # fmt: skip
    head = ("MJD (UTC)", "Filter", "AB magnitude", "Error", "Limit", "Instrument")
    return (
        f"{figure}<details><summary>All {len(points)} measurements as a table</summary>{table(head, cells)}</details>"
    )


def spectrum_figure(spectrum: dict[str, Any], number: int) -> str:
    """Return flux against wavelength."""
    about = f"{spectrum['instrument_name']}, {spectrum['observed_at'][:16].replace('T', ' ')} UTC"
    if not spectrum["wavelengths"]:
        return f"<p>{_t(about)}: no finite values.</p>"
    x = _Axis(spectrum["wavelengths"], EDGE, WIDTH - RIGHT)
    y = _Axis(spectrum["fluxes"], HEIGHT - EDGE, TOP)
    pairs = zip(spectrum["wavelengths"], spectrum["fluxes"], strict=True)
    line = " ".join(f"{x.at(w):.1f},{y.at(f):.1f}" for w, f in pairs)
    drawn = [f'<polyline points="{line}" fill="none" stroke="{COLOURS[0]}" stroke-width="1"/>']
    told = f"From {min(spectrum['wavelengths']):.0f} to {max(spectrum['wavelengths']):.0f} Å."
    axes = ["Wavelength (Å)", f"Flux ({spectrum['units']})" if spectrum["units"] else "Flux"]
    return _figure(f"spectrum-{number}", f"Spectrum: {about}", told, axes, (x, y), drawn)


class _Axis:
    """From values to places: the smallest value at ``start``, the largest at ``end``, with a little room."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        low, high = min(values), max(values)
        # Equal values get room too, and not so little that it is lost in their size.
        room = max(0.05 * (high - low), 1e-6 * abs(high)) or 0.5
        self.low, self.high, self.start, self.end = low - room, high + room, start, end

    def at(self, value: float) -> float:
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """Round numbers: one, two or five times a power of ten apart, about five of them."""
        rough = (self.high - self.low) / 5
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        return [k * step for k in range(first, last + 1)]


def _legend(number: int, name: str, colour: str, shape: str) -> str:
    x, y = EDGE + 8 + 110 * (number % 6), HEIGHT - 6 + 14 * (number // 6)
    return (
        f'<path transform="translate({x} {y - 4})" d="{shape}" fill="{colour}"/>'
        f'<text x="{x + 10}" y="{y}" fill="{colour}" font-size="13">{_t(name)}</text>'
    )


def _mark(x: float, y: _Axis, point: dict[str, Any], value: float, look: tuple[str, str]) -> str:
    place = y.at(value)
    colour, shape = look
    if point["mag"] is None:
        return f'<path d="M{x - 4:.1f} {place - 3:.1f}h8l-4 7z" fill="none" stroke="{colour}"/>'
    error = point["magerr"] or 0.0
    return (
        f'<path d="M{x:.1f} {y.at(value - error):.1f}V{y.at(value + error):.1f}" stroke="{colour}"/>'
        f'<path transform="translate({x:.1f} {place:.1f})" d="{shape}" fill="{colour}"/>'
    )


def _figure(
    name: str, title: str, told: str, labels: Sequence[str], axes: tuple[_Axis, _Axis], drawn: Iterable[str]
) -> str:
    x, y = axes
    ticks = [
        f'<text x="{x.at(v):.1f}" y="{HEIGHT - EDGE + 16}" font-size="12" text-anchor="middle">{v:.8g}</text>'
        for v in x.ticks()
    ] + [
        f'<text x="{EDGE - 6}" y="{y.at(v) + 4:.1f}" font-size="12" text-anchor="end">{v:.4g}</text>' for v in y.ticks()
    ]
    frame = (
        f'<path d="M{EDGE} {TOP}V{HEIGHT - EDGE}H{WIDTH - RIGHT}" fill="none" stroke="#1b1b1b"/>'
        f'<text x="{WIDTH / 2:.0f}" y="{HEIGHT - EDGE + 34}" font-size="13" text-anchor="middle">{_t(labels[0])}</text>'
        f'<text x="{EDGE - 6}" y="14" font-size="13">{_t(labels[1])}</text>'
    )
    return (
        f'<figure><svg viewBox="0 0 {WIDTH} {HEIGHT + 24}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{_t(title)}</title><desc id="{name}-d">{_t(told)}</desc>'
        f"{frame}{''.join(ticks)}{''.join(drawn)}</svg><figcaption>{_t(title)}. {_t(told)}</figcaption></figure>"
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
