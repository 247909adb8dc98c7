"""How long requests take: `python -m bench.api [--size small|full] [--out FILE]`, or `make bench-api`.

A fresh database is filled, a real web process answers, a client with a token asks over HTTP, one request at a time;
then eight clients at once. The figures of upstream SkyPortal stand beside: see `bench.api_requests.UPSTREAM`.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine

from bench.api_fill import CLIENTS, POINTS, Filled, Size, data, people
from bench.api_requests import UPSTREAM, Timed, points, requests
from bench.api_server import Client, Machine, machine, serving

SIZES = {
    "small": (Size(1_000, candidates=200, groups=100, audiences=200),),
    "full": (Size(10_000), Size(100_000)),
}
AT_ONCE_S = 8.0
Say = Callable[[str], None]


@dataclass(frozen=True)
class Taken:
    """What one kind of request took: wall and processor times in ms, bytes, statements."""

    wall_ms: list[float]
    web_ms: float
    database_ms: float
    size: int
    statements: int


def time_one(host: Machine, client: Client, what: Timed) -> Taken:
    """Send a request ``what.turns`` times, after two that do not count and one whose statements are counted."""
    statements: list[int] = []
    with host.counted(statements):
        status, content = client.ask(*what.make())
    if status != 200:
        raise RuntimeError(f"{what.name}: {status} {content[:300]!r}")
    client.ask(*what.make())
    made = [what.make() for _ in range(what.turns)]
    web, database, wall = host.web_cpu_s(), host.database_cpu_s(), []
    for request in made:
        began = time.perf_counter()
        status, content = client.ask(*request)
        wall.append((time.perf_counter() - began) * 1e3)
        if status != 200:
            raise RuntimeError(f"{what.name}: {status} {content[:300]!r}")
    turns = len(made)
    return Taken(
        wall,
        (host.web_cpu_s() - web) / turns * 1e3,
        (host.database_cpu_s() - database) / turns * 1e3,
        len(content),
        statements[0],
    )


def row(what: Timed, taken: Taken) -> str:
    """Return one line of the table."""
    median = statistics.median(taken.wall_ms)
    p95 = sorted(taken.wall_ms)[min(len(taken.wall_ms) - 1, int(0.95 * len(taken.wall_ms)))]
    against = f"{median / what.upstream_ms:6.3f} × {what.upstream_ms:.0f} ms" if what.upstream_ms else ""
    rate = f"  {what.points / median * 1e3:,.0f} points/s" if what.points >= 1000 else ""
    return (
        f"{what.name:<32}{median:>9.1f}{p95:>9.1f}{taken.web_ms:>9.1f}{taken.database_ms:>9.1f}"
        f"{taken.size:>10,}{taken.statements:>5}   {against}{rate}"
    )


def one_by_one(host: Machine, filled: Filled, say: Say) -> None:
    """Time every request by one client."""
    client = Client(host.settings.server.port, filled.tokens[0])
    say(
        f"{'request':<32}{'median':>9}{'p95':>9}{'web cpu':>9}{'db cpu':>9}{'bytes':>10}{'stm':>5}"
        "   against upstream (ms)"
    )
    for what in requests(filled):
        say(row(what, time_one(host, client, what)))
    say(f"resident memory of the web process: {host.resident_mb():.0f} MB (upstream: 884 MB)")


def at_once(host: Machine, filled: Filled, say: Say) -> None:
    """Let eight clients ask at once, and then seven beside one that uploads 50,000 points again and again."""
    kinds: tuple[tuple[str, str, float | None], ...] = (
        ("single sources", "/api/sources/BENCH1", 4.2),
        ("pages of 100 sources", "/api/sources?numPerPage=100", 4.4),
    )
    for name, path, upstream in kinds:
        counts, worst = _race(host, [(token, "GET", path) for token in filled.tokens[:CLIENTS]], filled)
        _tell(say, f"8 clients, {name}", counts, worst, upstream)
    asked = [(token, "POST", "1") for token in filled.tokens[:CLIENTS]]
    _tell(say, "8 clients, single points", *_race(host, asked, filled), 8.3)
    asked = [
        (filled.tokens[0], "POST", "50000"),
        *((t, "GET", "/api/sources/BENCH1") for t in filled.tokens[1:CLIENTS]),
    ]
    counts, worst = _race(host, asked, filled)
    say(f"8 clients, one uploading 50,000 points: {counts[0]} uploads, slowest {worst[0]:.0f} ms")
    _tell(say, "  the seven others, single sources", counts[1:], worst[1:], 4.2)


def _race(host: Machine, asked: list[tuple[str, str, str]], filled: Filled) -> tuple[list[int], list[float]]:
    counts, worst = [0] * len(asked), [0.0] * len(asked)
    gate = threading.Barrier(len(asked))

    def run(number: int, token: str, method: str, what: str) -> None:
        client = Client(host.settings.server.port, token)
        bodies = [json.dumps(points(filled, int(what))).encode() for _ in range(12)] if method == "POST" else [None]
        gate.wait()
        end = time.monotonic() + AT_ONCE_S
        while time.monotonic() < end:
            body = bodies[counts[number] % len(bodies)]
            if body is not None and counts[number] >= len(bodies):
                body = json.dumps(points(filled, int(what))).encode()
            began = time.perf_counter()
            status, content = client.ask(method, "/api/photometry" if body else what, body)
            worst[number] = max(worst[number], (time.perf_counter() - began) * 1e3)
            if status != 200:
                raise RuntimeError(f"{method} {what}: {status} {content[:300]!r}")
            counts[number] += 1

    threads = [threading.Thread(target=run, args=(n, *one)) for n, one in enumerate(asked)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts, worst


def _tell(say: Say, name: str, counts: list[int], worst: list[float], upstream: float | None) -> None:
    rate = sum(counts) / AT_ONCE_S
    share = min(counts) / (sum(counts) / len(counts)) if sum(counts) else 0.0
    against = f", {rate / upstream:.1f} × upstream's {upstream}/s" if upstream else ""
    say(
        f"{name}: {rate:.1f}/s{against}; the slowest client had {share:.2f} of an equal share; "
        f"slowest request {max(worst):.0f} ms"
    )


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--processes", type=int, default=1, help="web processes that share the port")
    parser.add_argument("--out", type=Path, help="a file to write the figures to, too")
    parser.add_argument(
        "--folder", type=Path, help="where the database is made (3 GB for full); default: a temporary one"
    )
    chosen = parser.parse_args()
    lines: list[str] = []

    def say(line: str) -> None:
        print(line, flush=True)
        lines.append(line)

    def progress(line: str) -> None:
        print(f"\r  {line}    ", end="", file=sys.stderr, flush=True)

    with (
        tempfile.TemporaryDirectory(dir=chosen.folder, prefix="skyrelay-bench-") as folder,
        machine(Path(folder), chosen.processes) as (settings, url, cluster),
    ):
        engine = create_engine(url)
        filled = people(engine, SIZES[chosen.size][0])
        engine.dispose()
        say(f"Baseline: {UPSTREAM}")
        say(f"{os.cpu_count()} cores, {chosen.processes} web process(es); wall and processor times in ms, per request")
        first = 1
        for size in SIZES[chosen.size]:
            data(url, filled, size, first, progress)
            first = size.sources + 1
            with serving(settings, url, cluster) as host:
                say(
                    f"\n{size.sources:,} sources, {size.sources * POINTS / 1e6:g} M points, {size.candidates:,} "
                    f"candidates, {size.groups:,} groups, {size.audiences:,} audiences"
                )
                one_by_one(host, filled, say)
                at_once(host, filled, say)
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
