from __future__ import annotations

import duckdb
import pytest
import sqlglot
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.filters.guard import FUNCTIONS, MAX_LENGTH, FilterRefused, guard
from ingest.filters.running import FilterRunner, parse_filter
from ingest.filters.vocabulary import COLUMNS

GOOD = [
    "drb > 0.5",
    "rb > 0.5 and mag between 15 and 19",
    "filter in ('ztfg', 'lsstg') and not is_solar_system",
    "coalesce(drb, rb, reliability) > 0.65 and abs(gal_lat) > 10",
    "case when drb is null then rb > 0.6 else drb > 0.8 end",
    "obj_id like 'ZTF%' or starts_with(obj_id, 'LSST')",
    "try_cast(obj_id as int) is null and mag::double < 20",
    "days_since_first < 30 and ndet >= 2 -- young",
    "jdstarthist is null or mjd - jdstarthist + 2400000.5 < 10",
    "log10(snr) > 1 and power(2, ndet) < 100 and round(mag, 1) <> 17.5",
]

ATTACKS = [
    "1; DROP TABLE batch",
    "rb > 0; ATTACH '/tmp/x.db'",
    ";",
    "drop table batch",
    "select 1",
    "(select 1) = rb",
    "rb in (select 1)",
    "exists (select 1)",
    "rb > any (select 1)",
    "rb > all (values (1))",
    "rb > 0 union select true",
    "rb > 0 from batch",
    "rb > 0) from batch; --",
    "true) as f0 from read_csv('/etc/passwd') --",
    "(with x as (select 1) select * from x) = rb",
    "read_csv('/etc/passwd') is null and rb > 0",
    "read_text('/etc/passwd') = 'x' or rb > 0",
    "read_blob('/etc/passwd') is null and rb > 0",
    "glob('/*') is null and rb > 0",
    "getenv('HOME') = 'x' or rb > 0",
    "current_setting('access_mode') = 'x' or rb > 0",
    "query('select 1') is null and rb > 0",
    "query_table('batch') is null and rb > 0",
    "nextval('s') > rb",
    "COPY batch TO '/tmp/x'",
    "ATTACH '/tmp/x.db' AS x",
    "PRAGMA database_list",
    "SET threads = 8",
    "INSTALL httpfs",
    "LOAD httpfs",
    "CALL pragma_version()",
    "EXPORT DATABASE '/tmp/x'",
    "EXECUTE p",
    "CREATE MACRO f(x) AS x",
    "UPDATE batch SET rb = 1",
    "DELETE FROM batch",
    "rb > ?",
    "rb > $1",
    "rb > :name",
    "sum(rb) > 1",
    "count(*) > 1",
    "sum(rb) over () > 1",
    "*",
    "COLUMNS('.*') > 1",
    "batch.rb > 1",
    "main.batch.rb > 1",
    "rowid > 1",
    "list_transform([1], x -> x)[1] > rb",
    "[1, 2][1] > rb",
    "{'a': 1}.a > rb",
    "struct_pack(a := 1).a > rb",
    "unnest([1, 2]) > rb",
    "regexp_matches(obj_id, '(a+)+$')",
    "repeat('x', 1000000000) = obj_id",
    "rb > random()",
    "now() is null and rb > 0",
    "cast(rb as date) is null",
    "cast(rb as struct(a int)) is null",
    "rb::int[] is null",
    "interval 1 day > rb",
    "mag collate nocase > 'a'",
    "'batch'::regclass is null and rb > 0",
    "/* */",
    "-- nothing",
    "",
    "   ",
    "true",
    "1 = 1",
    "rb",
    "mag + 1",
    "obj_id > 5",
    "rb > 0\x00",
    "rb ＞ 0",
    "rb > 0 ‮",
    "rb\u00a0> 0",
    "ｒｂ > 0",
    "rb > 0 аnd drb > 0",  # a Cyrillic а
    "'unfinished",
    '"unfinished',
    "$$rb$$ > 0",
    "rb > 0 /*",
    "(" * 2000 + "rb > 0" + ")" * 2000,
    "not " * 2000 + "is_positive",
    "-" * 1 + "- - " * 900 + "rb > 0",
    " or ".join(["rb > 0"] * 1000),
    "x" * (MAX_LENGTH + 1),
    "obj_id = '" + "x" * 500 + "'",
]


