"""API tokens."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Query, Routes
from app.portal import tokens
from app.portal.tokens import TokenView

routes = Routes("tokens")
ROUTES = routes.all
Name = Annotated[str, Field(min_length=1, max_length=200)]


class TokensQuery(Query):
    """Whose tokens."""

    user_id: Annotated[int | None, Field(alias="userID")] = None


class TokenBody(Body):
    """A new token; ``user_id`` is for administrators."""

    name: Name
    acls: list[str]
    user_id: int | None = None


class TokenPutBody(Body):
    """What changes in a token."""

    name: Name | None = None
    acls: list[str] | None = None
    user_id: int | None = None


class TokenMade(BaseModel):
    """The secret of a new token, shown this once; SkyPortal calls it its id."""

    token_id: str


@routes.get("/api/internal/tokens", query=TokensQuery, answer=list[TokenView])
def list_tokens(call: Call[TokensQuery, None]) -> list[TokenView]:
    """List the caller's tokens, for an administrator everybody's."""
    return tokens.list_tokens(call.session, call.principal, call.query.user_id)


@routes.get("/api/internal/tokens/{token_id}", answer=TokenView)
def get_token(call: Call[None, None]) -> TokenView:
    """Return one token, without its secret."""
    return tokens.get_token(call.session, call.principal, call.path["token_id"])


@routes.post("/api/internal/tokens", body=TokenBody, answer=TokenMade)
def add_token(call: Call[None, TokenBody]) -> TokenMade:
    """Make a token; the answer carries its secret, which is kept nowhere."""
    body = call.body
    return TokenMade(token_id=tokens.add_token(call.session, call.principal, body.name, body.acls, body.user_id))


@routes.put("/api/internal/tokens/{token_id}", body=TokenPutBody)
def change_token(call: Call[None, TokenPutBody]) -> None:
    """Change a token's name or ACLs."""
    values = {key: value for key, value in call.body.model_dump().items() if value is not None and key != "user_id"}
    tokens.change_token(call.session, call.principal, call.path["token_id"], values)


@routes.delete("/api/internal/tokens/{token_id}")
def delete_token(call: Call[None, None]) -> None:
    """Delete a token."""
    tokens.delete_token(call.session, call.principal, call.path["token_id"])
