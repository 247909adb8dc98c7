"""What is owed against a plain model of it, while rows come, move, merge, vanish, are withdrawn, released, classified.

No obligation is lost or invented, none is answered by the wrong side, and a publication goes no further than allowed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.errors import SkyrelayError
from app.policies.document import PolicyDocument
from app.policies.versions import NewPolicy, create_policy
from app.publications.claims import NewPublication, open_publication, set_stage
from app.publications.obligations import set_state
from app.publications.owed import Keeper, refresh
from app.publications.scope import Scope
from tests.app.policies.season import Season, season
from tests.app.publications.test_obligations import _PUT, terms
from tests.app.publications.test_publications import LONG_AGO
from tests.support.world import World

A, B = {"kind": "acknowledge", "texts": ["A."]}, {"kind": "acknowledge", "texts": ["B."]}
PLACES = {"kind": "coauthorship", "authors": 1, "by_share": [{"from_share": 0.5, "authors": 2}], "demand": "offer"}
FIRST = {
    "products": {"photometry": terms({"kind": "permission"}, A), "spectrum": terms(PLACES, stage="submit")},
    "cases": [{"products": ["photometry"], "classes": ["SN"], "terms": terms(B, stage="view")}],
}
SECOND = {
    "products": {"photometry": terms({"kind": "notify", "min_share": 0.3}),
                 "spectrum": terms({"kind": "permission"}, stage="prepare")},
}  # fmt: skip
LIMITS = ("view", "prepare", "submit")
BLOCKS = {"view": "analysis", "prepare": "submitted", "submit": "published", None: "submitted"}
AHEAD = ("analysis", "draft", "circulation", "submitted", "accepted", "published")
DEBTOR = {("permission", "open", "requested"), ("permission", "refused", "requested"), ("stage", "open", "requested"),
          ("stage", "refused", "requested"), ("coauthorship", "open", "offered"), ("notify", "open", "notified"),
          ("acknowledge", "open", "included"), ("acknowledge", "included", "open")}  # fmt: skip
CREDITOR = {*((k, *m) for k in ("permission", "stage") for m in (
    ("requested", "granted"), ("requested", "refused"), ("refused", "granted"), ("granted", "refused"))),
    *(("coauthorship", *m) for m in (("offered", "opted_in"), ("offered", "opted_out"), ("opted_in", "opted_out"),
                                     ("opted_out", "opted_in")))}  # fmt: skip
Key = tuple[str, int, str, str | None]


@dataclass
class Row:
    """A point or a spectrum; ``seen``: whether the opener's group reads it."""

    id: int
    product: str
    obj: int
    holder: str
    version: int | None
    seen: bool = True


@dataclass
class Owed:
    """An obligation as the model knows it."""

    n: int = 0
    state: str = "open"
    required: bool = False
    texts: set[str] = field(default_factory=set)
    places: int = 0
    more: bool = False

    @property
    def is_open(self) -> bool:
        done = ("granted", "opted_in", "opted_out", "notified", "included", "offered")  # to offer is enough here
        return self.state != "waived" and (self.more or self.state not in done)


