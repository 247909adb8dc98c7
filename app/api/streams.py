"""Alert streams and who subscribes to them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Routes
from app.portal import streams
from app.portal.streams import StreamView

routes = Routes("streams")
ROUTES = routes.all
ADMIN = ("System admin",)


class StreamBody(Body):
    """A stream."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    altdata: dict[str, Any] | None = None
    auto_join: bool | None = None


class StreamUserBody(Body):
    """Who gets a stream."""

    user_id: int


class StreamId(BaseModel):
    """The id of a stream."""

    id: int


class StreamUserAdded(BaseModel):
    """Who got which stream."""

    stream_id: int
    user_id: int


@routes.get("/api/streams", answer=list[StreamView])
def list_streams(call: Call[None, None]) -> list[StreamView]:
    """List the streams that the caller subscribes to."""
    return [StreamView.model_validate(stream) for stream in streams.list_streams(call.session)]


@routes.get("/api/streams/{stream_id:int}", answer=StreamView)
def get_stream(call: Call[None, None]) -> StreamView:
    """Return one stream."""
    return StreamView.model_validate(streams.get_stream(call.session, call.path["stream_id"]))


@routes.post("/api/streams", body=StreamBody, answer=StreamId, acls=ADMIN)
def add_stream(call: Call[None, StreamBody]) -> StreamId:
    """Make a stream."""
    body = call.body
    made = streams.add_stream(call.session, call.principal, body.name, body.altdata, bool(body.auto_join))
    return StreamId(id=made)


@routes.patch("/api/streams/{stream_id:int}", body=StreamBody, acls=ADMIN)
def change_stream(call: Call[None, StreamBody]) -> None:
    """Change a stream."""
    values = {key: value for key, value in call.body.model_dump(exclude_unset=True).items() if value is not None}
    streams.change_stream(call.session, call.principal, call.path["stream_id"], values)


@routes.delete("/api/streams/{stream_id:int}", acls=ADMIN)
def delete_stream(call: Call[None, None]) -> None:
    """Delete a stream that no filter uses."""
    streams.delete_stream(call.session, call.principal, call.path["stream_id"])


@routes.post("/api/streams/{stream_id:int}/users", body=StreamUserBody, answer=StreamUserAdded)
def subscribe(call: Call[None, StreamUserBody]) -> StreamUserAdded:
    """Give a user a stream; without being an administrator: oneself, and one that anybody may join."""
    stream_id, user_id = call.path["stream_id"], call.body.user_id
    streams.subscribe(call.session, call.principal, stream_id, user_id)
    return StreamUserAdded(stream_id=stream_id, user_id=user_id)


@routes.delete("/api/streams/{stream_id:int}/users/{user_id:int}", acls=ADMIN)
def unsubscribe(call: Call[None, None]) -> None:
    """Take a stream from a user."""
    streams.unsubscribe(call.session, call.principal, call.path["stream_id"], call.path["user_id"])
