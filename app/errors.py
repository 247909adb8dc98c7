"""Errors that reach a person or a script: a stable code, an HTTP status, a sentence, the field at fault."""

from __future__ import annotations

from typing import ClassVar


class SkyrelayError(Exception):
    """Base of every error that Skyrelay explains to its caller.

    ``message`` is one sentence that says what is wrong and, where there is something to do, what to do.
    ``field`` names the input at fault; ``details`` are extra JSON-ready facts for programs.
    """

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400

    def __init__(self, message: str, *, field: str | None = None, **details: object) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.details = details

    def as_data(self) -> dict[str, object]:
        """Return the machine-readable part of the error: ``code``, ``field`` and the details."""
        data: dict[str, object] = {"code": self.code}
        if self.field is not None:
            data["field"] = self.field
        return data | self.details


class BadInput(SkyrelayError):
    """What was sent cannot be used as it is."""

    code = "bad_input"
    status = 400


class Unauthorised(SkyrelayError):
    """No usable credentials came with the request."""

    code = "unauthorised"
    status = 401


class Stranger(Unauthorised):
    """A provider vouches for somebody whom nobody here knows."""

    code = "stranger"


class LoginNotBegun(Unauthorised):
    """What comes back from a provider was not begun in this browser, or too long ago."""

    code = "login_not_begun"


class ProviderRefused(Unauthorised):
    """A provider did not vouch for anybody, or not in a way that can be trusted."""

    code = "provider_refused"


class Forbidden(SkyrelayError):
    """The caller is known, and has no right to do this."""

    code = "forbidden"
    status = 403


class NeedsApproval(Forbidden):
    """The group wants an administrator of its own to approve this first."""

    code = "needs_approval"


class NotFound(SkyrelayError):
    """It does not exist, or the caller may not know that it does: the two are answered alike."""

    code = "not_found"
    status = 404


class NotAvailableHere(NotFound):
    """As :class:`NotFound`, on the routes where SkyPortal answers 400."""

    status = 400


class Conflict(SkyrelayError):
    """The state of things does not allow this change now."""

    code = "conflict"
    status = 409


class TooLarge(SkyrelayError):
    """The upload is larger than the limit."""

    code = "too_large"
    status = 413


class TooMany(SkyrelayError):
    """This client asks too often; ``retry_after_s`` among the details says when to come back."""

    code = "rate_limited"
    status = 429


class NotImplementedHere(SkyrelayError):
    """SkyPortal has it, Skyrelay leaves it out; the sentence says what to use instead."""

    code = "not_implemented"
    status = 501


class Unavailable(SkyrelayError):
    """A part that is needed does not answer; nothing was changed."""

    code = "unavailable"
    status = 503
