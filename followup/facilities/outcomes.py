"""From the exceptions of requests and TOM Toolkit to what they mean for the caller."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from time import time

import requests
from django.core.exceptions import ValidationError
from tom_common.exceptions import ImproperCredentialsException
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError

from followup.facilities.errors import (
    FacilityCredentials,
    FacilityError,
    FacilityRefused,
    FacilityRequestUnknown,
    FacilityUnreachable,
    OutcomeUnknown,
)

EXPECTED = (
    requests.RequestException,
    ImproperCredentialsException,
    ValidationError,
    # an answer that is not what the portal's description promises
    AttributeError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)
"""What a call to a facility may raise: the network's, the toolkit's, and those of reading a malformed answer."""


def explain(problem: Exception, last: requests.Response | None, facility: str, *, submitting: bool) -> FacilityError:
    """Return the error to raise. While ``submitting``, whatever may hide an accepted request is
    ``OutcomeUnknown``.
    """
    if isinstance(problem, ImproperCredentialsException):
        return FacilityCredentials(f"{facility} does not accept the allocation's API key; renew it.")
    if isinstance(problem, ValidationError):
        errors = _body(last)
        return FacilityRefused(f"{facility} refused: {_sentence(errors)}", errors)
    if isinstance(problem, requests.HTTPError) and problem.response is not None:
        return _by_status(problem.response, facility, submitting=submitting)
    if isinstance(problem, requests.RequestException) and _never_sent(problem):
        return FacilityUnreachable(f"{facility} cannot be reached; try again later.")
    what = type(problem).__name__
    if submitting:
        return OutcomeUnknown(f"{facility}'s answer was lost ({what}); look for the tag before trying again.")
    return FacilityUnreachable(f"{facility} gave no usable answer ({what}); try again later.")


def _by_status(answer: requests.Response, facility: str, *, submitting: bool) -> FacilityError:
    status = answer.status_code
    if status == 429:
        wait_s = _retry_after_s(answer)
        return FacilityUnreachable(f"{facility} asks to slow down; try again later.", wait_s)
    if status == 404 and not submitting:
        return FacilityRequestUnknown(f"{facility} does not know this request.")
    if status >= 500 and submitting:
        return OutcomeUnknown(f"{facility} failed ({status}); look for the tag before trying again.")
    return FacilityUnreachable(f"{facility} answers {status}; try again later.", _retry_after_s(answer))


def _never_sent(problem: requests.RequestException) -> bool:
    """Tell whether no connection was made at all, so that nothing can have been submitted."""
    if isinstance(problem, requests.ConnectTimeout):
        return True
    inner = problem.args[0] if problem.args else None
    return isinstance(inner, MaxRetryError) and isinstance(inner.reason, NewConnectionError | ConnectTimeoutError)


def _retry_after_s(answer: requests.Response) -> float | None:
    """Read Retry-After: seconds, or an HTTP date (RFC 9110, section 10.2.3)."""
    text = answer.headers.get("Retry-After", "")
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time())
    except (TypeError, ValueError):
        return None


def _body(last: requests.Response | None) -> object:
    if last is None:
        return {}
    try:
        return last.json()
    except ValueError:
        return {"non_field_errors": [last.text[:500]]}


def _sentence(errors: object, path: str = "") -> str:
    """Flatten nested field errors into ``field.subfield: message; …``."""
    if isinstance(errors, dict):
        parts = (_sentence(value, f"{path}.{key}" if path else str(key)) for key, value in errors.items())
        return "; ".join(part for part in parts if part)
    if isinstance(errors, list):
        return "; ".join(part for part in (_sentence(value, path) for value in errors) if part)
    return f"{path}: {errors}" if path else str(errors)
