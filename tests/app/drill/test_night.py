"""The rehearsed nights: the same every time, plausible, and each continuing the one before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drill import ids, survey
from app.drill.night import Rehearsal
from app.errors import BadInput

EPOCH = 61366


@pytest.fixture(scope="module")
def rehearsal() -> Rehearsal:
    return Rehearsal(seed=7, epoch=EPOCH, objects=60)


def test_a_night_replayed_is_the_same(rehearsal: Rehearsal) -> None:
    again = Rehearsal(seed=7, epoch=EPOCH, objects=60)
    assert again.alerts(EPOCH + 1) == rehearsal.alerts(EPOCH + 1)
    assert Rehearsal(seed=8, epoch=EPOCH, objects=60).alerts(EPOCH) != rehearsal.alerts(EPOCH)


def test_tomorrows_history_contains_what_was_sent_today(rehearsal: Rehearsal) -> None:
    today = {alert.trigger.source_number: alert.trigger for alert in rehearsal.alerts(EPOCH)}
    remembered = {
        m.source_number: m for alert in rehearsal.alerts(EPOCH + 1) for m in alert.history if m.visit.night == EPOCH
    }
    both = today.keys() & remembered.keys()
    assert len(both) > 20
    assert all(today[number] == remembered[number] for number in both)


def test_identifiers_are_unique_and_in_the_reserved_range(rehearsal: Rehearsal) -> None:
    alerts = [a for night in range(EPOCH, EPOCH + 3) for a in rehearsal.alerts(night)]
    numbers = [a.trigger.source_number for a in alerts]
    assert len(set(numbers)) == len(numbers)
    assert all(ids.is_simulated_id(n) and n < 2**63 for n in numbers)
    assert {a.subject.truth.id for a in alerts} == {ids.simulated_obj_id(a.subject.number) for a in alerts}


def test_the_real_range_is_not_simulated() -> None:
    assert not ids.is_simulated_id(169813006111211555)
    with pytest.raises(ValueError, match="not in the range"):
        ids.simulated_obj_id(169813006111211555)
    assert ids.source_number((99, 99_999), 99_999, 999, 9_999) < 2**63


def test_all_kinds_are_there_and_some_are_rising(rehearsal: Rehearsal) -> None:
    objects = rehearsal.objects(EPOCH)
    assert {o.truth.kind for o in objects} == {"supernova", "microlensing", "variable", "asteroid", "bogus"}
    for kind in ("supernova", "microlensing"):
        pairs = [o.truth.magnitude_ab(np.array([EPOCH, EPOCH + 2.0]), "r") for o in objects if o.truth.kind == kind]
        assert sum(bool(later < now - 0.02) for now, later in pairs) >= 2


def test_positions_suit_southern_sites(rehearsal: Rehearsal) -> None:
    centre = survey.antisolar_ra_deg(EPOCH + 0.2)
    for subject in rehearsal.objects(EPOCH):
        away = (subject.truth.ra_deg - centre + 180.0) % 360.0 - 180.0
        assert abs(away) < 48.0
        assert -40.0 <= subject.truth.dec_deg <= 5.0


def test_alerts_are_five_sigma_in_order_and_in_the_night(rehearsal: Rehearsal) -> None:
    alerts = rehearsal.alerts(EPOCH)
    times = [a.trigger.visit.mjd_utc for a in alerts]
    assert times == sorted(times)
    assert all(EPOCH < t < EPOCH + 0.45 for t in times)
    assert all(a.trigger.snr >= 5.0 for a in alerts)
    assert all(m.visit.mjd_utc < a.trigger.visit.mjd_utc for a in alerts for m in a.history)
    assert any(not m.detected for a in alerts for m in a.history)


def test_artefacts_and_asteroids_have_no_history_from_other_nights(rehearsal: Rehearsal) -> None:
    for alert in rehearsal.alerts(EPOCH + 1):
        if alert.subject.truth.kind in ("asteroid", "bogus"):
            assert all(m.visit.night == EPOCH + 1 for m in alert.history)


def test_later_nights_bring_newcomers(rehearsal: Rehearsal) -> None:
    born = {o.born_night for o in rehearsal.objects(EPOCH + 3) if o.truth.kind == "supernova"}
    assert born == {EPOCH, EPOCH + 1, EPOCH + 2, EPOCH + 3}


def test_the_noise_is_a_fifth_of_the_depth_where_nothing_is() -> None:
    error = float(survey.flux_error_njy(np.array(0.0), 24.35, "r"))
    assert error * 5.0 == pytest.approx(float(survey.flux_njy(np.array(24.35))), rel=0.02)


@given(magnitude=st.floats(16.0, 26.0))
def test_the_noise_formula_agrees_with_ivezic(magnitude: float) -> None:
    # Ivezić et al. 2019, eq. 4 and 5, in magnitudes, for r
    x = 10 ** (0.4 * (magnitude - 24.35))
    expected = np.sqrt((0.04 - 0.039) * x + 0.039 * x**2 + 0.005**2)
    flux = survey.flux_njy(np.array(magnitude))
    relative = survey.flux_error_njy(flux, 24.35, "r") / flux
    assert relative == pytest.approx(np.hypot(np.sqrt(expected**2 - 0.005**2), 0.005 * np.log(10) / 2.5), rel=1e-6)


def test_antisolar_point_at_the_equinox_and_solstice() -> None:
    # 2026-03-20 14:46 UTC: the Sun at 0 h, so 180°; 2026-06-21 08:25 UTC: the Sun at 90°, so 270°
    assert survey.antisolar_ra_deg(61119.615) == pytest.approx(180.0, abs=0.03)
    assert survey.antisolar_ra_deg(61212.351) == pytest.approx(270.0, abs=0.03)


@pytest.mark.parametrize(("seed", "epoch", "objects"), [(-1, EPOCH, 5), (100, EPOCH, 5), (1, 5, 5), (1, EPOCH, 0)])
def test_impossible_rehearsals_are_refused(seed: int, epoch: int, objects: int) -> None:
    with pytest.raises(BadInput):
        Rehearsal(seed, epoch, objects)


def test_no_night_before_the_epoch(rehearsal: Rehearsal) -> None:
    with pytest.raises(BadInput, match="begins with"):
        rehearsal.alerts(EPOCH - 1)
