"""``/api/newsfeed``: what is new."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from app.api.routes import Call, Query, Routes
from app.portal import news

routes = Routes("news feed")
ROUTES = routes.all


class NewsQuery(Query):
    """How many items, and of which team's sources."""

    num_items: int | None = Field(None, ge=1, le=news.MOST, alias="numItems")
    team_id: int | None = Field(None, ge=1, le=2**31 - 1, alias="teamID")


class NewsAuthor(BaseModel):
    """Who it comes from."""

    username: str
    first_name: str | None
    last_name: str | None
    is_bot: bool


class NewsItem(BaseModel):
    """One piece of news."""

    type: Literal["source", "comment", "classification", "spectrum", "photometry"]
    time: datetime
    message: str
    source_id: str
    classification: str | None = None
    author: str | None = None
    author_info: NewsAuthor | None = None


@routes.get("/api/newsfeed", query=NewsQuery, answer=list[NewsItem])
def listed(call: Call[NewsQuery, None]) -> list[dict[str, Any]]:
    """Return what is new, newest first, as the caller's preferences choose."""
    return news.feed(call.session, call.principal, wanted=call.query.num_items, team_id=call.query.team_id)
