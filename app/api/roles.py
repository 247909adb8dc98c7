"""Roles and ACLs."""

from __future__ import annotations

from pydantic import BaseModel
from sqlalchemy import select

from app.api.routes import Body, Call, Routes
from app.portal import people
from app.tables import Acl, Role, RoleAcl

routes = Routes("roles")
ROUTES = routes.all
MANAGE = (people.MANAGE,)


class RoleView(BaseModel):
    """A role and its ACLs."""

    id: str
    acls: list[str]


class RolesBody(Body):
    """Roles to give."""

    roleIds: list[str]  # noqa: N815


class AclsBody(Body):
    """ACLs to give."""

    aclIds: list[str]  # noqa: N815


@routes.get("/api/roles", answer=list[RoleView])
def list_roles(call: Call[None, None]) -> list[RoleView]:
    """List the roles with their ACLs."""
    acls: dict[str, list[str]] = {role: [] for role in call.session.scalars(select(Role.id).order_by(Role.id))}
    for role, acl in call.session.execute(select(RoleAcl.role_id, RoleAcl.acl_id).order_by(RoleAcl.acl_id)):
        acls[role].append(acl)
    return [RoleView(id=role, acls=listed) for role, listed in acls.items()]


@routes.get("/api/acls", answer=list[str])
def list_acls(call: Call[None, None]) -> list[str]:
    """List the ACLs."""
    return list(call.session.scalars(select(Acl.id).order_by(Acl.id)))


@routes.post("/api/user/{user_id:int}/roles", body=RolesBody, acls=MANAGE)
def give_roles(call: Call[None, RolesBody]) -> None:
    """Give roles to a user."""
    people.give_roles(call.session, call.principal, call.path["user_id"], call.body.roleIds)


@routes.delete("/api/user/{user_id:int}/roles/{role_id}", acls=MANAGE)
def take_role(call: Call[None, None]) -> None:
    """Take a role from a user."""
    people.take_role(call.session, call.principal, call.path["user_id"], call.path["role_id"])


@routes.post("/api/user/{user_id:int}/acls", body=AclsBody, acls=MANAGE)
def give_acls(call: Call[None, AclsBody]) -> None:
    """Give ACLs to a user."""
    people.give_acls(call.session, call.principal, call.path["user_id"], call.body.aclIds)


@routes.delete("/api/user/{user_id:int}/acls/{acl_id}", acls=MANAGE)
def take_acl(call: Call[None, None]) -> None:
    """Take an ACL from a user."""
    people.take_acl(call.session, call.principal, call.path["user_id"], call.path["acl_id"])
