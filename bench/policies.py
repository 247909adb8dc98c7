"""What rules cost: `python -m bench.policies [--size small|full] [--out FILE]`, or `make bench-policies`.

What one publication owes over a million points under fifty policies of ten holders, against a plain count of the same
rows and against reading them row by row; and one release of a million rows while somebody reads on and on.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psutil
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.context import Context
from app.embedded.postgres import EmbeddedPostgres
from app.embedded.postmaster import Postmaster
from app.policies.combine import terms_for
from app.policies.document import PolicyDocument, Product, Subject
from app.policies.worker import release_due
from app.publications.claims import NewPublication, open_publication
from app.publications.owed import refresh
from app.publications.scope import Scope
from app.tables import Photometry, PolicyVersion
from bench.api_server import machine
from bench.policies_fill import Filled, Size, fill

SIZES = {"small": Size(20_000, objs=20, policies=50, nights=2), "full": Size(1_000_000, objs=200)}
TURNS = 7
SAMPLE = 20_000
QUIET_S = 8.0
"""For how long the reader reads before the release, and after it."""
LATER = datetime(2030, 1, 1, tzinfo=UTC)
Say = Callable[[str], None]


def timed(do: Callable[[], object], turns: int = TURNS) -> float:
    """Return the median wall time in ms, after one turn that does not count."""
    do()
    found = []
    for _ in range(turns):
        began = time.perf_counter()
        do()
        found.append((time.perf_counter() - began) * 1e3)
    return statistics.median(found)


def processor_s(cluster: EmbeddedPostgres) -> float:
    """Return processor seconds of the database so far, of processes that have ended as well."""
    server = Postmaster.find(cluster.data)
    if server is None:
        raise RuntimeError("the database is gone")
    top = psutil.Process(server.pid)
    return sum(top.cpu_times()[:4]) + sum(sum(process.cpu_times()[:2]) for process in top.children())


def obligations(
    contexts: tuple[Context, Context], cluster: EmbeddedPostgres, filled: Filled, size: Size, say: Say
) -> None:
    """Time what one publication owes for all points, and its baselines."""
    owner, web = contexts
    scope = Scope(obj_ids=tuple(filled.obj_ids))
    with web.transaction(filled.reader) as session:
        publication_id = open_publication(
            session, filled.reader, NewPublication("Bench", "paper", filled.reader_group, scope)
        ).id
    with web.transaction(filled.reader) as session:
        backend = session.execute(text("SELECT pg_backend_pid()")).scalar_one()
        before = processor_s(cluster), time.process_time()
        ours = timed(lambda: refresh(session, publication_id))
        spent = [(processor_s(cluster) - before[0]) / (TURNS + 1), (time.process_time() - before[1]) / (TURNS + 1)]
        resident = psutil.Process(backend).memory_full_info().uss / 1e6
        counted = text("SELECT * FROM access.owed(:id)")
        in_database = timed(lambda: session.execute(counted, {"id": publication_id}).all())
        owed = session.execute(
            text("SELECT count(*), count(DISTINCT (creditor_id, policy_version_id)) FROM obligations")
        )
        number, pairs = owed.one()
        loop = _row_by_row(session, filled) / SAMPLE * size.points
    with owner.transaction() as session:
        counted = text("SELECT count(*) FROM photometry WHERE obj_id = ANY (CAST(:objs AS text[]))")
        plain = timed(lambda: session.execute(counted, {"objs": filled.obj_ids}).scalar_one())
    say(f"obligations: {number} of {pairs} holders and versions, from {size.points:,} points on {size.objs} objs")
    say(f"  computed and kept     {ours:>9.0f} ms  {size.points / ours * 1e3:>12,.0f} rows/s")
    say(f"  processor time of it: {spent[0] * 1e3:.0f} ms in the database, {spent[1] * 1e3:.0f} ms here")
    say(f"  of that in access.owed{in_database:>9.0f} ms")
    say(f"  baseline: count(*) of the same rows as its owner {plain:.0f} ms; ours takes {ours / plain:.1f} × that")
    say(f"  baseline: row by row in Python {loop:,.0f} ms (from {SAMPLE:,} rows); ours takes {ours / loop:.4f} × that")
    say(f"  memory: {_resident_mb():.0f} MB here, {resident:.0f} MB of its own in the database's process")


def release(contexts: tuple[Context, Context], filled: Filled, size: Size, say: Say) -> None:
    """Release a million rows to a group at once, while a reader of the same rows reads on."""
    web, worker = contexts
    with web.transaction(filled.waiting) as session:
        before = session.execute(text("SELECT count(*) FROM photometry")).scalar_one()
    latencies: list[tuple[float, float]] = []
    with _reading(web, filled, latencies):
        time.sleep(QUIET_S)
        began = time.perf_counter()
        done = release_due(worker, LATER)
        ended = time.perf_counter()
        time.sleep(QUIET_S)
    with web.transaction(filled.waiting) as session:
        after = session.execute(text("SELECT count(*) FROM photometry")).scalar_one()
    say(f"release: {done} grant(s) opened {after - before:,} rows to a group in {(ended - began) * 1e3:.1f} ms")
    slowest = max((wall for at, wall in latencies if began - 1 <= at <= ended + 1), default=0.0)
    for name, start, end in (("before", 0.0, began), ("during and 1 s after", began - 0.05, ended + 1),
                             ("after", ended, float("inf"))):  # fmt: skip
        walls = sorted(wall for at, wall in latencies if start <= at + wall / 1e3 and at <= end)
        if walls:
            p95 = walls[min(len(walls) - 1, int(0.95 * len(walls)))]
            say(f"  reader {name:<21}{len(walls):>6} light curves of {size.points // size.objs:,} points: median"
                f" {statistics.median(walls):.1f} ms, p95 {p95:.1f} ms")  # fmt: skip
    say(f"  reader's slowest around the release: {slowest:.1f} ms")


@contextlib.contextmanager
def _reading(web: Context, filled: Filled, latencies: list[tuple[float, float]]) -> Iterator[None]:
    stop = threading.Event()

    def run() -> None:
        order = random.Random(1)
        while not stop.is_set():
            began = time.perf_counter()
            with web.transaction(filled.reader) as session:
                wanted = select(Photometry.mjd, Photometry.flux, Photometry.fluxerr)
                session.execute(wanted.where(Photometry.obj_id == order.choice(filled.big_obj_ids))).all()
            latencies.append((began, (time.perf_counter() - began) * 1e3))

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _row_by_row(session: Session, filled: Filled) -> float:
    """Return the ms of reading a sample of rows and asking for the terms of each."""
    began = time.perf_counter()
    documents = {v.id: PolicyDocument.model_validate(v.document) for v in session.scalars(select(PolicyVersion))}
    wanted = select(Photometry.holder_id, Photometry.policy_version_id, Photometry.instrument_id)
    found: dict[tuple[int, int], int] = {}
    for holder, version, instrument in session.execute(
        wanted.where(Photometry.obj_id.in_(filled.obj_ids)).limit(SAMPLE)
    ):
        subject = Subject(product=Product.PHOTOMETRY, instrument_id=instrument)
        if version is not None and terms_for(documents[version], subject) is not None:
            found[holder, version] = found.get((holder, version), 0) + 1
    return (time.perf_counter() - began) * 1e3


def _resident_mb() -> float:
    return psutil.Process().memory_info().rss / 1e6


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--out", type=Path, help="a file to write the figures to, too")
    parser.add_argument("--folder", type=Path, help="where the database is made (2 GB for full); default: temporary")
    chosen = parser.parse_args()
    size, lines = SIZES[chosen.size], list[str]()

    def say(line: str) -> None:
        print(line, flush=True)
        lines.append(line)

    def progress(line: str) -> None:
        print(f"\r  {line}    ", end="", file=sys.stderr, flush=True)

    with (
        tempfile.TemporaryDirectory(dir=chosen.folder, prefix="skyrelay-bench-") as folder,
        machine(Path(folder), 1) as (settings, _url, cluster),
    ):
        owner, web, worker = (Context.create(settings, service) for service in ("admin", "web", "release"))
        try:
            say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {size.points:,} points twice, {size.policies}"
                f" policies, {size.holders} holders, {size.policies * size.nights} embargoes")  # fmt: skip
            filled = fill(owner, size, progress)
            obligations((owner, web), cluster, filled, size, say)
            # All but the one big embargo wait longer, so that one release opens it all.
            with owner.transaction() as session:
                far = text("UPDATE releases SET due_at = '2100-01-01' WHERE audience_id <> :big")
                session.execute(far, {"big": filled.big_audience})
            release((web, worker), filled, size, say)
        finally:
            for one in (owner, web, worker):
                one.close()
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
