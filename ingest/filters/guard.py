"""What a filter may say: one expression over known columns with known functions, and nothing else.

The text is parsed, every node of the tree must be on the list, and what runs later is written anew from the tree:
no comment, no spelling and no second statement of the user's own text ever reaches the database.
"""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from app.errors import BadInput
from ingest.filters.vocabulary import COLUMNS, VOCABULARY_VERSION

MAX_LENGTH = 4000
MAX_NODES = 500
MAX_DEPTH = 60
MAX_TEXT = 200
DIALECT = "duckdb"

_OPERATORS: frozenset[type[exp.Expr]] = frozenset({
    exp.And, exp.Or, exp.Not, exp.Paren, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Is, exp.In,
    exp.Between, exp.Like, exp.ILike, exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.Neg, exp.Case, exp.If,
    exp.NullSafeEQ, exp.NullSafeNEQ,
})  # fmt: skip
_VALUES: frozenset[type[exp.Expr]] = frozenset({
    exp.Column, exp.Identifier, exp.Literal, exp.Boolean, exp.Null, exp.Cast, exp.TryCast, exp.DataType,
})  # fmt: skip
FUNCTIONS: dict[str, type[exp.Expr]] = {
    "abs": exp.Abs, "sqrt": exp.Sqrt, "ln": exp.Ln, "log10": exp.Log, "exp": exp.Exp, "power": exp.Pow,
    "floor": exp.Floor, "ceil": exp.Ceil, "round": exp.Round, "sign": exp.Sign, "greatest": exp.Greatest,
    "least": exp.Least, "coalesce": exp.Coalesce, "nullif": exp.Nullif, "sin": exp.Sin, "cos": exp.Cos,
    "tan": exp.Tan, "asin": exp.Asin, "acos": exp.Acos, "atan": exp.Atan, "atan2": exp.Atan2,
    "radians": exp.Radians, "degrees": exp.Degrees, "isnan": exp.IsNan, "lower": exp.Lower, "upper": exp.Upper,
    "starts_with": exp.StartsWith, "length": exp.Length,
}  # fmt: skip
_ALLOWED = _OPERATORS | _VALUES | frozenset(FUNCTIONS.values())
_TYPES = frozenset({
    exp.DataType.Type.INT, exp.DataType.Type.BIGINT, exp.DataType.Type.DOUBLE, exp.DataType.Type.FLOAT,
    exp.DataType.Type.TEXT, exp.DataType.Type.VARCHAR, exp.DataType.Type.BOOLEAN,
})  # fmt: skip
_BY_LOWER_CASE = {name.lower(): name for name in COLUMNS}


class FilterRefused(BadInput):
    """A filter that will not be run; ``details["position"]`` is the character at fault, counted from 1."""

    code = "filter_refused"

    def __init__(self, sentence: str, position: int | None = None) -> None:
        where = "" if position is None else f" (character {position})"
        super().__init__(f"{sentence}{where}.", field="expression", position=position)
        self.position = position


@dataclass(frozen=True)
class ParsedFilter:
    """A filter that passed the guard.

    ``sql`` is the expression as it runs; ``columns`` what it reads; ``step`` names this very filter with this very
    vocabulary, and stands beside every result.
    """

    expression: str
    sql: str
    columns: tuple[str, ...]
    step: str


def guard(expression: str) -> ParsedFilter:
    """Check the expression and write it anew; raises :class:`FilterRefused`. Its types are not checked here."""
    tree = _parse(expression)
    nodes = list(tree.walk())
    if len(nodes) > MAX_NODES:
        raise FilterRefused(f"The filter has {len(nodes)} parts; the limit is {MAX_NODES}")
    for node in nodes:
        _check(node, expression)
    columns = set()
    for node in nodes:
        if isinstance(node, exp.Column):  # one spelling, so that RB > 0.5 and rb > 0.5 are one step
            columns.add(_canonical(node))
            node.set("this", exp.to_identifier(_canonical(node)))
    if not columns:
        raise FilterRefused("The filter names no column, so it would say the same of every alert")
    try:
        sql = tree.sql(dialect=DIALECT, identify=True, comments=False)
    except (SqlglotError, RecursionError, ValueError) as error:
        raise FilterRefused("The filter cannot be written as SQL; simplify it") from error
    digest = hashlib.sha256(f"{VOCABULARY_VERSION}\n{sql}".encode()).hexdigest()[:16]
    return ParsedFilter(expression, sql, tuple(sorted(columns)), f"filter:{VOCABULARY_VERSION}:{digest}")


