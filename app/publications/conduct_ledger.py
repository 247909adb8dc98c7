"""The release service keeps the conduct ledgers: it runs the rules, shows what they find, and lets it count in time.

Each rule of a collaboration is one transaction, and so is each entry that becomes effective: a worker that is killed
leaves all of a step or nothing. An entry's key is its rule and its subject, so that nothing is ever counted twice.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.context import Context
from app.log import get_logger
from app.publications.conduct_rules import RULES, Rule
from app.publications.conduct_settings import RuleInForce, rules_of, tell
from app.tables import ConductEntry, ConductEvidence, ConductMember, ConductRun, ConductSettings

log = get_logger(__name__)
EVERY = timedelta(minutes=5)
"""How often the rules are run: entries wait for days anyway."""
SETTLED = timedelta(hours=1)
"""How long after midnight (UTC) a day is over: no transaction that began in it is still under way."""
KIND = "conduct entry"
BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


class Bookkeeper:
    """Called often by the release service; runs the rules every few minutes by its clock."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC), every: timedelta = EVERY) -> None:
        self.clock = clock
        self.every = every
        self._last: datetime | None = None

    def __call__(self, context: Context) -> tuple[int, int]:
        """Do what is due now; return how many entries were made, and how many became effective."""
        now = self.clock()
        if self._last is not None and now - self._last < self.every:
            return 0, 0
        made = sum(run_rule(context, ledger_id, name, now) for ledger_id, name in _work(context))
        effective = 0
        while _next_effective(context, now):
            effective += 1
        _assign(context)
        self._last = now
        if made or effective:
            log.info("conduct", made=made, effective=effective)
        return made, effective


def run_rule(context: Context, ledger_id: int, name: str, now: datetime) -> int:
    """Run one rule of a ledger, in a transaction of its own; return how many entries it made."""
    rule = RULES[name]
    with context.transaction() as session:
        # The row is locked, so that two workers do not look at the same time, nor at settings that change.
        settings = session.execute(
            select(ConductSettings).where(ConductSettings.group_id == ledger_id).with_for_update()
        ).scalar_one_or_none()
        in_force = rules_of(settings).get(name) if settings is not None and settings.enabled else None
        if settings is None or in_force is None:
            return 0
        run = session.get(ConductRun, (ledger_id, name))
        cutoff = (now - SETTLED).replace(hour=0, minute=0, second=0, microsecond=0) if rule.by_day else now
        if rule.by_day and run is not None and run.looked_at >= cutoff:
            return 0
        found = _facts(session, rule, in_force, run, (ledger_id, cutoff))
        made = [entry for fact in found if (entry := _make(session, settings, rule, in_force, fact, now)) is not None]
        for group_id in sorted({group_id for group_id, _entry in made}):
            _show(session, settings, rule, group_id, [entry for g, entry in made if g == group_id])
        _mark(session, rule, run, (ledger_id, cutoff))
        return len(made)


def _work(context: Context) -> list[tuple[int, str]]:
    with context.transaction() as session:
        query = select(ConductSettings).where(ConductSettings.enabled).order_by(ConductSettings.group_id)
        return [(row.group_id, name) for row in session.scalars(query) for name in row.rules if name in RULES]


def _facts(
    session: Session, rule: Rule, in_force: RuleInForce, run: ConductRun | None, of: tuple[int, datetime]
) -> list[Any]:
    ledger_id, cutoff = of
    marks = dict.fromkeys(rule.marks, 0) | (run.marks if run else {})
    values = {
        **marks, **in_force.parameters, "collaboration_id": ledger_id, "since": in_force.since, "now": cutoff,
        "cutoff": cutoff, "looked_at": max(run.looked_at if run else BEGINNING, BEGINNING),
    }  # fmt: skip
    statement = text(rule.query)
    named = {name: value for name, value in values.items() if f":{name}" in rule.query}
    return list(session.execute(statement, named).all())


