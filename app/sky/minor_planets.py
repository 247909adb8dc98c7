"""The Minor Planet Center's checker: which known minor planets are near a position at a time."""

from __future__ import annotations

import re
from datetime import datetime

from app.errands.kinds import GiveUp
from app.errands.outside import Message, Reply
from app.sky.starlist import sexagesimal
from app.sky.tap import need_ok

WHO = "The Minor Planet Center"
_LISTED = re.compile(
    r"^\s*(?:\((\d+)\)\s*)?(\S.*?)\s{2,}(\d\d) (\d\d) (\d\d\.\d+) ([+-]\d\d) (\d\d) (\d\d(?:\.\d+)?)\s"
)
_NONE = "No known minor planets"


def question(address: str, place: tuple[float, float], when: datetime, limits: tuple[str, float, float]) -> Message:
    """Return the form that asks the checker; ``limits`` are observatory code, faintest V, radius in arcminutes."""
    ra, dec = sexagesimal(*place, " ").rsplit(" ", 3)[0], " ".join(sexagesimal(*place, " ").split(" ")[3:])
    day = when.day + (when.hour + when.minute / 60 + when.second / 3600) / 24
    code, faintest, radius = limits
    form = {
        "year": str(when.year), "month": f"{when.month:02d}", "day": f"{day:.3f}", "which": "pos", "ra": ra,
        "decl": dec, "TextArea": "", "radius": f"{radius:g}", "limit": f"{faintest:g}", "oc": code, "sort": "d",
        "mot": "h", "tmot": "s", "pdes": "u", "needed": "f", "ps": "n", "type": "p",
    }  # fmt: skip
    return Message("POST", address, form=form)


def names_of(reply: Reply) -> list[str]:
    """Return the designations that the checker's page lists, nearest first."""
    need_ok(reply, WHO)
    page = reply.text(200_000)
    if _NONE in page:
        return []
    table = re.search(r"<pre>(.*?)</pre>", page, re.DOTALL | re.IGNORECASE)
    if table is None:
        raise GiveUp(f"{WHO} answered with another page than the checker's.")
    lines = re.sub(r"<[^>]*>", "", table[1]).splitlines()
    found = [match for line in lines if (match := _LISTED.match(line))]
    return [f"({m[1]}) {m[2]}" if m[1] else m[2] for m in found]
