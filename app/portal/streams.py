"""Alert streams: administrators make them and say who subscribes; some may be joined by anybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.access.acls import SYSTEM_ADMIN
from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.tables import Stream, StreamUser, User


class StreamView(BaseModel):
    """A stream as SkyPortal shows it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime
    modified: datetime
    name: str
    altdata: dict[str, Any] | None
    auto_join: bool


def no_such_stream() -> NotAvailableHere:
    """Return the one answer for a stream that is not there, or that the principal does not subscribe to."""
    return NotAvailableHere("There is no such stream, or you may not see it.")


def list_streams(session: Session) -> list[Stream]:
    """Return the streams that the principal subscribes to; all of them for an administrator."""
    return list(session.scalars(select(Stream).order_by(Stream.id)))


def get_stream(session: Session, stream_id: int) -> Stream:
    """Return a stream; raise :class:`NotAvailableHere`."""
    stream = session.get(Stream, stream_id)
    if stream is None:
        raise no_such_stream()
    return stream


def add_stream(
    session: Session, principal: Principal, name: str, altdata: dict[str, Any] | None, auto_join: bool
) -> int:
    """Make a stream; new users join it by themselves where ``auto_join`` is set."""
    principal.need(SYSTEM_ADMIN)
    _need_free_name(session, name)
    stream = Stream(name=name, altdata=altdata, auto_join=auto_join)
    session.add(stream)
    session.flush()
    record(session, principal.user_id, Change("create", "stream", stream.id, after={"name": name}))
    return stream.id


def change_stream(session: Session, principal: Principal, stream_id: int, values: dict[str, Any]) -> None:
    """Change a stream's name, altdata or auto_join."""
    principal.need(SYSTEM_ADMIN)
    stream = get_stream(session, stream_id)
    if values.get("name", stream.name) != stream.name:
        _need_free_name(session, values["name"])
    before = {key: getattr(stream, key) for key in values}
    session.execute(update(Stream).where(Stream.id == stream_id).values(**values))
    record(session, principal.user_id, Change("update", "stream", stream_id, before=before, after=values))


def delete_stream(session: Session, principal: Principal, stream_id: int) -> None:
    """Delete a stream that no filter uses."""
    principal.need(SYSTEM_ADMIN)
    stream = get_stream(session, stream_id)
    record(session, principal.user_id, Change("delete", "stream", stream_id, before={"name": stream.name}))
    session.execute(delete(Stream).where(Stream.id == stream_id))


def subscribe(session: Session, principal: Principal, stream_id: int, user_id: int) -> None:
    """Give a user a stream: administrators any, others themselves and only what anybody may join."""
    if not principal.is_admin and user_id != principal.user_id:
        raise Forbidden("Only a system administrator can give streams to others.")
    with elevated(session, principal, f"join the stream {stream_id}"):
        stream = session.get(Stream, stream_id)
        if stream is None or not (principal.is_admin or stream.auto_join):
            raise no_such_stream()
        if session.get(User, user_id) is None:
            raise BadInput(f"There is no user with the id {user_id}.", field="user_id")
        if session.get(StreamUser, (stream_id, user_id)) is not None:
            raise BadInput(f"The user {user_id} has the stream already.", field="user_id")
        session.add(StreamUser(stream_id=stream_id, user_id=user_id))
        record(session, principal.user_id, Change("subscribe", "stream", stream_id, after={"user_id": user_id}))


def unsubscribe(session: Session, principal: Principal, stream_id: int, user_id: int) -> None:
    """Take a stream from a user."""
    principal.need(SYSTEM_ADMIN)
    get_stream(session, stream_id)
    row = session.get(StreamUser, (stream_id, user_id))
    if row is None:
        raise BadInput(f"The user {user_id} does not have the stream.")
    session.delete(row)
    record(session, principal.user_id, Change("unsubscribe", "stream", stream_id, before={"user_id": user_id}))


def _need_free_name(session: Session, name: str) -> None:
    if session.execute(select(Stream.id).where(Stream.name == name)).first():
        raise BadInput(f"There is a stream {name!r} already.", field="name")
