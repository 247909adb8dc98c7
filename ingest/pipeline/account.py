"""The account of a run: where every packet and alert went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.pipeline.results import Results, place_of, printable


@dataclass(frozen=True)
class Reason:
    """How often something was wrong, with the first case as an example.

    ``of_source`` tells trouble of the source itself (an archive cut short) from packets in quarantine.
    """

    n: int
    sentence: str
    where: str
    of_source: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the reason as it is stored with the run."""
        return {"n": self.n, "sentence": self.sentence, "where": self.where, "of_source": self.of_source}


@dataclass(frozen=True)
class Account:
    """Counts of a run or of one batch.

    ``read`` counts packets, ``decoded`` alerts (a container may hold several), ``passed`` new alerts that passed at
    least one filter, ``saved`` the candidates made of them (one a filter), ``duplicates`` alerts that were seen
    before, ``quarantined`` what could not be used.
    """

    read: int = 0
    decoded: int = 0
    passed: int = 0
    saved: int = 0
    duplicates: int = 0
    quarantined: int = 0
    reasons: Mapping[str, Reason] = field(default_factory=dict)

    def __add__(self, other: Account) -> Account:
        """Add up two accounts; of each reason the first example stays."""
        reasons = dict(self.reasons)
        for code, more in other.reasons.items():
            known = reasons.get(code)
            reasons[code] = (
                more if known is None else Reason(known.n + more.n, known.sentence, known.where, more.of_source)
            )
        return Account(
            self.read + other.read,
            self.decoded + other.decoded,
            self.passed + other.passed,
            self.saved + other.saved,
            self.duplicates + other.duplicates,
            self.quarantined + other.quarantined,
            reasons,
        )

    def reasons_json(self) -> dict[str, Any]:
        """Return the reasons as they are stored with the run."""
        return {code: reason.as_json() for code, reason in sorted(self.reasons.items())}


def account_of(results: Results, n_new: int, n_passed: int, n_saved: int) -> Account:
    """Return the account of a batch of which ``n_new`` alerts were new."""
    account = Account(
        read=len(results.packets),
        decoded=results.decoded,
        passed=n_passed,
        saved=n_saved,
        duplicates=results.duplicates + len(results.seen) - n_new,
        quarantined=len(results.refusals),
    )
    for refusal in results.refusals:
        where = " ".join(place_of(refusal.packet))
        account += Account(reasons={str(refusal.reason.code): Reason(1, printable(refusal.reason.sentence), where)})
    for problem in results.problems:
        where = printable(f"{problem.source} {problem.position}".strip())
        reason = Reason(1, printable(problem.sentence), where, of_source=True)
        account += Account(reasons={f"source_{problem.code}": reason})
    return account
