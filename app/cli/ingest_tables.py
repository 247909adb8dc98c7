"""The ingest's accounts as tables for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from app.tables import IngestRun, QuarantinedPacket
from ingest.pipeline.account import Account

_MEANINGS = {
    "read": "packets read",
    "decoded": "alerts in them",
    "passed": "new alerts that passed a filter",
    "saved": "candidates saved, one a filter",
    "duplicates": "alerts seen before",
    "quarantined": "could not be used",
}


def print_account(account: Account, seconds: float, console: Console) -> None:
    """Print the closing account of a run; of each trouble how often it was and one example."""
    table = Table(title="Account", title_justify="left", show_header=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column(style="dim")
    for name, meaning in _MEANINGS.items():
        table.add_row(name, str(getattr(account, name)), meaning)
    console.print(table)
    rate = account.decoded / seconds if seconds > 0 else 0.0
    console.print(f"{account.decoded} alerts in {seconds:.1f} s ({rate:.0f} a second).", highlight=False)
    if account.decoded > account.duplicates and not account.passed:
        console.print(
            "Nothing passed: a group needs an active filter on the survey's stream (`skyrelay demo seed` makes some).",
            highlight=False,
        )
    if not account.reasons:
        return
    troubles = Table(title="What could not be used", title_justify="left")
    for heading in ("reason", "n", "example", "where"):
        troubles.add_column(heading, overflow="fold", justify="right" if heading == "n" else "left")
    for code, reason in sorted(account.reasons.items()):
        troubles.add_row(code, str(reason.n), reason.sentence, reason.where)
    console.print(troubles)
    if account.quarantined:
        console.print(
            f"{account.quarantined} packets are kept in quarantine; `skyrelay ingest quarantine list` shows them.",
            highlight=False,
        )


def print_runs(runs: Sequence[IngestRun], console: Console) -> None:
    """Print runs, one a line."""
    table = Table()
    for heading in ("run", "started (UTC)", "ended", "source", *_MEANINGS):
        table.add_column(heading, overflow="fold", justify="right" if heading in _MEANINGS else "left")
    for run in runs:
        ended = f"{run.ended_at:%H:%M:%S}" if run.ended_at else "no"
        counts = [str(getattr(run, f"n_{name}")) for name in _MEANINGS]
        table.add_row(str(run.id), f"{run.started_at:%Y-%m-%d %H:%M:%S}", ended, run.source, *counts)
    console.print(table)


def print_quarantine(packets: Sequence[QuarantinedPacket], console: Console) -> None:
    """Print quarantined packets, one a line."""
    table = Table()
    for heading in ("id", "since (UTC)", "reason", "what is wrong", "source", "position", "replayed"):
        table.add_column(heading, overflow="fold")
    for one in packets:
        replayed = f"{one.replayed_at:%Y-%m-%d %H:%M}" if one.replayed_at else "no"
        when = f"{one.quarantined_at:%Y-%m-%d %H:%M}"
        table.add_row(str(one.id), when, one.code, one.reason, one.source, one.position, replayed)
    console.print(table)
