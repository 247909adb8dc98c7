"""The installation's one secret, and what is derived from it: a key per purpose, and encryption at rest."""

from __future__ import annotations

import base64
import os
import secrets
import time
from typing import ClassVar

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.config import ConfigError, Settings
from app.errors import SkyrelayError

FILE = "secret.key"
SHORTEST = 32
WRITE_TIMEOUT_S = 5.0


class WrongSecret(SkyrelayError):
    """Something was encrypted with another secret than the one in force."""

    code: ClassVar[str] = "wrong_secret"
    status: ClassVar[int] = 500


def load_secret(settings: Settings) -> bytes:
    """Return ``security.secret_key``, or the one in ``<storage.var>/secret.key``, which is made at the first call.

    Raises :class:`ConfigError` where the file cannot be used.
    """
    if settings.security.secret_key is not None:
        return settings.security.secret_key.encode()
    path = settings.var / FILE
    try:
        settings.var.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(descriptor, "w", encoding="ascii") as handle:
                handle.write(secrets.token_urlsafe(48) + "\n")
        # Another process may have made the file a moment ago and still be writing.
        deadline = time.monotonic() + WRITE_TIMEOUT_S
        while len(content := path.read_text(encoding="ascii").strip()) < SHORTEST:
            if time.monotonic() > deadline:
                raise ConfigError(
                    f"{path} holds fewer than {SHORTEST} characters: put the secret back from a backup, or delete "
                    "the file to get a new one (stored facility credentials must then be entered again)."
                )
            time.sleep(0.02)
    except OSError as error:
        raise ConfigError(f"{path} cannot be read ({error}); correct its permissions.") from error
    return content.encode()


def derive(secret: bytes, purpose: str) -> bytes:
    """Return 32 bytes for one purpose (HKDF-SHA256, RFC 5869): knowing one tells nothing of the others."""
    return HKDF(algorithm=SHA256(), length=32, salt=b"skyrelay", info=purpose.encode()).derive(secret)


def observatory_token(settings: Settings) -> str:
    """Return the API token of the simulated observatories, known to whoever knows the installation's secret."""
    return derive(load_secret(settings), "simulated observatories").hex()


class Vault:
    """Encrypts texts for storage; ``older`` secrets can still be read, and are replaced by writing again."""

    def __init__(self, secret: bytes, older: tuple[bytes, ...] = ()) -> None:
        keys = [base64.urlsafe_b64encode(derive(each, "vault")) for each in (secret, *older)]
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def encrypt(self, text: str) -> str:
        """Return ``text`` as an authenticated ciphertext (Fernet: AES-128-CBC and HMAC-SHA256)."""
        return self._fernet.encrypt(text.encode()).decode()

    def decrypt(self, stored: str) -> str:
        """Return what was encrypted; raises :class:`WrongSecret` where this secret did not do it."""
        try:
            return self._fernet.decrypt(stored.encode()).decode()
        except InvalidToken as error:
            raise WrongSecret(
                "A stored credential cannot be decrypted with the secret in force: put the earlier secret.key (or "
                "security.secret_key) back, or enter the credential again."
            ) from error
