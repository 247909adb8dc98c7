"""A real OpenID Connect provider as a process of its own: node-oidc-provider, pinned in app/web/package-lock.json."""

from __future__ import annotations

import json
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import httpx

from tests.support.waiting import until

PROJECT = Path(__file__).resolve().parents[2]
MODULE = PROJECT / "app/web/node_modules/oidc-provider/lib/index.js"
CLIENT_ID = "skyrelay"
CLIENT_SECRET = "s3cret-of-the-tests"


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def provider(redirect_uri: str) -> Iterator[str]:
    """Run the provider for one client; yield its issuer."""
    port = free_port()
    client = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "redirect_uris": [redirect_uri]}
    process = subprocess.Popen(
        [PROJECT / "tools/with-node", "node", PROJECT / "tests/support/provider.mjs", MODULE.as_uri(), str(port),
         json.dumps(client)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    issuer = f"http://127.0.0.1:{port}"
    try:
        until(lambda: _answers(process, issuer), 60, "the provider's start")
        yield issuer
    finally:
        process.terminate()
        process.wait(10)


def _answers(process: subprocess.Popen[bytes], issuer: str) -> bool:
    assert process.poll() is None, "the provider ended; is the dashboard's node_modules installed (make web)?"
    try:
        return httpx.get(f"{issuer}/.well-known/openid-configuration").is_success
    except httpx.TransportError:
        return False


def sign_in(browser: httpx.Client, address: str, name: str) -> httpx.Response:
    """Walk from ``address`` through the provider's pages as ``name``; return the last answer before the dashboard."""
    answer = browser.get(address)
    for _step in range(12):
        if answer.is_redirect:
            target = answer.headers["location"]
            if target.startswith("/login?") or target == "/":
                return answer
            answer = browser.get(httpx.URL(answer.url).join(target))
            continue
        form = re.search(r'<form[^>]*action="([^"]+)"', answer.text)
        prompt = re.search(r'name="prompt" value="(\w+)"', answer.text)
        assert form is not None, answer.text
        assert prompt is not None, answer.text
        fields = {"prompt": prompt[1]} | ({"login": name, "password": "any"} if prompt[1] == "login" else {})
        answer = browser.post(httpx.URL(answer.url).join(unescape(form[1])), data=fields)
    raise AssertionError("the provider sent the browser in a circle")