def _make(
    session: Session, settings: ConductSettings, rule: Rule, in_force: RuleInForce, fact: Any, now: datetime
) -> tuple[int, int] | None:
    values = {
        "collaboration_id": settings.group_id, "group_id": fact.group_id, "rule": rule.name,
        "rule_version": rule.version, "parameters": in_force.parameters, "key": fact.key,
        "weight": rule.signed(in_force.weight), "sentence": rule.says(in_force.parameters),
        "happened_at": fact.happened_at, "shown_at": now, "effective_at": now + timedelta(days=settings.appeal_days),
    }  # fmt: skip
    entry_id = session.execute(
        upsert(ConductEntry).values(**values).on_conflict_do_nothing().returning(ConductEntry.id)
    ).scalar()
    if entry_id is None:
        return None
    evidence = {"subjects": fact.subjects, "counterpart_ids": fact.counterpart_ids}
    session.execute(insert(ConductEvidence).values(entry_id=entry_id, **evidence))
    after = {"rule": rule.name, "weight": values["weight"], "collaboration_id": settings.group_id}
    record(session, None, Change("show", KIND, entry_id, fact.group_id, after=after))
    return fact.group_id, entry_id


def _show(session: Session, settings: ConductSettings, rule: Rule, group_id: int, entry_ids: list[int]) -> None:
    """Tell the group concerned, and nobody else yet."""
    number = "An entry was" if len(entry_ids) == 1 else f"{len(entry_ids)} entries were"
    said = (
        f"{number} made in a conduct ledger for your group ({rule.kind}, {rule.name.replace('_', ' ')})."
        f" You have {settings.appeal_days} days to appeal."
    )
    tell(session, settings.group_id, group_id, said, ("conduct_entry", entry_ids[0]))


def _mark(session: Session, rule: Rule, run: ConductRun | None, of: tuple[int, datetime]) -> None:
    ledger_id, cutoff = of
    marks = {}
    for table in rule.marks:
        last = int(run.marks.get(table, 0)) if run else 0
        # Up to the first row of a day that is not over: ids are not in the order of time.
        seen = text(
            f"SELECT coalesce((SELECT min(id) - 1 FROM {table} WHERE id > :last AND created_at >= :cutoff),"  # noqa: S608
            f" (SELECT max(id) FROM {table}), 0)"
        )
        marks[table] = int(session.execute(seen, {"last": last, "cutoff": cutoff}).scalar_one())
    values = {"looked_at": cutoff, "marks": marks}
    statement = upsert(ConductRun).values(collaboration_id=ledger_id, rule=rule.name, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["collaboration_id", "rule"], set_=values))


def _next_effective(context: Context, now: datetime) -> bool:
    """Let one entry count that was shown for long enough, while its group takes part and the ledger is on."""
    with context.transaction() as session:
        due = (
            select(ConductEntry)
            .join(ConductSettings, ConductSettings.group_id == ConductEntry.collaboration_id)
            .join(
                ConductMember,
                (ConductMember.collaboration_id == ConductEntry.collaboration_id)
                & (ConductMember.group_id == ConductEntry.group_id),
            )
            .where(ConductEntry.state == "shown", ConductEntry.effective_at <= now)
            .where(ConductSettings.enabled, ConductMember.state == "joined")
            .order_by(ConductEntry.effective_at, ConductEntry.id)
            .limit(1)
            .with_for_update(of=ConductEntry, skip_locked=True)
        )
        found = session.scalars(due).first()
        if found is None:
            return False
        change = update(ConductEntry).where(ConductEntry.id == found.id)
        session.execute(change.values(state="effective", modified=func.now()))
        for holder_id in dict.fromkeys((found.group_id, found.collaboration_id)):
            why = "Nobody appealed in time."
            after = {"state": "effective", "weight": found.weight}
            record(session, None, Change("take effect", KIND, found.id, holder_id, {"state": "shown"}, after, why))
        return True


def _assign(context: Context) -> None:
    """Give appeals another reviewer where theirs is gone or has become a party."""
    with context.transaction() as session:
        for row in session.execute(text("SELECT * FROM access.assign_reviewers()")).all():
            entry = session.get_one(ConductEntry, row.entry_id)
            after = {"reviewer_id": row.reviewer_id}
            for holder_id in dict.fromkeys((entry.group_id, entry.collaboration_id)):
                record(session, None, Change("assign", KIND, entry.id, holder_id, after=after))
            if row.reviewer_id is None:
                said = "An appeal in your conduct ledger has no reviewer who is in neither group: name another one."
                tell(session, entry.collaboration_id, entry.collaboration_id, said, ("conduct_entry", entry.id))
            else:
                ask_reviewer(session, entry.id, row.reviewer_id)


def ask_reviewer(session: Session, entry_id: int, reviewer_id: int) -> None:
    """Tell a reviewer that an appeal waits for them."""
    told = "An appeal against an entry of a conduct ledger waits for your decision."
    notify(session, [reviewer_id], Notice("conduct.appeal", told, ("conduct_entry", entry_id), f"/conduct/{entry_id}"))
