"""A trainer closes and opens a site while its observatory runs."""

from __future__ import annotations

from tests.followup.facilities.conftest import StartObservatory
from tests.support.waiting import until


def test_a_called_outage_closes_the_telescope_and_opens_it_again(start_observatory: StartObservatory) -> None:
    observatory = start_observatory()
    gateway = observatory.gateway()
    assert [state.open for state in gateway.telescope_states()] == [True]
    called = observatory.var / "drill" / "outages"
    called.parent.mkdir(exist_ok=True)
    called.write_text("no outage at all\ncoj:clouds:::Fog rolls in\ncpt:downtime")
    closed = until(lambda: [s for s in gateway.telescope_states() if s.open is False], 20, "the closing")
    assert "Fog rolls in" in closed[0].why
    called.write_text("cpt:downtime")
    until(lambda: [s for s in gateway.telescope_states() if s.open], 20, "the opening")