def _parse(expression: str) -> exp.Expr:
    if not expression.strip():
        raise FilterRefused("The filter is empty; write an expression such as drb > 0.5")
    if len(expression) > MAX_LENGTH:
        raise FilterRefused(f"The filter has {len(expression)} characters; the limit is {MAX_LENGTH}")
    _check_characters(expression)
    try:
        trees = sqlglot.parse(expression, read=DIALECT)
    except (SqlglotError, RecursionError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise FilterRefused("This is no SQL expression", _error_position(error, expression)) from error
    if len(trees) != 1 or not isinstance(trees[0], exp.Expr):
        raise FilterRefused("A filter is one expression, without semicolons", _find(expression, ";"))
    return trees[0]


def _check_characters(expression: str) -> None:
    """Refuse what no astronomer types, and what looks like something else, before any parser sees it."""
    depth = 0
    for index, character in enumerate(expression, start=1):
        if not (character.isascii() and (character.isprintable() or character in "\t\n\r")):
            raise FilterRefused(f"The character {character!r} cannot be used in a filter", index)
        if character == ";":
            raise FilterRefused("A filter is one expression, without semicolons", index)
        depth += (character in "([{") - (character in ")]}")
        if depth > MAX_DEPTH:
            raise FilterRefused(f"Brackets are nested more than {MAX_DEPTH} deep", index)


def _error_position(error: Exception, expression: str) -> int | None:
    """Turn the parser's line and column into a character of the text."""
    details = getattr(error, "errors", None) or [{}]
    line, column = details[0].get("line"), details[0].get("col")
    if not isinstance(line, int) or not isinstance(column, int):
        return None
    before = sum(len(one) for one in expression.splitlines(keepends=True)[: line - 1])
    highlighted = str(details[0].get("highlight") or " ")
    return max(1, min(before + column - len(highlighted) + 1, len(expression)))


def _find(expression: str, text: str) -> int | None:
    at = expression.lower().find(text.lower())
    return None if at < 0 else at + 1


def _position(node: exp.Expr, expression: str) -> int | None:
    for inner in node.walk(bfs=False):
        if "start" in inner.meta:
            return int(inner.meta["start"]) + 1
    return _find(expression, _spelling(node))


def _spelling(node: exp.Expr) -> str:
    if isinstance(node, exp.Anonymous):
        return str(node.this)
    return node.sql_name() if isinstance(node, exp.Func) else node.key


def _check(node: exp.Expr, expression: str) -> None:
    if type(node) not in _ALLOWED:
        raise FilterRefused(_why_not(node), _position(node, expression))
    if node.depth > MAX_DEPTH:
        raise FilterRefused(f"The filter is nested more than {MAX_DEPTH} deep", _position(node, expression))
    if isinstance(node, exp.Column):
        _check_column(node, expression)
    elif isinstance(node, exp.Literal) and len(str(node.this)) > MAX_TEXT:
        raise FilterRefused(f"A text in the filter is longer than {MAX_TEXT} characters")
    elif isinstance(node, exp.DataType) and (node.this not in _TYPES or node.expressions):
        raise FilterRefused(
            f"Cast to {node.sql(dialect=DIALECT)[:40]} is not allowed; use int, bigint, double, text or boolean",
            _position(node, expression),
        )


def _why_not(node: exp.Expr) -> str:
    if isinstance(node, exp.Query | exp.Subquery | exp.Exists | exp.Table):
        return "A filter cannot contain a query"
    if isinstance(node, exp.Func):
        name = _spelling(node).lower()[:40]
        return f"The function {name} is not allowed; allowed are {', '.join(sorted(FUNCTIONS))}"
    if isinstance(node, exp.DDL | exp.DML | exp.Command | exp.Block):
        return "A filter is an expression, not a statement"
    return f"“{node.key}” cannot be used in a filter"


def _canonical(column: exp.Column) -> str:
    return _BY_LOWER_CASE[column.name.lower()]


def _check_column(column: exp.Column, expression: str) -> None:
    position = _position(column, expression)
    if len(column.parts) != 1:
        raise FilterRefused("Columns are named without a table", position)
    name = column.name
    if name.lower() in _BY_LOWER_CASE:
        return
    near = difflib.get_close_matches(name.lower(), _BY_LOWER_CASE, n=1, cutoff=0.5)
    hint = f"; did you mean {_BY_LOWER_CASE[near[0]]}?" if near else "; see the list of filter columns"
    raise FilterRefused(f"There is no column “{name[:60]}”{hint}".removesuffix("?"), position)
