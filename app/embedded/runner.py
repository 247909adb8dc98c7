"""As whom PostgreSQL runs. It refuses to run as root, so root lends it an account that nobody else has."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from app.embedded.tools import DatabaseUnavailable

FIRST_UID = 59_432
"""Where the search for an unused uid begins: above what `useradd` gives out, below the reserved 60000 and up."""


class Account(TypedDict, total=False):
    """The arguments of `subprocess.Popen` for another account."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Runner:
    """An account for PostgreSQL: None keeps the caller's own."""

    uid: int | None
    gid: int | None
    through: tuple[str, ...] = ()

    @property
    def switches(self) -> bool:
        """Whether another account than the caller's is used."""
        return self.uid is not None

    def own(self, path: Path) -> None:
        """Give ``path`` and everything below it to the account."""
        if self.uid is None or self.gid is None:
            return
        for entry in (path, *_below(path)):
            os.chown(entry, self.uid, self.gid, follow_symlinks=False)

    def own_alone(self, path: Path) -> None:
        """Give ``path`` to the account, and nothing below it."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def for_popen(self) -> Account:
        """Return the arguments by which `subprocess` switches; none where the command prefix does it."""
        if self.uid is None or self.gid is None or self.through:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def choose(data: Path, needed: tuple[Path, ...]) -> Runner:
    """Return the account for the cluster in ``data``; ``needed`` are the paths that it must be able to reach."""
    if os.geteuid() != 0:
        return Runner(None, None)
    if data.exists() and data.stat().st_uid != 0:
        owner = data.stat()
        return Runner(owner.st_uid, owner.st_gid, _through(owner.st_uid, owner.st_gid, needed))
    uid = _unused_uid()
    return Runner(uid, uid, _through(uid, uid, needed))


def choose_for_initdb(runner: Runner, needed: tuple[Path, ...]) -> Runner:
    """Return an account with a name, which `initdb` alone insists on; the files go to ``runner`` afterwards."""
    if not runner.switches:
        return runner
    named = sorted(
        (entry for entry in pwd.getpwall() if entry.pw_uid != 0), key=lambda entry: entry.pw_name != "nobody"
    )
    if not named:
        raise DatabaseUnavailable(
            "PostgreSQL refuses to run as root, and this machine has no other account; add one with "
            "`useradd --system postgres`, or set database.url to a server of yours."
        )
    account = named[0]
    return Runner(account.pw_uid, account.pw_gid, _through(account.pw_uid, account.pw_gid, needed))


def _unused_uid() -> int:
    used = {entry.pw_uid for entry in pwd.getpwall()}
    return next(uid for uid in range(FIRST_UID, 60_000) if uid not in used)


def _through(uid: int, gid: int, needed: tuple[Path, ...]) -> tuple[str, ...]:
    """Return a command prefix that lets the account through closed folders such as /root, where that is needed."""
    closed = [folder for path in needed for folder in path.parents if not folder.stat().st_mode & stat.S_IXOTH]
    if not closed:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise DatabaseUnavailable(
            f"PostgreSQL refuses to run as root, and no other account can enter {closed[0]}; run Skyrelay as an "
            "ordinary user, move its folder, or set database.url to a server of yours."
        )
    grant = "+dac_override"
    return (
        *(setpriv, f"--reuid={uid}", f"--regid={gid}", "--clear-groups"),
        *(f"--inh-caps={grant}", f"--ambient-caps={grant}", f"--bounding-set=-all,{grant}", "--"),
    )


def _below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from path.rglob("*")
