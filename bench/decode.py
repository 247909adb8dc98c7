"""Decoding real ZTF packets: plain fastavro against our adapters. Run with `python -m bench.decode`."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import fastavro

from bench.harness import Contestant, compete, report
from ingest.quarantine import UndecodablePacket
from ingest.surveys.decoding import read_alerts

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "alerts"


def packets(folder: Path) -> list[bytes]:
    """The bytes of every ZTF packet below the folder that fastavro and our adapters can both read."""
    found = []
    for path in sorted(folder.rglob("*.avro")):
        payload = path.read_bytes()
        if not any(isinstance(result, UndecodablePacket) for result in read_alerts(payload)):
            found.append(payload)
    return found


def main() -> int:
    """Run the benchmark; 1 where the real packets are absent."""
    folder = Path(os.environ.get("SKYRELAY_ALERTS", str(_BESIDE))) / "ztf"
    payloads = packets(folder) if folder.is_dir() else []
    if not payloads:
        print(f"There are no packets in {folder}; set SKYRELAY_ALERTS to the folder of real alerts.")
        return 1

    def plain() -> int:
        return sum(1 for payload in payloads for _ in fastavro.reader(io.BytesIO(payload)))

    def ours() -> int:
        return sum(1 for payload in payloads for _ in read_alerts(payload))

    def ours_with_history() -> int:
        alerts = (alert for payload in payloads for alert in read_alerts(payload))
        return sum(1 for a in alerts if not isinstance(a, UndecodablePacket) and a.history.num_rows)

    megabytes = sum(map(len, payloads)) / 1e6
    results = compete(
        Contestant("plain fastavro", plain),
        Contestant("our adapters", ours),
        Contestant("our adapters, with history", ours_with_history),
    )
    report(f"Decode {len(payloads)} real ZTF packets ({megabytes:.1f} MB)", "alerts", results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
