"""SkyPortal's ACLs and roles, by its names."""

from __future__ import annotations

SYSTEM_ADMIN = "System admin"

ACLS = (
    "Become user", "Classify", "Comment", "Annotate", "Manage users", "Manage sources", "Manage groups",
    "Manage shifts", "Manage instruments", "Manage Analysis Services", "Manage allocations",
    "Manage observing runs", "Manage telescopes", "Manage streams", "Post taxonomy", "Delete taxonomy",
    "Delete instrument", "Delete telescope", "Delete bulk photometry", "Manage Recurring APIs", "Run Analyses",
    SYSTEM_ADMIN, "Upload data", "Manage GCNs", "Bulk TNS Lookup",
)  # fmt: skip

_FULL_USER = (
    "Annotate", "Classify", "Comment", "Manage observing runs", "Manage groups", "Manage shifts", "Manage sources",
    "Upload data", "Run Analyses", "Post taxonomy", "Manage allocations",
)  # fmt: skip

ROLES: dict[str, tuple[str, ...]] = {
    "Super admin": ACLS,
    "Group admin": (*_FULL_USER, "Manage telescopes", "Manage instruments", "Delete bulk photometry"),
    "Full user": _FULL_USER,
    "View only": (),
}
