"""A mail server on loopback that speaks as much SMTP (RFC 5321) as a client needs, and keeps what it is handed."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """Where it listens, and the letters: recipients and text. ``refusing`` is what it says instead of taking one."""

    port: int = 0
    letters: list[tuple[list[str], str]] = field(default_factory=list)
    refusing: str | None = None


def _handler(box: Mailbox) -> type[socketserver.StreamRequestHandler]:
    class Talk(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(line.encode() + b"\r\n")

        def handle(self) -> None:
            to: list[str] = []
            self.say("220 loopback")
            while line := self.rfile.readline().decode().strip():
                word = line.upper()
                if word.startswith("QUIT"):
                    self.say("221 bye")
                    return
                if word.startswith("RCPT TO:"):
                    to.append(line.partition("<")[2].partition(">")[0])
                if word.startswith("DATA"):
                    self.say("354 go on")
                    text = []
                    while (part := self.rfile.readline()) not in (b".\r\n", b""):
                        text.append(part.decode())
                    box.letters.append((to, "".join(text)))
                self.say(box.refusing if box.refusing and word.startswith("MAIL") else "250 ok")

    return Talk


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """Run the server; yield its mailbox."""
    box = Mailbox()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _handler(box)) as server:
        server.daemon_threads = True
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join(5)
