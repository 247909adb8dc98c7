"""Decode rates on one core: `python -m bench.decode [FOLDER]` prints packets a second and peak memory per survey."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from ingest.filters.running import FilterRunner, parse_filter
from ingest.surveys.alert import Alert
from ingest.surveys.decoding import read_alerts

ROUNDS = 5


def _round(packets: list[bytes], history: bool) -> tuple[float, list[Alert]]:
    """Return (packets per processor-second, alerts)."""
    start = time.process_time()
    alerts = [one for packet in packets for one in read_alerts(packet) if isinstance(one, Alert)]
    if history:
        for one in alerts:
            assert one.history is not None
    return len(packets) / (time.process_time() - start), alerts


def main() -> None:
    """Measure and print."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/alerts")
    filters = [parse_filter(text) for text in ("coalesce(drb, rb, reliability) > 0.6", "mag < 19 and ndet >= 2")]
    for name in ("ztf", "ztf/v4_01_kowalski_20231012", "lsst", "lsst/real_v10_0_reencoded_20260101",
                 "lsst/real_v10_0_reencoded_20260306_long_history"):  # fmt: skip
        packets = [path.read_bytes() for path in sorted((root / name).rglob("*.avro"))]
        packets *= max(1, 100 // len(packets))
        _round(packets, history=True)
        plain = sorted(_round(packets, history=False)[0] for _ in range(ROUNDS))
        full = sorted(_round(packets, history=True)[0] for _ in range(ROUNDS))
        alerts = _round(packets, history=False)[1]
        start = time.process_time()
        with FilterRunner() as runner:
            runner.run(alerts, filters)
        filtered = len(alerts) / (time.process_time() - start)
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        middle = ROUNDS // 2
        print(
            f"{name}: {plain[middle]:.0f} (best {plain[-1]:.0f}) packets/s, with every history "
            f"{full[middle]:.0f} (best {full[-1]:.0f}); two filters {filtered:.0f} alerts/s; peak {peak_mb:.0f} MB"
        )


if __name__ == "__main__":
    main()
