"""A tiny harness for honest benchmarks.

A figure alone says little on a machine that does other things too, so each measurement is repeated, the
contestants take turns, and what is reported is the median rate, the best, and the ratio to a named baseline
measured in the same run.
"""

from __future__ import annotations

import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

REPEATS = 5


@dataclass
class Contestant:
    """Something to be measured: `work` does it once and returns how many items it handled."""

    name: str
    work: Callable[[], int]
    rates: list[float] = field(default_factory=list)
    items: int = 0

    @property
    def median_rate(self) -> float:
        """Items per second of processor time, median over the repeats."""
        return statistics.median(self.rates)


@dataclass(frozen=True)
class Result:
    """One line of a benchmark's report."""

    name: str
    items: int
    rate: float
    best_rate: float
    ratio: float


def peak_memory_mb() -> float:
    """The largest resident memory of this process so far, in MB (Linux counts in KiB, macOS in bytes)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def compete(baseline: Contestant, *others: Contestant, repeats: int = REPEATS) -> list[Result]:
    """Measure all in turns, after one unmeasured round, and return the results, the baseline's first.

    Raises ValueError if a contestant handled nothing: a rate of nothing is no result.
    """
    everybody = (baseline, *others)
    for round_number in range(repeats + 1):
        for contestant in everybody:
            began = time.process_time()
            contestant.items = contestant.work()
            spent_s = time.process_time() - began
            if contestant.items <= 0:
                raise ValueError(f"{contestant.name} handled nothing")
            if round_number > 0:
                contestant.rates.append(contestant.items / max(spent_s, 1e-9))
    return [
        Result(c.name, c.items, c.median_rate, max(c.rates), c.median_rate / baseline.median_rate) for c in everybody
    ]


def report(title: str, unit: str, results: list[Result]) -> None:
    """Print a benchmark's results for people."""
    print(f"\n{title}")
    print(f"  {platform.python_implementation()} {platform.python_version()}, one core, median of {REPEATS} turns")
    width = max(len(result.name) for result in results)
    for result in results:
        against = "baseline" if result is results[0] else f"{result.ratio:.2f} × {results[0].name}"
        print(
            f"  {result.name:<{width}}  {result.items:>6} {unit}  {result.rate:>9.0f}/s"
            f"  (best {result.best_rate:.0f})  {against}"
        )
    print(f"  peak memory {peak_memory_mb():.0f} MB")
