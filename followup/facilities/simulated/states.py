"""The portal's states and the transitions that it allows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class RequestState(StrEnum):
    """States of a request and of its group, in the portal's spelling."""

    PENDING = "PENDING"
    COMPLETED = "COMPLETED"
    WINDOW_EXPIRED = "WINDOW_EXPIRED"
    CANCELED = "CANCELED"
    FAILURE_LIMIT_REACHED = "FAILURE_LIMIT_REACHED"


class BlockState(StrEnum):
    """States of an observation block."""

    PENDING = "PENDING"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    ABORTED = "ABORTED"
    CANCELED = "CANCELED"


REQUEST_MOVES: Mapping[RequestState, frozenset[RequestState]] = MappingProxyType(
    {RequestState.PENDING: frozenset(set(RequestState) - {RequestState.PENDING})}
)
BLOCK_MOVES: Mapping[BlockState, frozenset[BlockState]] = MappingProxyType(
    {
        BlockState.PENDING: frozenset({BlockState.IN_PROGRESS, BlockState.ABORTED, BlockState.CANCELED}),
        BlockState.IN_PROGRESS: frozenset({BlockState.COMPLETED, BlockState.ABORTED}),
    }
)

FAILURE_LIMIT = 3
"""Aborted blocks after which the telescope gives a request up."""


class InvalidStateChange(Exception):
    """A request or block is asked to leave a state that it cannot leave in this direction."""


def group_state(requests: list[RequestState]) -> RequestState:
    """Return a group's state: pending while any request is, else the best that was reached."""
    ranking = (
        RequestState.PENDING,
        RequestState.COMPLETED,
        RequestState.WINDOW_EXPIRED,
        RequestState.FAILURE_LIMIT_REACHED,
        RequestState.CANCELED,
    )
    return next(state for state in ranking if state in requests)
