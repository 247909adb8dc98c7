"""What people change about themselves."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from pydantic_core import to_json
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput
from app.portal.orcid import read_orcid
from app.portal.people import MANAGE, get_user, may_manage
from app.tables import User

MOST_PREFERENCES_BYTES = 100_000


def change(session: Session, principal: Principal, user_id: int, values: dict[str, Any]) -> None:
    """Change the named fields of a profile; ``preferences`` are merged. Another's needs "Manage users"."""
    own = user_id == principal.user_id
    if not own:
        principal.need(MANAGE)
        may_manage(session, principal, user_id)
    user = get_user(session, user_id)
    if values.pop("username", user.username) != user.username:
        raise BadInput("User names cannot be changed: history and papers refer to them.", field="username")
    if values.pop("is_bot", user.is_bot) != user.is_bot:
        raise BadInput("Whether an account is a bot is settled when it is made.", field="is_bot")
    if values.get("preferences") is not None:
        values["preferences"] = {**user.preferences, **values["preferences"]}
        if len(to_json(values["preferences"])) > MOST_PREFERENCES_BYTES:
            raise BadInput("Preferences this long are not kept.", field="preferences")
    if values.get("orcid"):
        values["orcid"] = read_orcid(values["orcid"])
    values = {key: value for key, value in values.items() if value is not None}
    if not values:
        return
    before = {key: getattr(user, key) for key in values}
    with nullcontext() if own else elevated(session, principal, f"change the profile of the user {user_id}"):
        session.execute(update(User).where(User.id == user_id).values(**values))
        record(session, principal.user_id, Change("update", "profile", user_id, before=before, after=values))
