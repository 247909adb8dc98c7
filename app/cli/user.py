"""``skyrelay user``: people, from the machine's own command line."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

DATE_FORMATS = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]


@click.group()
def user() -> None:
    """Make people, let them log in, and end their accounts.

    Who may run this command may do anything: it acts as the database's owner.
    """


@user.command()
@click.argument("username")
@click.option("--role", "roles", multiple=True, help='May be given several times. Default: "Full user".')
@click.option("--first-name")
@click.option("--last-name")
@click.option("--email")
@click.option("--bot", is_flag=True, help="A program, not a person.")
@click.option("--password", "ask", is_flag=True, help="Ask for a password; without one, log in by a link.")
def create(
    username: str, roles: tuple[str, ...], first_name: str | None, last_name: str | None, email: str | None,
    bot: bool, ask: bool,
) -> None:  # fmt: skip
    """Make a user.

    The roles are "Super admin", "Group admin", "Full user" and "View only".
    """
    from app.cli.administration import administration
    from app.config import load_settings
    from app.portal.accounts import NewUser, create_user
    from app.portal.passwords import check_strength

    password = _ask() if ask else None
    if password is not None:
        check_strength(password)
    new = NewUser(
        username=username, first_name=first_name, last_name=last_name, contact_email=email,
        roles=roles or ("Full user",), password=password, is_bot=bot,
    )  # fmt: skip
    with administration(load_settings()) as session:
        user_id = create_user(session, new)
    click.echo(f"{username} has the id {user_id}.")
    if password is None:
        click.echo(f"To let them in: skyrelay user link {username}")


@user.command("list")
@click.option("--expired", is_flag=True, help="Those whose account has ended, too.")
def list_users(expired: bool) -> None:
    """List the users with their roles."""
    from sqlalchemy import select

    from app.cli.administration import administration
    from app.config import load_settings
    from app.portal.people import with_rights
    from app.tables import User

    with administration(load_settings()) as session:
        users = with_rights(session, list(session.scalars(select(User).order_by(User.username))))
    now = datetime.now(UTC)
    for each in users:
        ended = each.expiration_date is not None and each.expiration_date <= now
        if ended and not expired:
            continue
        note = f"  (ended {each.expiration_date:%Y-%m-%d})" if ended else ""
        click.echo(f"{each.id:6d}  {each.username}  {', '.join(each.roles) or 'no role'}{note}")


@user.command()
@click.argument("username")
def link(username: str) -> None:
    """Print a link by which a user logs in, once."""
    from app.cli.administration import administration, find_user
    from app.config import load_settings
    from app.portal.credentials import create_login_link

    settings = load_settings()
    minutes = settings.server.login_link_minutes
    with administration(settings) as session:
        code = create_login_link(session, find_user(session, username).id, minutes)
    click.echo(f"{settings.base_url}/login/{code}")
    click.echo(f"It works once, within {minutes} minutes.", err=True)


@user.command()
@click.argument("username")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read the password from standard input, do not ask.")
def password(username: str, from_stdin: bool) -> None:
    """Set a user's password; they are logged out everywhere."""
    from app.cli.administration import administration, find_user
    from app.config import load_settings
    from app.portal.passwords import check_strength, set_password

    new = sys.stdin.readline().rstrip("\r\n") if from_stdin else _ask()
    check_strength(new)
    with administration(load_settings()) as session:
        set_password(session, find_user(session, username).id, new)
    click.echo(f"The password of {username} is set.")


@user.command()
@click.argument("username")
@click.option("--at", type=click.DateTime(DATE_FORMATS), help="When, in UTC. Default: now.")
@click.option("--never", is_flag=True, help="Let the account run again without an end.")
def expire(username: str, at: datetime | None, never: bool) -> None:
    """End a user's account now or at a time; what they wrote stays under their name."""
    from app.access.history import Change, record
    from app.cli.administration import administration, find_user
    from app.config import load_settings

    if never and at is not None:
        raise click.UsageError("--at and --never exclude each other.")
    until = None if never else (at.replace(tzinfo=UTC) if at is not None else datetime.now(UTC))
    with administration(load_settings()) as session:
        found = find_user(session, username)
        before = found.expiration_date.isoformat() if found.expiration_date else None
        found.expiration_date = until
        after = until.isoformat() if until else None
        change = Change(
            "update", "user", found.id, before={"expiration_date": before}, after={"expiration_date": after},
            why="skyrelay user expire",
        )  # fmt: skip
        record(session, None, change)
    click.echo(f"{username}'s account {'has no end' if until is None else f'ends at {until:%Y-%m-%d %H:%M:%S} UTC'}.")


def _ask() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