@dataclass
class Model:
    """All rows, the classes that holders gave, and what was ever owed."""

    rows: list[Row] = field(default_factory=list)
    classes: dict[tuple[int, str], set[str]] = field(default_factory=dict)
    owed: dict[Key, Owed] = field(default_factory=dict)

    def asks(self, row: Row) -> list[tuple[str, float, set[str]]]:
        """Kinds (a stage as its limit) with the share from which they are asked, and what is to be printed."""
        given_classes = self.classes.get((row.obj, row.holder)) or set()
        if row.version == 1 and row.product == "spectrum":
            return [("coauthorship", 0, set()), ("submit", 0, set())]
        if row.version == 1:
            may_be = not given_classes or "SN" in given_classes
            case = [("acknowledge", 0.0, {"B."}), ("view", 0.0, set[str]())] if may_be else []
            plain = [] if "SN" in given_classes else [("permission", 0.0, set[str]()), ("acknowledge", 0.0, {"A."})]
            return [*case, *plain]
        if row.product == "spectrum":
            return [("permission", 0, set()), ("prepare", 0, set())]
        return [("notify", 0.3, set())]

    def refresh(self) -> None:
        seen = [row for row in self.rows if row.seen]
        total = {p: sum(r.product == p for r in seen) for p in ("photometry", "spectrum")}

        def share(holder: str, product: str) -> float:
            return sum((r.holder, r.product) == (holder, product) for r in seen) / total[product]

        now: dict[tuple[str, int], dict[str, list[tuple[Row, set[str], bool]]]] = {}
        for row in seen:
            for kind, least, texts in self.asks(row) if row.version and row.holder != "beta" else ():
                enough = share(row.holder, row.product) >= least
                now.setdefault((row.holder, row.version or 0), {}).setdefault(kind, []).append((row, texts, enough))
        for one in self.owed.values():
            one.n = 0
        for (holder, version), kinds in now.items():
            limits = [k for k in LIMITS if k in kinds]
            if limits:
                stricter = [k for k in LIMITS if (holder, version, "stage", k) in self.owed or k in limits]
                rows = {id(r) for k in limits for r, _t, _e in kinds.pop(k)}
                one = self.owed.setdefault((holder, version, "stage", stricter[0]), Owed(required=True))
                one.n = len(rows)
            for kind, found in kinds.items():
                key: Key = (holder, version, kind, None)
                if key not in self.owed and not any(enough for _r, _t, enough in found):
                    continue
                self._asked(key, found, share)

    def _asked(self, key: Key, found: list[tuple[Row, set[str], bool]], share: Callable[[str, str], float]) -> None:
        before = self.owed.get(key)
        one = self.owed.setdefault(key, Owed(required=key[2] != "acknowledge"))
        one.n = len({id(row) for row, _t, _e in found})
        texts = set().union(*(t for _r, t, _e in found))
        places = (2 if share(key[0], "spectrum") >= 0.5 else 1) if key[2] == "coauthorship" else 0
        if before is not None:
            one.more |= one.state == "included" and not texts <= one.texts
            one.more |= one.state == "opted_in" and places > one.places
        one.texts |= texts
        one.places = max(one.places, places)

    def answer(self, key: Key, by: str, wanted: str) -> bool:
        """Whether that is theirs to say now; if so, it is said."""
        one, side = self.owed[key], "debtor" if by == "beta" else by
        move = (key[2], one.state, wanted)
        if move in DEBTOR or (one.more and move == ("coauthorship", "opted_in", "offered")):
            allowed = side == "debtor"
        elif wanted == "waived":
            allowed = side == key[0] and (one.more or one.state in ("open", "requested", "refused", "offered"))
        else:
            allowed = move in CREDITOR and side == key[0]
        if allowed:
            one.state = wanted
            one.more &= side != "debtor"
        return allowed

    def may_go(self, stage: str) -> bool:
        return not any(
            o.is_open and o.required and AHEAD.index(BLOCKS[key[3]]) <= AHEAD.index(stage)
            for key, o in self.owed.items()
        )


PRODUCTS, HOLDERS = st.sampled_from(["photometry", "spectrum"]), st.sampled_from(["alpha", "delta", "beta"])
NTH, OBJS = st.integers(0, 40), st.integers(0, 1)
VERSIONS = st.sampled_from([1, 2, None])
STEPS = st.one_of(
    st.tuples(st.just("add"), PRODUCTS, OBJS, HOLDERS, VERSIONS, st.integers(1, 4)),
    st.tuples(st.just("change"), NTH, st.sampled_from(["obj_id", "holder_id", "policy_version_id", "gone", "seen"]),
              OBJS, HOLDERS, VERSIONS),
    st.tuples(st.just("merge"), OBJS),
    st.tuples(st.just("classify"), OBJS, HOLDERS, st.sampled_from(["SN", "AGN"])),
    st.tuples(st.just("unclassify"), OBJS),
    st.tuples(st.just("keep")),
    *(st.tuples(st.just("answer"), NTH, st.sampled_from(["beta", "alpha", "delta"]), st.sampled_from(
        ["requested", "granted", "refused", "offered", "opted_in", "opted_out", "notified", "included", "open",
         "waived"])) for _ in range(3)),
    *(st.tuples(st.just("discharge"), NTH) for _ in range(3)),
)  # fmt: skip


