"""Simulated packets: valid against the survey's schema, read by our adapter, and consistent in themselves."""

import io
from typing import Any

import fastavro
import fastavro.validation
import numpy as np
import pytest
from astropy.io import fits

from app.drill import ids
from app.drill.night import Rehearsal, SimAlert
from ingest.streams.simulated.packets import SCHEMA_ID, alert_schema, encode, record_of, reliability
from ingest.surveys import lsst

EPOCH = 61366


@pytest.fixture(scope="module")
def alerts() -> dict[str, SimAlert]:
    """One alert of each kind: the one with the longest history."""
    night = Rehearsal(seed=7, epoch=EPOCH, objects=60).alerts(EPOCH + 1)
    return {a.subject.truth.kind: a for a in sorted(night, key=lambda a: len(a.history))}


KINDS = ("supernova", "microlensing", "variable", "asteroid", "bogus")


def read_back(payload: bytes) -> dict[str, Any]:
    record = fastavro.schemaless_reader(io.BytesIO(payload[5:]), alert_schema(), None)
    assert isinstance(record, dict)
    return record


def image(packet: bytes, unit: int = 0) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    with fits.open(io.BytesIO(packet)) as units:
        return np.asarray(units[unit].data, dtype=np.float64)


@pytest.mark.parametrize("kind", KINDS)
def test_every_packet_is_valid_in_the_surveys_schema(alerts: dict[str, SimAlert], kind: str) -> None:
    record = record_of(alerts[kind])
    payload = encode(alerts[kind])
    assert payload[:5] == b"\x00" + SCHEMA_ID.to_bytes(4, "big")
    read = read_back(payload)
    fastavro.validation.validate(read, alert_schema())
    assert set(record["diaSource"]) <= set(read["diaSource"])
    assert read["diaSource"]["psfFlux"] == pytest.approx(record["diaSource"]["psfFlux"], rel=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_names_no_field_that_the_schema_lacks(alerts: dict[str, SimAlert], kind: str) -> None:
    record = record_of(alerts[kind])
    read = read_back(encode(alerts[kind]))
    assert set(record) == set(read)
    for part in ("diaObject", "ssSource"):
        assert set(record[part] or ()) <= set(read[part] or ())
    for part in ("prvDiaSources", "prvDiaForcedSources"):
        for drawn, found in zip(record[part] or (), read[part] or (), strict=True):
            assert set(drawn) <= set(found)


@pytest.mark.parametrize("kind", KINDS)
def test_the_survey_adapter_reads_it(alerts: dict[str, SimAlert], kind: str) -> None:
    alert = alerts[kind]
    record, version = lsst.read_wire(encode(alert))
    decoded = lsst.decode(record, version)
    assert version == "11.1"
    assert decoded.is_solar_system == (kind == "asteroid")
    assert decoded.detection.mjd_utc == pytest.approx(alert.trigger.visit.mjd_utc, abs=1e-8)
    assert decoded.detection.flux_ujy == pytest.approx(alert.trigger.flux / 1000.0, rel=1e-6)
    assert ids.is_simulated_id(int(record["diaSourceId"]))
    assert set(decoded.cutouts) == {"new", "ref", "sub"}


def test_a_supernovas_packet_carries_detections_and_non_detections(alerts: dict[str, SimAlert]) -> None:
    night = Rehearsal(seed=7, epoch=EPOCH, objects=60).alerts(EPOCH + 1)
    supernovae = [a for a in night if a.subject.truth.kind == "supernova" and a.history]
    mixed = [a for a in supernovae if 0 < sum(m.detected for m in a.history) < len(a.history)]
    record = record_of(mixed[0])
    detected = {one["diaSourceId"] for one in record["prvDiaSources"]}
    forced = {one["diaForcedSourceId"] for one in record["prvDiaForcedSources"]}
    assert detected < forced
    assert record["diaObject"]["nDiaSources"] == len(detected) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_stamps_agree_with_each_other_and_with_the_flux(alerts: dict[str, SimAlert], kind: str) -> None:
    record = record_of(alerts[kind])
    science, template, difference = (
        image(record[name]) for name in ("cutoutScience", "cutoutTemplate", "cutoutDifference")
    )
    assert science.shape == (30, 30)
    np.testing.assert_allclose(science - template, difference, atol=1e-3 * np.abs(science).max())
    with fits.open(io.BytesIO(record["cutoutDifference"])) as units:
        assert [unit.name for unit in units] == ["PRIMARY", "UNCERT", "PSFIMAGE"]
        assert units[0].header["SIMULATE"] is True
        right = units[0].header["CRPIX1"] - 15.5
        up = units[0].header["CRPIX2"] - 15.5
    sigma = alerts[kind].trigger.visit.seeing_arcsec / 2.3548 / 0.2
    axis = np.arange(30) - 14.5
    psf = np.outer(np.exp(-0.5 * ((axis - up) / sigma) ** 2), np.exp(-0.5 * ((axis - right) / sigma) ** 2))
    psf /= 2.0 * np.pi * sigma**2
    fitted = np.sum(difference * psf) / np.sum(psf**2)
    assert fitted == pytest.approx(alerts[kind].trigger.flux, rel=1e-3)


def test_the_same_alert_gives_the_same_bytes(alerts: dict[str, SimAlert]) -> None:
    again = Rehearsal(seed=7, epoch=EPOCH, objects=60).alerts(EPOCH + 1)
    wanted = alerts["supernova"]
    same = next(a for a in again if a.trigger.source_number == wanted.trigger.source_number)
    assert encode(same) == encode(wanted)


def test_reliability_tells_most_artefacts_from_most_real_sources() -> None:
    night = Rehearsal(seed=7, epoch=EPOCH, objects=200).alerts(EPOCH)
    scores: dict[bool, list[float]] = {True: [], False: []}
    for alert in night:
        scores[alert.subject.truth.kind == "bogus"].append(reliability(alert, alert.trigger))
    assert np.mean(np.array(scores[True]) > 0.5) < 0.2
    assert np.mean(np.array(scores[False]) > 0.5) > 0.9