@pytest.mark.parametrize("expression", GOOD)
def test_what_an_astronomer_writes_passes(expression: str) -> None:
    parsed = parse_filter(expression)
    assert set(parsed.columns) <= set(COLUMNS)
    assert parsed.columns
    assert "--" not in parsed.sql


@pytest.mark.parametrize("expression", ATTACKS)
def test_nothing_but_an_expression_passes(expression: str) -> None:
    with pytest.raises(FilterRefused) as refusal:
        parse_filter(expression)
    assert refusal.value.field == "expression"
    assert len(refusal.value.message) < 500


@pytest.mark.parametrize(
    ("expression", "position", "words"),
    [
        ("drb > 0.5 and rbb > 0.5", 15, "did you mean rb"),
        ("drb > 0.5 and magg < 19", 15, "did you mean mag"),
        ("drb > 0.5 and read_csv('x') is null", 15, "function read_csv is not allowed"),
        ("drb > 0.5; drop table x", 10, "without semicolons"),
        ("drb > 0.5 and é > 1", 15, "cannot be used"),
    ],
)
def test_a_refusal_says_where_and_what_instead(expression: str, position: int, words: str) -> None:
    with pytest.raises(FilterRefused, match=words) as refusal:
        parse_filter(expression)
    assert refusal.value.position == position
    assert refusal.value.details["position"] == position


def test_the_step_is_the_meaning_not_the_spelling() -> None:
    same = {guard(one).step for one in ("rb>0.5", "RB > 0.5 -- why", " rb   >  0.5")}
    assert len(same) == 1
    assert guard("rb > 0.6").step not in same


def test_every_function_that_is_offered_exists_in_the_engine() -> None:
    arguments = {"power": "mag, 2", "atan2": "mag, 2", "nullif": "mag, 2", "lower": "obj_id", "upper": "obj_id"}
    arguments |= {"starts_with": "obj_id, 'Z'", "length": "obj_id", "round": "mag, 1"}
    for name in FUNCTIONS:
        parse_filter(f"{name}({arguments.get(name, 'mag')}) is not null")


_TOKENS = [
    "rb", "mag", "obj_id", "batch", "0.5", "'x'", "(", ")", ",", ";", "--", "/*", "*/", "and", "or", "not", ">",
    "=", "select", "from", "where", "union", "exists", "in", "case", "when", "then", "end", "cast", "as", "int",
    "::", "read_csv", "getenv", "copy", "attach", "pragma", "drop", "table", "*", "[", "]", "{", "}", "->", ".", "$1",
    "?", "values", "with", "over", "filter", "is", "null", "like", "escape", "between", "lambda", "unnest", "abs",
    "||",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(_TOKENS), max_size=14).map(" ".join),
        st.tuples(st.sampled_from(GOOD), st.sampled_from(ATTACKS[:60])).map(lambda pair: f"{pair[0]} and {pair[1]}"),
        st.text(max_size=60),
    )
)
def test_whatever_passes_is_one_harmless_expression_over_the_batch(expression: str) -> None:
    """Refused with a sentence, or one select over one table with nothing in it that could reach further."""
    try:
        parsed = guard(expression)
    except FilterRefused:
        return
    statements = sqlglot.parse(f"SELECT ({parsed.sql}) AS f0 FROM batch", read="duckdb")
    (statement,) = statements
    assert isinstance(statement, sqlglot.exp.Select)
    assert len(list(statement.find_all(sqlglot.exp.Select))) == 1
    assert [table.name for table in statement.find_all(sqlglot.exp.Table)] == ["batch"]
    assert not list(statement.find_all(sqlglot.exp.Anonymous))
    assert {column.name for column in statement.find_all(sqlglot.exp.Column)} == set(parsed.columns)


def test_the_engine_itself_is_locked_down() -> None:
    """The second lock: even past the guard nothing outside the batch can be reached, nor the lock be opened."""
    with FilterRunner() as runner:
        for statement in (
            "SELECT * FROM read_csv('/etc/passwd')",
            "COPY (SELECT 1) TO '/tmp/skyrelay-attack.csv'",
            "ATTACH '/tmp/skyrelay-attack.db'",
            "SET enable_external_access = true",
            "SET threads = 8",
            "INSTALL httpfs",
        ):
            with pytest.raises(duckdb.Error):
                runner._connection.execute(statement).fetchall()
