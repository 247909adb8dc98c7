"""``skyrelay``: the table of commands, and how an error becomes one sentence.

``--help`` imports no command: the summary stands in the table, so that it answers at once.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from app.errors import SkyrelayError

USAGE_ERROR = 2


class Entry(NamedTuple):
    """Where a command is (``module:attribute``, a click command), and what it does."""

    target: str
    summary: str


COMMANDS: Final[Mapping[str, Entry]] = {
    "run": Entry("app.cli.run:run", "Start everything on this machine, and print a login link."),
    "serve": Entry("app.cli.serve:serve", "Run one service (web, ingest, followup, release, observatory)."),
    "status": Entry("app.cli.status:status", "Show which services run."),
    "migrate": Entry("app.cli.migrate:migrate", "Bring the database to the schema of this version."),
    "ingest": Entry("app.cli.ingest:ingest", "Play alert packets from disk; show runs and quarantine."),
    "backup": Entry("app.cli.backup:backup", "Write database and blobs into one file."),
    "restore": Entry("app.cli.backup:restore", "Bring back what `backup` wrote."),
    "config": Entry("app.cli.config:config", "Show the settings in force, secrets masked."),
    "healthy": Entry("app.cli.healthy:healthy", "Say by the exit code whether a part works, for containers."),
    "user": Entry("app.cli.user:user", "Make people, let them log in, end their accounts."),
    "token": Entry("app.cli.token:token", "Make, list and delete API tokens."),
    "drill": Entry("app.cli.drill:drill", "Close and open the simulated telescopes while everything runs."),
    "demo": Entry("app.cli.demo:demo", "Seed or wipe the demo collaboration."),
    "describe": Entry("app.cli.describe:describe", "Write the OpenAPI document."),
    "version": Entry("app.cli.version:show_version", "Show the versions of Skyrelay and of what it stands on."),
}


class Refused(click.ClickException):
    """An error of ours as click shows it: the sentence, and exit code 2."""

    exit_code = USAGE_ERROR

    def show(self, file: Any = None) -> None:
        """Print the sentence, without a traceback."""
        click.echo(f"skyrelay: {self.message}", file=file or sys.stderr)


class LazyGroup(click.Group):
    """A group that imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command; None where there is no such one, which click explains."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.target.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of ours ends it with its sentence."""
        try:
            return super().invoke(ctx)
        except SkyrelayError as error:
            raise Refused(error.message) from error


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of config.yaml; data go to its var/. Default: $SKYRELAY_ROOT, else the project's folder.",
)
def main(root: Path | None) -> None:
    """Skyrelay: alerts in, shared vetting, triggers out, data back by agreed rules.

    Settings are in config.yaml (every key: config.yaml.defaults) and SKYRELAY__SECTION__KEY variables.
    """
    if root is not None:
        # Services that this command starts are told by the environment.
        os.environ["SKYRELAY_ROOT"] = str(root.resolve())
