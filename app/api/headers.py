"""What every answer tells browsers: what the page may load, and that nothing else may embed or guess it."""

from __future__ import annotations

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
"""Of the dashboard. Styles alone may be inline: the component library writes them into the page."""

DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
"""Of whatever else is answered, such as an attached file that a browser opens."""

YEAR_S = 365 * 24 * 3600


def secure(https: bool, policy: str) -> dict[str, str]:
    """Return the headers that protect an answer; over https also that the portal is never to be asked without."""
    said = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return said | ({"Strict-Transport-Security": f"max-age={YEAR_S}"} if https else {})
