"""Fields of view: ds9 regions around (0, 0), and the outlines that they have at a survey's fields."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from app.errors import BadInput

Floats = NDArray[np.float64]
Outline = Floats
"""A closed polygon: (longitude, latitude) in degrees, shape (vertices, 2)."""
FIELD = "field_region"
_CIRCLE = 36
_MOST_VERTICES = 20_000


def of_view(kind: Literal["circle", "rectangle"], attributes: Sequence[float]) -> str:
    """Return the ds9 region of a round field (radius) or a rectangular one (width, height), in degrees."""
    if len(attributes) != (1 if kind == "circle" else 2) or not all(0 < value <= 180 for value in attributes):
        raise BadInput(
            "A circle has one radius, a rectangle a width and a height, in degrees.", field="field_fov_attributes"
        )
    sizes = ",".join(f"{value:.8f}" for value in attributes)
    return f"icrs\ncircle(0,0,{sizes}d)\n" if kind == "circle" else f"icrs\nbox(0,0,{sizes.replace(',', 'd,')}d,0)\n"


def outlines(ds9: str, field: str = FIELD) -> list[Outline]:
    """Return the outlines of polygons, circles, boxes and ellipses in ds9 text; raise :class:`BadInput`."""
    from astropy.utils.exceptions import AstropyWarning
    from regions import Regions  # type: ignore[import-untyped]

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", AstropyWarning)
            found = [_outline(one, field) for one in Regions.parse(ds9, format="ds9")]
    except (ValueError, TypeError, IndexError, KeyError, AttributeError) as error:
        raise BadInput("This is no ds9 region that can be read.", field=field) from error
    if not found:
        raise BadInput("There is no ds9 region in this text.", field=field)
    if sum(len(one) for one in found) > _MOST_VERTICES:
        raise BadInput(f"A field of view has at most {_MOST_VERTICES} vertices.", field=field)
    return found


def _outline(region: Any, field: str) -> Outline:
    kind = type(region).__name__
    if kind == "PolygonSkyRegion":
        points = region.vertices.icrs
        return _closed(_around_zero(np.asarray(points.ra.deg)), np.asarray(points.dec.deg), field)
    if kind not in ("CircleSkyRegion", "RectangleSkyRegion", "EllipseSkyRegion"):
        raise BadInput("A field of view is made of polygons, circles, boxes or ellipses on the sky.", field=field)
    if kind == "CircleSkyRegion":
        width = height = float(region.radius.to_value("deg"))
    else:
        width, height = float(region.width.to_value("deg")) / 2, float(region.height.to_value("deg")) / 2
    if kind == "RectangleSkyRegion":
        x, y = np.array([-width, width, width, -width]), np.array([-height, -height, height, height])
    else:
        turn = np.arange(_CIRCLE) * 2 * np.pi / _CIRCLE
        x, y = width * np.cos(turn), height * np.sin(turn)
    angle = float(region.angle.to_value("rad")) if hasattr(region, "angle") else 0.0
    turned = x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)
    middle = region.center.icrs
    return _closed(_around_zero(np.asarray([middle.ra.deg]))[0] + turned[0], float(middle.dec.deg) + turned[1], field)


def _around_zero(ra: Any) -> Floats:
    return np.asarray((ra + 180.0) % 360.0 - 180.0, dtype=np.float64)


def _closed(longitude: Any, latitude: Any, field: str) -> Outline:
    points = np.column_stack([longitude, latitude])
    if len(points) < 3 or not np.isfinite(points).all() or np.abs(points[:, 1]).max() > 90.0:
        raise BadInput("An outline has at least three corners, all on the sky.", field=field)
    return np.vstack([points, points[:1]])


def at_fields(outline: Outline, ra_deg: Floats, dec_deg: Floats) -> Floats:
    """Return an outline around each centre: (fields, vertices, 2) in degrees; north stays north.

    Right ascensions are within 180 degrees of their field's centre, so that no outline is torn at 0 hours.
    """
    x, y = np.radians(outline[:, 0]), np.radians(outline[:, 1])
    seen = np.stack([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)])
    tilt = np.radians(dec_deg)[:, np.newaxis]
    forward = np.cos(tilt) * seen[0] - np.sin(tilt) * seen[2]
    up = np.sin(tilt) * seen[0] + np.cos(tilt) * seen[2]
    ra = np.degrees(np.arctan2(np.broadcast_to(seen[1], forward.shape), forward)) + np.asarray(ra_deg)[:, np.newaxis]
    return np.stack([ra, np.degrees(np.arcsin(np.clip(up, -1.0, 1.0)))], axis=-1)


def box_around(found: Sequence[Outline]) -> Outline:
    """Return the rectangle (in longitude and latitude around the centre) that holds all outlines."""
    points = np.vstack(found)
    (left, low), (right, high) = points.min(axis=0), points.max(axis=0)
    return np.array([[left, low], [right, low], [right, high], [left, high], [left, low]])


def geojson(shapes: Sequence[Floats], properties: dict[str, Any]) -> dict[str, Any]:
    """Return outlines as GeoJSON: a feature collection of one line string each, rounded to 0.04 arcseconds."""
    lines = [np.round(shape, 5).tolist() for shape in shapes]
    return {
        "type": "FeatureCollection",
        "properties": properties,
        "features": [
            {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString", "coordinates": lines}}
        ],
    }
