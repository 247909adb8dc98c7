"""Rows about objs: fixed statements, made once, whose one parameter is the names of the objs of a page.

A statement that is made anew for each request costs more than its rows: its parts, its cache key, a parameter a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Row, Select, Text, any_, bindparam, cast, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.portal import arrays


def about(obj_id: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Return the condition that the column names one of the objs that :func:`rows_of` is asked for."""
    # By a sub-select, since a planner that sees a hundred names reads all that the reader knows of to check each obj.
    names = select(bindparam("obj_ids", type_=Text)).scalar_subquery()
    return obj_id == any_(cast(names, ARRAY(Text)))


def rows_of(
    session: Session, statement: Select[*tuple[Any, ...]], obj_ids: Iterable[str]
) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of a statement with the condition :func:`about`."""
    return fetch(session, statement, {"obj_ids": arrays.texts(dict.fromkeys(obj_ids))})


def fetch(
    session: Session, statement: Select[*tuple[Any, ...]], given: Mapping[str, Any] | None = None
) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of a statement of columns, by the connection: they need nothing of a session's work on each."""
    session.flush()
    return session.connection().execute(statement, given).all()


def grouped(told: Iterable[dict[str, Any]], obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return records by their ``obj_id``, in their order; an empty list for an obj without any."""
    found: dict[str, list[dict[str, Any]]] = {obj_id: [] for obj_id in obj_ids}
    for one in told:
        found[one["obj_id"]].append(one)
    return found