class Case:
    """One publication with rows of its own, beside the model of it."""

    names = count()

    def __init__(self, s: Season, groups: dict[str, int], versions: dict[int, int]) -> None:
        self.s, self.groups, self.versions, self.model = s, groups, versions, Model()
        self.objs = [f"M{next(self.names)}", f"M{next(self.names)}"]
        for obj in self.objs:
            s.ensure_obj(obj)
        self.people = {"alpha": s.world.principal("ada"), "delta": s.world.principal("gamma"),
                       "beta": s.world.principal("bob")}  # fmt: skip
        for place in (0, 1):
            self.add("photometry", place, "beta", None, 2)
        with self.acting("beta") as (session, bob):
            new = NewPublication("x", "paper", groups["beta"], Scope(obj_ids=tuple(self.objs)))
            self.id = open_publication(session, bob, new).id
            set_stage(session, bob, self.id, "announced")

    def acting(self, who: str) -> Any:
        """A portal transaction of one side's admin."""
        context, principal = self.s.world.context("web"), self.people[who]

        class Acting:
            def __enter__(self) -> tuple[Session, Principal]:
                self.inner = context.transaction(principal)
                return self.inner.__enter__(), principal

            def __exit__(self, *error: Any) -> Any:
                return self.inner.__exit__(*error)

        return Acting()

    def sql(self, statement: str, **values: Any) -> list[Any]:
        with self.s.world.context().transaction() as session:
            result = session.execute(text(statement), values)
            return list(result.scalars()) if result.returns_rows else []  # type: ignore[attr-defined]

    def add(self, product: str, obj: int, holder: str, version: int | None, n: int) -> None:
        who = sorted({self.groups[holder], self.groups["beta"]})
        ids = self.sql(
            _PUT[product] + " RETURNING id", obj=self.objs[obj], n=n, version=self.versions.get(version or 0),
            holder=self.groups[holder], start=60000 + 10 * next(self.names), readers=who, anyhow=[None] * len(who),
            owner=self.people["alpha" if holder == "beta" else holder].user_id, instrument=self.s.instrument_id,
        )  # fmt: skip
        self.model.rows += [Row(i, product, obj, holder, version) for i in ids]

    def change(self, nth: int, what: str, obj: int, holder: str, version: int | None) -> None:
        row = self.model.rows[nth % len(self.model.rows)]
        table = {"photometry": "photometry", "spectrum": "spectra"}[row.product]
        if what == "gone":
            self.model.rows.remove(row)
            self.sql(f"DELETE FROM {table} WHERE id = :id", id=row.id)
            return
        if what == "seen":
            row.seen = not row.seen
        elif what == "obj_id":
            row.obj = obj
        elif what == "holder_id":
            row.holder = holder
        else:
            row.version = version
        # Whoever holds it keeps reading it; that it is seen is bob's group's.
        who = [self.groups["beta" if row.seen else "hidden"]]
        self.sql(
            f"UPDATE {table} SET obj_id = :obj, holder_id = :holder, policy_version_id = :version, audience_id ="
            " access.intern_audience(CAST(:who AS int[]), CAST(:anyhow AS int[])) WHERE id = :id",
            obj=self.objs[row.obj], holder=self.groups[row.holder], version=self.versions.get(row.version or 0),
            who=who, anyhow=[None] * len(who), id=row.id,
        )  # fmt: skip

    def merge(self, into: int) -> None:
        for row in self.model.rows:
            row.obj = into
        for table in ("photometry", "spectra"):
            self.sql(f"UPDATE {table} SET obj_id = :to WHERE obj_id = ANY (:objs)", to=self.objs[into], objs=self.objs)

    def classify(self, obj: int, holder: str, name: str) -> None:
        self.model.classes.setdefault((obj, holder), set()).add(name)
        self.sql(
            "INSERT INTO classifications (obj_id, taxonomy_id, classification, author_name, audience_id, holder_id,"
            " owner_id) SELECT :o, min(id), :c, 'x', access.intern_audience(ARRAY[:g], ARRAY[NULL::int]), :g, :u"
            " FROM taxonomies",
            o=self.objs[obj], c=name, g=self.groups[holder], u=self.people["alpha"].user_id,
        )  # fmt: skip

    def unclassify(self, obj: int) -> None:
        self.model.classes = {key: found for key, found in self.model.classes.items() if key[0] != obj}
        self.sql("DELETE FROM classifications WHERE obj_id = :o", o=self.objs[obj])

    def keep(self) -> None:
        Keeper(LONG_AGO)(self.s.world.context("release"))

    def answer(self, nth: int, by: str, wanted: str) -> None:
        if not self.model.owed:
            return
        key = sorted(self.model.owed, key=str)[nth % len(self.model.owed)]
        (number,) = self.sql(
            "SELECT id FROM obligations WHERE publication_id = :p AND creditor_id = :c AND policy_version_id = :v"
            " AND kind = :k AND stage_limit IS NOT DISTINCT FROM :l",
            p=self.id, c=self.groups[key[0]], v=self.versions[key[1]], k=key[2], l=key[3],
        )  # fmt: skip
        try:
            with self.acting(by) as (session, principal):
                set_state(session, principal, number, wanted, "because")
            done = True
        except SkyrelayError:
            done = False
        assert done == self.model.answer(key, by, wanted), (key, by, wanted)

    def discharge(self, nth: int) -> None:
        """Do the next thing that brings one nearer to its end, by whose turn it is."""
        if not self.model.owed:
            return
        key = sorted(self.model.owed, key=str)[nth % len(self.model.owed)]
        state, more = self.model.owed[key].state, self.model.owed[key].more
        forward = {"permission": "granted", "stage": "granted", "coauthorship": "opted_in"}
        asked = {"permission": "requested", "stage": "requested", "coauthorship": "offered", "notify": "notified",
                 "acknowledge": "open" if more else "included"}  # fmt: skip
        if state in ("requested", "offered"):
            self.answer(nth, key[0], forward[key[2]])
        else:
            self.answer(nth, "beta", asked[key[2]])

    def compare(self) -> None:
        """Bring both up to date; they say the same."""
        with self.acting("beta") as (session, _bob):
            refresh(session, self.id)
        self.model.refresh()
        names = {number: name for name, number in self.groups.items()}
        versions = {number: version for version, number in self.versions.items()}
        with self.s.world.context().transaction() as session:
            found = session.execute(text("SELECT * FROM obligations WHERE publication_id = :p"), {"p": self.id}).all()
        kept = {(names[o.creditor_id], versions[o.policy_version_id], o.kind, o.stage_limit): o for o in found}
        assert set(kept) == set(self.model.owed)
        for key, o in kept.items():
            one = self.model.owed[key]
            known = (o.n_rows, o.state, o.required, o.asks_more)
            assert known == (one.n, one.state, one.required, one.more), key
            assert sum(o.evidence.values()) == o.n_rows
            assert (o.places or 0) == one.places
            assert all(words in o.text for words in one.texts)

    def to_the_end(self) -> None:
        """Go as far as it goes: exactly so far as the model says."""
        for stage in AHEAD:
            try:
                with self.acting("beta") as (session, bob):
                    set_stage(session, bob, self.id, stage)
                done = True
            except SkyrelayError:
                done = False
            assert done == self.model.may_go(stage), stage
            if not done:
                return


