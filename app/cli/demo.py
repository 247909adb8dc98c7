"""``skyrelay demo``: the demo collaboration, seeded and wiped."""

from __future__ import annotations

import click


@click.group()
def demo() -> None:
    """Seed or wipe the demo collaboration.

    Its groups and people start with "Demo" and "demo-"; everything that is simulated belongs to them or to the
    simulated stream, so that wiping it leaves your own data alone.
    """


@demo.command()
def seed() -> None:
    """Seed the demo collaboration, unless it is there."""
    from app.config import load_settings
    from app.context import Context
    from app.demo.seed import seed_demo

    context = Context.create(load_settings(), "admin")
    try:
        done = seed_demo(context)
    finally:
        context.close()
    click.echo("The demo collaboration is seeded." if done else "The demo collaboration is there already.")


@demo.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
def wipe(yes: bool) -> None:
    """Delete the demo collaboration with all its data; set demo.enabled to false to keep it from coming back."""
    from app.config import load_settings
    from app.context import Context
    from app.demo.wipe import wipe_demo

    if not yes:
        click.confirm("Delete the demo's groups, people, sources, triggers and simulated alerts?", abort=True)
    context = Context.create(load_settings(), "admin")
    try:
        with context.transaction() as session:
            gone = wipe_demo(session)
    finally:
        context.close()
    for table, rows in sorted(gone.items()):
        if rows:
            click.echo(f"  {table}: {rows}")
    click.echo("The demo is gone. Set demo.enabled: false in config.yaml, or the next start seeds it again.")
