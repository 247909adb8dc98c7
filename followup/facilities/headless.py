"""TOM Toolkit without its web site: Django configured in code, no database, no settings module."""

from __future__ import annotations

import secrets
from functools import cache
from threading import Lock

import django
from django.conf import settings

_LOCK = Lock()
_APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "guardian",
    "tom_targets",
    "tom_observations",
    "tom_dataproducts",
)
FACILITY_CLASSES = (
    "tom_observations.facilities.lco.LCOFacility",
    "tom_observations.facilities.soar.SOARFacility",
    "tom_observations.facilities.blanco.BLANCOFacility",
)


def start_toolkit() -> None:
    """Make TOM Toolkit's facility classes importable; the first call takes about a second, later ones nothing.

    ``FACILITIES`` stays empty on purpose: addresses and credentials belong to an allocation and travel with
    each call.
    """
    with _LOCK:
        _start()


@cache
def _start() -> None:
    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=list(_APPS),
            DATABASES={},
            FACILITIES={},
            TOM_FACILITY_CLASSES=list(FACILITY_CLASSES),
            SECRET_KEY=secrets.token_urlsafe(32),
            USE_TZ=True,
            TIME_ZONE="UTC",
            LOGGING_CONFIG=None,
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
            SILENCED_SYSTEM_CHECKS=["guardian.W001"],
        )
    django.setup()