def test_nothing_is_lost_forged_or_jumped(world: World) -> None:
    s = season(world)
    groups = {"alpha": s.alpha, "beta": s.beta, "delta": world.group("Delta", admins=("gamma",)),
              "hidden": world.group("Hidden")}  # fmt: skip
    root = Principal(world.user_id("root"), "root", frozenset({"System admin"}))
    with world.context().transaction() as session:
        session.execute(
            text("INSERT INTO taxonomies (name, version, hierarchy, audience_id, holder_id, owner_id) SELECT 'T', '1',"
                 " CAST(:h AS jsonb), access.intern_audience(ARRAY[:g], ARRAY[NULL::int]), :g, :u"),
            {"h": '{"class": "SN", "subclasses": [{"class": "AGN"}]}', "g": s.alpha, "u": root.user_id},
        )  # fmt: skip
        versions = {
            number: create_policy(session, root, NewPolicy(f"v{number}", s.alpha, PolicyDocument.model_validate(d))).id
            for number, d in ((1, FIRST), (2, SECOND))
        }

    @settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(st.lists(STEPS, min_size=6, max_size=20))
    def run(steps: list[tuple[Any, ...]]) -> None:
        case = Case(s, groups, versions)
        case.compare()
        for name, *how in steps:
            getattr(case, name)(*how)
            case.compare()
        case.to_the_end()

    run()
