"""``skyrelay token``: API tokens, from the machine's own command line."""

from __future__ import annotations

import click


@click.group()
def token() -> None:
    """Make, list and delete API tokens.

    Scripts send one as `Authorization: token SECRET`. Who may run this command may do anything: it acts as the
    database's owner.
    """


@token.command()
@click.argument("username")
@click.argument("name")
@click.option("--acl", "acls", multiple=True, help="May be given several times. Default: all that the user has.")
def create(username: str, name: str, acls: tuple[str, ...]) -> None:
    """Make a token called NAME for USERNAME, and print its secret, which is never shown again."""
    from sqlalchemy import select

    from app.cli.administration import administration, find_user
    from app.config import load_settings
    from app.errors import BadInput
    from app.portal.credentials import create_token
    from app.portal.people import acls_of
    from app.tables import Token

    with administration(load_settings()) as session:
        user_id = find_user(session, username).id
        have = acls_of(session, user_id)
        for acl in acls:
            if acl not in have:
                raise BadInput(f"{username} does not have the ACL {acl!r}, so the token cannot carry it.")
        if session.execute(select(Token.id).where(Token.user_id == user_id, Token.name == name)).first():
            raise BadInput(f"{username} has a token {name!r} already; choose another name.")
        secret = create_token(session, user_id, name, acls or have)
    click.echo(secret)
    click.echo("Keep it now: only its checksum is stored.", err=True)


@token.command("list")
@click.argument("username", required=False)
def list_tokens(username: str | None) -> None:
    """List everybody's tokens, or those of USERNAME, without their secrets."""
    from sqlalchemy import select

    from app.cli.administration import administration, find_user
    from app.config import load_settings
    from app.tables import Token, User

    with administration(load_settings()) as session:
        wanted = select(Token, User.username).join(User, User.id == Token.user_id).order_by(User.username, Token.name)
        if username is not None:
            wanted = wanted.where(Token.user_id == find_user(session, username).id)
        rows = [(row.id, owner, row.name, row.created_at, row.acls) for row, owner in session.execute(wanted)]
    for token_id, owner, name, created_at, acls in rows:
        click.echo(f"{token_id}  {owner}  {name}  {created_at:%Y-%m-%d}  {', '.join(acls) or 'no ACL'}")


@token.command()
@click.argument("token_id")
def delete(token_id: str) -> None:
    """Delete the token with the id that `skyrelay token list` shows; it opens nothing from then on."""
    from app.access.history import Change, record
    from app.cli.administration import administration
    from app.config import load_settings
    from app.errors import BadInput
    from app.tables import Token

    with administration(load_settings()) as session:
        row = session.get(Token, token_id)
        if row is None:
            raise BadInput("There is no such token; `skyrelay token list` shows their ids.")
        session.delete(row)
        record(session, None, Change("delete", "token", row.id, before={"name": row.name}))
        name = row.name
    click.echo(f"The token {name!r} is deleted.")
