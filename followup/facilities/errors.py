"""What can go wrong at a facility, by what the caller can do about it."""

from __future__ import annotations

from app.errors import SkyrelayError


class FacilityError(SkyrelayError):
    """The facility did not do what was asked."""

    code = "facility_error"
    status = 502


class FacilityRefused(FacilityError):
    """The facility understood and said no (400): the same request will be refused again.

    ``errors`` are the facility's own field errors, nested as it gave them.
    """

    code = "facility_refused"
    status = 400

    def __init__(self, message: str, errors: object) -> None:
        super().__init__(message, errors=errors)
        self.errors = errors


class FacilityCredentials(FacilityError):
    """The facility does not accept the credentials (401 to 403): somebody must renew them; nothing was done."""

    code = "facility_credentials"


class FacilityRequestUnknown(FacilityError):
    """The facility does not know this request (404)."""

    code = "facility_request_unknown"
    status = 404


class FacilityUnreachable(FacilityError):
    """The facility did not answer, or is down or busy (5xx, 429): nothing was done, try again later.

    ``retry_after_s`` is what the facility asked for, if it did.
    """

    code = "facility_unreachable"
    status = 503

    def __init__(self, message: str, retry_after_s: float | None = None) -> None:
        super().__init__(message, retry_after_s=retry_after_s)
        self.retry_after_s = retry_after_s


class OutcomeUnknown(FacilityError):
    """A submission may or may not have arrived: look for its tag before anything else is tried."""

    code = "facility_outcome_unknown"
    status = 503


class FacilityUnsupported(FacilityError):
    """This facility cannot do this at all (see its capabilities)."""

    code = "facility_unsupported"
    status = 409


class ConnectionForbidden(Exception):
    """A connection off loopback was about to be opened for a simulated facility; it was not."""
