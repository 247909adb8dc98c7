"""One telescope: it takes requests from the queue one at a time, and really spends the time."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from app.drill.truth import demo_truth_path
from followup.facilities.simulated.clock import SkyClock, mjd_of
from followup.facilities.simulated.conditions import Conditions
from followup.facilities.simulated.config import ObservatoryConfig
from followup.facilities.simulated.fits import REDUCTION_LEVEL, FrameIdentity, date_obs, frame_bytes
from followup.facilities.simulated.imaging import Scene, expose
from followup.facilities.simulated.instruments import FRONT_PADDING_S, READOUT_S
from followup.facilities.simulated.payloads import Configuration, InstrumentConfig, Request
from followup.facilities.simulated.sky import Sky
from followup.facilities.simulated.states import FAILURE_LIMIT, BlockState, RequestState
from followup.facilities.simulated.store import BlockRow, RequestRow, Store, iso

_LOG = logging.getLogger(__name__)

CAMERA = "sim01"
_IDLE_S, _WAITING_S, _SHORTEST_S = 2.0, 0.5, 0.01


class Telescope:
    """The queue's worker. ``wake`` makes it look at once (a new request, a cancellation)."""

    def __init__(self, config: ObservatoryConfig, store: Store, clock: SkyClock, conditions: Conditions) -> None:
        self._config = config
        self._store = store
        self._clock = clock
        self._conditions = conditions
        self._sky = Sky(config.truth_path, demo_truth_path(config.var))
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look at the queue now."""
        self._woken.set()

    async def run(self) -> None:
        """Observe until cancelled."""
        while True:
            pause_s = await self.step(time.time())
            # not wait_for: before Python 3.12 it swallows a cancellation that comes together with a wake
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self._woken.wait()
            self._woken.clear()

    async def step(self, now_s: float) -> float:
        """Do what is due at a time; return how many seconds there is nothing to do."""
        pending = self._store.pending_requests()
        block = self._store.current_block()
        self._expire(pending, block, now_s)
        if block is None:
            block = self._begin_next(pending, now_s)
        if block is not None:
            await self._advance(block, now_s)
        block = self._store.current_block()
        if block is None:
            return _WAITING_S if pending else _IDLE_S
        due_s = block.start_s if block.state == BlockState.PENDING else block.end_s
        return min(max(due_s - time.time(), _SHORTEST_S), _WAITING_S)

    def _expire(self, pending: list[RequestRow], block: BlockRow | None, now_s: float) -> None:
        for request in pending:
            busy = block is not None and block.request_id == request.id
            if not busy and max(end for _, end in _windows(request)) <= now_s:
                self._store.expire(request.id)
                _LOG.info("request %s expired", request.id)

    def _begin_next(self, pending: list[RequestRow], now_s: float) -> BlockRow | None:
        if not pending or not self._conditions.at(now_s).open:
            return None
        for request in pending:
            takes_s = request.duration_s / self._config.speed
            fits = any(start <= now_s and now_s + takes_s <= end for start, end in _windows(request))
            target = _parse(request).configurations[0].target
            if fits and self._conditions.is_up(target.ra, target.dec, now_s):
                self._store.add_block(request.id, now_s + FRONT_PADDING_S / self._config.speed, now_s + takes_s)
                return self._store.current_block()
        return None

    async def _advance(self, block: BlockRow, now_s: float) -> None:
        request = self._store.request(block.request_id)
        assert request is not None
        if request.state != RequestState.PENDING:
            self._store.move_block(block, _dropped(block), "Request canceled")
        elif now_s >= block.end_s:
            await self._finish(block, request)
        elif not (state := self._conditions.at(now_s)).open:
            self._store.abort(block, state.reason, FAILURE_LIMIT)
            _LOG.info("block %s of request %s aborted: %s", block.id, request.id, state.reason)
        elif block.state == BlockState.PENDING and now_s >= block.start_s:
            self._store.move_block(block, BlockState.IN_PROGRESS)

    async def _finish(self, block: BlockRow, request: RequestRow) -> None:
        if block.state == BlockState.PENDING:
            self._store.move_block(block, BlockState.IN_PROGRESS)
        group = self._store.group(request.group_id)
        assert group is not None
        frames = await asyncio.to_thread(self._take_frames, block, request, group.name, group.proposal)
        fresh, now = self._store.current_block(), self._store.request(request.id)
        assert fresh is not None
        assert now is not None
        if now.state != RequestState.PENDING:  # canceled while the frames were read out
            self._store.move_block(fresh, _dropped(fresh), "Request canceled")
            return
        self._store.complete(fresh, frames)
        _LOG.info("request %s completed with %d frames", request.id, len(frames))

    def _take_frames(self, block: BlockRow, request: RequestRow, name: str, proposal: str) -> list[dict[str, Any]]:
        made: list[dict[str, Any]] = []
        into_s = 0.0
        for configuration in _parse(request).configurations:
            for part in configuration.instrument_configs:
                for _ in range(part.exposure_count):
                    mid_s = block.start_s + (into_s + part.exposure_time / 2.0) / self._config.speed
                    into_s += part.exposure_time + READOUT_S
                    scene = self._scene(configuration, part, mid_s)
                    who = self._identity(block, configuration, (name, proposal), (len(made) + 1, mid_s))
                    made.append(self._save(who, scene))
        return made

    def _scene(self, configuration: Configuration, part: InstrumentConfig, mid_s: float) -> Scene:
        target, element = configuration.target, part.optical_elements.filter
        weather = self._conditions.at(mid_s).weather
        return Scene(
            ra_deg=target.ra,
            dec_deg=target.dec,
            magnitude_ab=self._sky.magnitude_ab(target, mjd_of(mid_s), element),
            element=element,
            exposure_s=part.exposure_time,
            airmass=self._conditions.airmass(target.ra, target.dec, mid_s),
            transparency=weather.transparency,
            seeing_arcsec=weather.seeing_arcsec,
            moonlight=self._conditions.moonlight(mid_s),
        )

    def _identity(
        self, block: BlockRow, configuration: Configuration, group: tuple[str, str], when: tuple[int, float]
    ) -> FrameIdentity:
        place = self._config.place
        number, mid_s = when
        night = date_obs(mid_s)[:10].replace("-", "")
        telescope = self._config.telescope_key.split(".")[2][:3] + "99"  # LCO's real ones are numbered below 20
        return FrameIdentity(
            filename=f"{place.code}{telescope}-{CAMERA}-{night}-{block.id}{number:03d}-e91.fits",
            site=place.code,
            telescope_key=self._config.telescope_key,
            instrument=CAMERA,
            object_name=configuration.target.name,
            proposal=group[1],
            group_name=group[0],
            request_id=block.request_id,
            block_id=block.id,
            mid_unix_s=mid_s,
            latitude_deg=place.latitude_deg,
            longitude_deg=place.longitude_deg,
            elevation_m=place.elevation_m,
            sky_shift_s=self._clock.shift_s,
            speed=self._config.speed,
        )

    def _save(self, who: FrameIdentity, scene: Scene) -> dict[str, Any]:
        key = hashlib.sha256(f"{self._config.seed}/{who.filename}".encode()).digest()
        content = frame_bytes(who, scene, expose(scene, np.random.default_rng(int.from_bytes(key[:8], "big"))))
        path = self._config.folder / "frames" / who.filename
        write_atomically(path, content)
        start_s = who.start_unix_s(scene.exposure_s)
        return _archive_record(who, scene, date_obs(start_s) + "Z", hashlib.md5(content).hexdigest())  # noqa: S324


def _archive_record(who: FrameIdentity, scene: Scene, start: str, md5: str) -> dict[str, Any]:
    """Return a frame's record as LCO's archive gives it: old upper-case names and the newer ones side by side."""
    _, _, telescope = who.telescope_key.split(".")
    old = {
        "DATE_OBS": start,
        "PROPID": who.proposal,
        "INSTRUME": who.instrument,
        "OBJECT": who.object_name,
        "SITEID": who.site,
        "TELID": telescope,
        "EXPTIME": scene.exposure_s,
        "FILTER": scene.element,
        "OBSTYPE": "EXPOSE",
        "BLKUID": who.block_id,
        "REQNUM": who.request_id,
        "RLEVEL": REDUCTION_LEVEL,
        "L1PUBDAT": iso(who.mid_unix_s),
    }
    new = {
        "basename": who.filename.removesuffix(".fits"),
        "filename": who.filename,
        "observation_date": start,
        "proposal_id": who.proposal,
        "instrument_id": who.instrument,
        "target_name": who.object_name,
        "site_id": who.site,
        "telescope_id": telescope,
        "exposure_time": scene.exposure_s,
        "primary_optical_element": scene.element,
        "configuration_type": "EXPOSE",
        "observation_id": who.block_id,
        "request_id": who.request_id,
        "reduction_level": REDUCTION_LEVEL,
        "public_date": iso(who.mid_unix_s),
        "md5": md5,
    }
    return old | new


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it is there as a whole or not at all, also after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _parse(request: RequestRow) -> Request:
    return Request.model_validate(request.document)


def _windows(request: RequestRow) -> list[tuple[float, float]]:
    return [(window.start.timestamp(), window.end.timestamp()) for window in _parse(request).windows]


def _dropped(block: BlockRow) -> BlockState:
    return BlockState.CANCELED if block.state == BlockState.PENDING else BlockState.ABORTED
