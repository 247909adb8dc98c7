"""The route protocol: what a resource declares, from which the server and the OpenAPI document are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.context import Context
from app.errors import SkyrelayError

Q = TypeVar("Q", bound="BaseModel | None")
B = TypeVar("B", bound="BaseModel | None")
Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
SECRET_PLACES = ("code", "token_id")


class Query(BaseModel):
    """Base of query parameters: unknown ones are ignored, as SkyPortal does."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, allow_inf_nan=False)


class Body(BaseModel):
    """Base of request bodies: an unknown field is an error that names it.

    One ``by_row`` has columns of numbers, of which its service says itself which row is at fault.
    """

    by_row: ClassVar[bool] = False

    model_config = ConfigDict(extra="forbid", populate_by_name=True, allow_inf_nan=False)


@dataclass(frozen=True)
class Credentials:
    """What came with the request: a token, or the cookies of a web session and of a log-in that has begun."""

    token: str | None = None
    session: str | None = None
    login: str | None = None


@dataclass(frozen=True)
class Client:
    """Where a request came from: the client's IP address, and what it calls itself."""

    address: str = ""
    agent: str = ""


@dataclass(frozen=True)
class Ask:
    """A request before its transaction, for what must be asked of the world outside."""

    context: Context
    path: dict[str, Any]
    query: Any
    body: Any
    credentials: Credentials


@dataclass(frozen=True)
class Call(Generic[Q, B]):
    """One request, parsed: what an operation is called with, inside its transaction.

    ``found`` is what the route's ``outside`` brought from the world.
    """

    session: Session
    principal: Principal
    context: Context
    path: dict[str, Any]
    query: Q
    body: B
    credentials: Credentials = field(default_factory=Credentials)
    client: Client = field(default_factory=Client)
    found: Any = None


@dataclass(frozen=True)
class Answer:
    """An answer in the envelope, where more than the data is to be said.

    ``beside`` are keys that stand beside ``data``: for what SkyPortal's strict models of ``data`` have no place for.
    ``set_session`` and ``set_login`` set the cookies of a web session and of a log-in that has begun at a provider.
    With a ``refusal`` the request fails, and yet what it wrote is kept: that somebody tried to log in, for example.
    """

    data: Any = None
    message: str = ""
    status: int = 200
    set_session: str | None = None
    clear_session: bool = False
    set_login: str | None = None
    clear_login: bool = False
    refusal: SkyrelayError | None = None
    redirect: str | None = None
    beside: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Raw:
    """An answer that is not JSON: a picture, a file."""

    content: bytes
    content_type: str
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Route:
    """One operation of the API. ``path`` has typed places, such as ``/api/groups/{group_id:int}`` or ``{rest:path}``.

    ``beside`` declares the types of the keys that may stand beside ``data`` in its answer's envelope. One that answers
    ``bytes`` (:class:`Raw`) says in ``produces`` which content types they can have. A route that is not ``described``
    is served, and has no place in the OpenAPI document.

    ``before`` runs before the transaction, for what its failure must not undo; so does ``outside``, and in threads of
    its own, for what may take as long as another server likes. What either returns is the call's ``found``.
    At a ``guessed`` route secrets can be guessed: each address has few turns a minute (``login.per_minute``).
    One that ``leaves_out`` a part of what SkyPortal's does answers that part 501, with a sentence.
    """

    method: Method
    path: str
    operation: Callable[[Any], Any]
    summary: str
    tag: str
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    answer: Any = None
    beside: Mapping[str, Any] = field(default_factory=dict)
    acls: tuple[str, ...] = ()
    auth: Literal["user", "none"] = "user"
    described: bool = True
    outside: Callable[[Ask], Any] | None = None
    before: Callable[[Ask], Any] | None = None
    guessed: bool = False
    produces: tuple[str, ...] = ()
    leaves_out: bool = False

    def said(self, path: str) -> str:
        """Return ``path`` as it may be written down: one that carries a secret is named by its pattern."""
        return self.path if any(f"{{{place}}}" in self.path for place in SECRET_PLACES) else path


class Routes:
    """Collects the routes of one module; ``@routes.get("/api/…", …)`` above each operation."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.all: list[Route] = []

    def add(
        self, method: Method, path: str, *, summary: str | None = None, **declared: Any
    ) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
        """Declare the decorated function as the operation at ``path``; its docstring says the summary."""

        def keep(operation: Callable[[Any], Any]) -> Callable[[Any], Any]:
            said = summary or (operation.__doc__ or operation.__name__).strip().splitlines()[0]
            self.all.append(Route(method, path, operation, summary=said, tag=self.tag, **declared))
            return operation

        return keep

    def get(self, path: str, **declared: Any) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
        """Declare a GET."""
        return self.add("GET", path, **declared)

    def post(self, path: str, **declared: Any) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
        """Declare a POST."""
        return self.add("POST", path, **declared)

    def put(self, path: str, **declared: Any) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
        """Declare a PUT."""
        return self.add("PUT", path, **declared)

    def patch(self, path: str, **declared: Any) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
        """Declare a PATCH."""
        return self.add("PATCH", path, **declared)

    def delete(self, path: str, **declared: Any) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
        """Declare a DELETE."""
        return self.add("DELETE", path, **declared)
