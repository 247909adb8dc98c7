"""Tie a process to its parent: when the parent dies, even by SIGKILL, the kernel ends the process.

Run as a file (``python -I -S lifeline.py PARENT_PID command …``) it ties itself and becomes the command. That way
the tie is made without running Python between fork and exec, which is unsafe beside threads.
It imports the standard library alone, to start in a few milliseconds.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
"""From <sys/prctl.h>. Linux only; elsewhere the next start ends what is left over (see ``status.py``)."""


def tie_to_parent() -> None:
    """Ask the kernel to kill this process when the thread that started it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def tie_forks() -> None:
    """Tie every process that this one forks from now on, too: the tie itself is not inherited."""
    os.register_at_fork(after_in_child=tie_to_parent)


def main(arguments: list[str]) -> None:
    """Tie this process to ``PARENT_PID`` and become the command."""
    parent, command = int(arguments[0]), arguments[1:]
    tie_to_parent()
    # The parent may have died before the tie was made: then nobody will ever send the signal.
    if os.getppid() != parent:
        sys.exit(1)
    os.execvp(command[0], command)  # noqa: S606 - the supervisor's own command


if __name__ == "__main__":
    main(sys.argv[1:])
