"""What makes one simulated observatory."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from app.errors import BadInput
from followup.conditions.sites import Site, site_by_code

OutageKind = Literal["clouds", "downtime", "portal-down", "drop-answer", "hang"]
NightMode = Literal["real", "rehearsed", "always"]


class Outage(BaseModel):
    """A scripted failure, in seconds since the process started; without an end it lasts.

    ``clouds`` and ``downtime`` close the telescope, ``portal-down`` answers 503, ``hang`` never answers,
    ``drop-answer`` carries a submission out and cuts the connection before the answer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    site: str
    start_s: float = 0.0
    end_s: float | None = None
    kind: OutageKind
    reason: str = ""

    @classmethod
    def parse(cls, text: str) -> Outage:
        """Read ``site[:kind[:start_s[:end_s[:reason]]]]``; ``coj`` alone is a telescope that is down for the
        whole run.
        """
        site, kind, start, end, reason = (text.split(":", 4) + [""] * 4)[:5]
        fields = {
            "site": site,
            "kind": kind or "downtime",
            "start_s": start or 0.0,
            "end_s": end or None,
            "reason": reason,
        }
        try:
            return cls.model_validate(fields)
        except ValidationError as problem:
            kinds = ", ".join(get_args(OutageKind))
            message = f"'{text}' is no outage; write site[:kind[:start_s[:end_s[:reason]]]], kind one of {kinds}."
            raise BadInput(message, field="outages") from problem

    def covers(self, since_start_s: float) -> bool:
        """Tell whether the outage is on at this time since the process started."""
        return self.start_s <= since_start_s and (self.end_s is None or since_start_s < self.end_s)


class ObservatoryConfig(BaseModel):
    """Everything that one observatory process is told.

    ``var`` is the installation's data folder: state goes to ``<var>/observatories/<site>/``, and the true sky
    is read from ``<var>/drill/truth.json`` unless ``truth`` names another file. ``proposals`` are those that may
    observe here; none named: any. ``speed`` divides exposure
    times and overheads.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    site: str
    var: Path
    token: SecretStr
    host: Literal["127.0.0.1", "::1"] = "127.0.0.1"
    port: int = Field(default=0, ge=0, le=65535)
    port_file: Path | None = None
    proposals: tuple[str, ...] = ()
    night: NightMode = "rehearsed"
    weather: Literal["random", "clear"] = "random"
    seed: int = 1
    speed: float = Field(default=1.0, gt=0)
    outages: tuple[Outage, ...] = ()
    submissions_per_minute: int | None = Field(default=None, gt=0)
    truth: Path | None = None

    @property
    def place(self) -> Site:
        """The site itself; raises ``BadInput`` for an unknown code."""
        return site_by_code(self.site)

    @property
    def folder(self) -> Path:
        """Where this observatory keeps its state and frames."""
        return self.var / "observatories" / self.site

    @property
    def truth_path(self) -> Path:
        """The file that says what is really in the sky."""
        return self.truth or self.var / "drill" / "truth.json"

    @property
    def telescope_key(self) -> str:
        """LCO's name of the telescope: site.enclosure.telescope."""
        return f"{self.site}.doma.1m0a"

    def outage(self, since_start_s: float, *kinds: OutageKind) -> Outage | None:
        """Return the first outage of these kinds that is on now at this site, scripted or called by a trainer."""
        for outage in (*self.outages, *called_outages(self.var)):
            if outage.site == self.site and outage.kind in kinds and outage.covers(since_start_s):
                return outage
        return None


def outages_path(var: Path) -> Path:
    """Return the file in which a drill's trainer closes sites while everything runs: one outage a line."""
    return var / "drill" / "outages"


def called_outages(var: Path) -> tuple[Outage, ...]:
    """Return the outages that are called now; lines that cannot be read are left out, since the show goes on."""
    path = outages_path(var)
    try:
        found = path.stat()
    except OSError:
        return ()
    return _read_outages(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=1)
def _read_outages(path: Path, _mtime_ns: int, _size: int) -> tuple[Outage, ...]:
    outages = []
    for line in path.read_text(encoding="utf-8").splitlines():
        with suppress(BadInput):
            outages.append(Outage.parse(line.strip()))
    return tuple(outages)
