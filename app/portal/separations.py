"""Angles between positions on the sky."""

from __future__ import annotations

import numpy as np


def separation_deg(ra1: float, dec1: float, ra2: float, dec2: float) -> float:
    """Return the angle between two positions in degrees (haversine)."""
    a1, d1, a2, d2 = np.radians([ra1, dec1, ra2, dec2])
    half = np.sin((d2 - d1) / 2) ** 2 + np.cos(d1) * np.cos(d2) * np.sin((a2 - a1) / 2) ** 2
    return float(np.degrees(2 * np.arcsin(np.sqrt(min(half, 1.0)))))
