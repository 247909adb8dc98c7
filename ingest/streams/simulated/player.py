"""Plays simulated nights as a live stream, at a rate that a person can follow, and takes up where it stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from app.drill import ids
from app.drill.night import Rehearsal, SimAlert
from app.drill.survey import NIGHT_ENDS_D
from app.drill.truth import write_atomically
from app.errors import BadInput
from app.times import mjd_of
from ingest.streams.protocol import DEFAULT_BATCH, Batch, Packet, Progress, StreamProblem
from ingest.streams.simulated.packets import encode

# a reader gets an empty batch at least so often, and so finds time for its other work
IDLE_S = 1.0
_POSITIONS_PER_NIGHT = 1_000_000


class _Remembered(BaseModel):
    """Which rehearsal this folder plays; kept so that a restart goes on with it and does not begin another."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seed: int
    objects: int
    epoch: int


class SimulatedNight:
    """A `Stream` of LSST packets of a rehearsed night, then the next, without end. Clearly labelled as simulated.

    `source` names the rehearsal (seed, epoch, objects); `position` is night × 10^6 + the number in that night. It
    only grows, so `resume(position)` after a restart sends what comes next: nothing is lost, nothing doubled.
    The first night is the latest one that was over at the first start, remembered in `<var>/drill/rehearsal.json`.
    What is really in the sky is written to `<var>/drill/truth.json` at the start and at each new night.

    Where a night is played in less than a day, the sky's clock runs ahead of ours, and an observatory that looks
    at today's sky does not see what explodes only then. With `keep_to_calendar` a night waits until it is over
    by the calendar (empty batches meanwhile).

    An infinite rate plays as fast as the reader reads; `nights` ends the play after so many nights. Raises
    BadInput for a rate that is not positive and for what `Rehearsal` refuses.
    """

    alert_tense = ids.ALERT_TENSE
    survey_name = ids.SURVEY_NAME

    def __init__(
        self,
        seed: int,
        objects: int,
        alerts_per_minute: float,
        var: Path,
        *,
        first_night: int | None = None,
        nights: int | None = None,
        keep_to_calendar: bool = False,
    ) -> None:
        if not alerts_per_minute > 0.0:
            raise BadInput("The number of alerts per minute must be positive.", field="alerts_per_minute")
        self._folder = var / "drill"
        known = _recall(self._folder / "rehearsal.json", seed, objects, first_night)
        self.rehearsal = Rehearsal(known.seed, known.epoch, known.objects)
        self.source = f"simulated:{known.seed}:{known.epoch}:{known.objects}"
        self._interval_s = 60.0 / alerts_per_minute
        self._nights = nights
        self._keep_to_calendar = keep_to_calendar
        self._next = known.epoch * _POSITIONS_PER_NIGHT
        self._stopped = threading.Event()
        self._problems: list[StreamProblem] = []
        self._sent = 0

    @property
    def name(self) -> str:
        """What is played, for people."""
        return f"{self.survey_name}, rehearsal {self.rehearsal.seed} from MJD {self.rehearsal.epoch}"

    @property
    def truth_path(self) -> Path:
        """Where the truth of the night that is being played lies."""
        return self._folder / "truth.json"

    @property
    def problems(self) -> list[StreamProblem]:
        """A simulated night has none."""
        return self._problems

    def progress(self) -> Progress:
        """Packets sent since the start; there is no end."""
        return Progress(self._sent, None, "packets")

    def resume(self, position: int) -> None:
        """Go on after the packet at a stored position (of this `source`). Call it before `batches`.

        Raises BadInput for a position that lies before the rehearsal's first night.
        """
        if position // _POSITIONS_PER_NIGHT < self.rehearsal.epoch:
            raise BadInput(f"{position} is no position of {self.source}.", field="position")
        self._next = position + 1

    def batches(self, size: int = DEFAULT_BATCH) -> Iterator[Batch]:
        """Yield what is due, at most `size` at once; an empty batch after each idle second; end by `close`."""
        due = time.monotonic()
        packets = self._packets()
        while not self._stopped.is_set():
            wait_s = due - time.monotonic()
            if wait_s > 0:
                if not self._stopped.wait(min(wait_s, IDLE_S)) and wait_s > IDLE_S:
                    yield []
                continue
            # a reader that was slow is not flooded afterwards: at most one idle time is caught up
            due = max(due, time.monotonic() - IDLE_S)
            batch: Batch = []
            while len(batch) < size and due <= time.monotonic():
                try:
                    packet = next(packets)
                except StopIteration:
                    self._stopped.set()
                    break
                if packet is None:
                    due = time.monotonic() + IDLE_S
                    break
                batch.append(packet)
                due += self._interval_s
            if batch or not self._stopped.is_set():
                yield batch

    def close(self) -> None:
        """Stop, at once: also in the middle of a wait, and from another thread."""
        self._stopped.set()

    def _packets(self) -> Iterator[Packet | None]:
        """The packets from the next position on; None while the next night is not over by the calendar."""
        night, number = divmod(self._next, _POSITIONS_PER_NIGHT)
        while self._nights is None or night < self.rehearsal.epoch + self._nights:
            if self._keep_to_calendar and night > last_night(datetime.now(UTC)):
                yield None
                continue
            self.rehearsal.truth(night).save(self.truth_path)
            alerts = self.rehearsal.alerts(night)
            for number_now in range(number, len(alerts)):
                if self._stopped.is_set():
                    return
                self._sent += 1
                yield self._packet(night * _POSITIONS_PER_NIGHT + number_now, alerts[number_now])
            night, number = night + 1, 0

    def _packet(self, position: int, alert: SimAlert) -> Packet:
        return Packet(self.source, position, 0, encode(alert), alert.subject.truth.id.encode())


def last_night(now: datetime) -> int:
    """The latest night (UTC MJD) whose visits are all over: a rehearsal's first packets lie in the past."""
    return int(mjd_of(now) - NIGHT_ENDS_D)


def _recall(path: Path, seed: int, objects: int, first_night: int | None) -> _Remembered:
    """The rehearsal that this folder plays; a new one if there is none, or if another was asked for."""
    try:
        known = _Remembered.model_validate_json(path.read_bytes())
        if (known.seed, known.objects) == (seed, objects) and first_night in (None, known.epoch):
            return known
    except FileNotFoundError:
        pass
    except ValidationError as error:
        raise BadInput(f"{path} is damaged; delete it to begin a new rehearsal.", field="path") from error
    begun = _Remembered(seed=seed, objects=objects, epoch=first_night or last_night(datetime.now(UTC)))
    Rehearsal(begun.seed, begun.epoch, begun.objects)  # refuses what cannot be played before it is remembered
    write_atomically(path, begun.model_dump_json().encode())
    return begun
