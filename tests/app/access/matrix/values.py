"""What stands where in the requests of the matrix: ``@name`` is a row of the team's, see ``seeds``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

NOON = "2026-01-02T12:00:00"
SOON = (datetime.now(UTC) + timedelta(days=3)).isoformat()

PUBLIC = {
    "user", "instrument", "telescope", "taxonomy", "acl", "role", "policy", "stream", "policy_attachment",
    "other_group", "bystander", "newcomer", "tag", "catalog", "instrument_log", "page", "published",
    "admin", "watcher", "third_person", "third_group", "own_admission", "second_stream", "spare_stream",
    "spare_telescope", "spare_instrument", "spare_taxonomy", "spare_tag",
}  # fmt: skip
"""Rows that everybody logged in may know of: for them, present and absent may answer differently."""

PASSWORD = "a long word for the matrix"
SECRETS = {"webhook_code", "invitation_code"}
"""Secrets that open one thing to whoever has them; an outsider has another one."""

PLACES: dict[Any, Any] = {
    "acl_id": "Comment",
    "allocation_id": "@allocation",
    "annotation_id": "@annotation",
    "attachment_id": "@policy_attachment",
    "classification_id": "@classification",
    "comment_id": "@comment",
    "collaboration_id": "@group",
    "data_set_id": "@data_set",
    "entry_id": "@conduct_entry",
    "filter_id": "@filter",
    "frame_id": "@frame",
    "group_id": "@group",
    "instrument_id": "@instrument",
    "obj_id": "@obj",
    "obligation_id": "@obligation",
    "photometry_id": "@photometry",
    "policy_id": "@policy",
    "publication_id": "@publication",
    "request_id": "@followup_request",
    "role_id": "Full user",
    "stream_id": "@stream",
    "taxonomy_id": "@taxonomy",
    "telescope_id": "@telescope",
    "thumbnail_id": "@thumbnail",
    "token_id": "@token",
    "trigger_id": "@trigger",
    "upload_id": "@upload",
    "user_id": "@user",
    "analysis_id": "@analysis",
    "assignment_id": "@assignment",
    "association_id": "@association",
    "catalog_id": "@catalog",
    "interest_id": "@interest",
    "invitation_id": "@invitation",
    "item_id": "@item",
    "notification_id": "@notification",
    "number": "@listing",
    "overlap_id": "@overlap",
    "person_id": "@person",
    "passkey_id": "@passkey",
    "plot_number": 0,
    "release_id": "@release",
    "reminder_id": "@source_reminder",
    "report_id": "@report",
    "run_id": "@run",
    "series_id": "@series",
    "session_id": "@session",
    "service_id": "@service",
    "share_request_id": "@share_request",
    "shift_id": "@shift",
    "source_id": "@published",
    "spectrum_id": "@spectrum",
    "submission_id": "@submission",
    "super_obj_id": "@super_obj",
    "tag_id": "@tag",
    "team_id": "@team",
    "default_id": "@default_request",
    ("/api/webhook/obj_analysis/{code}", "code"): "@webhook_code",
    ("/api/obj/{obj_id}/analysis_upload/{service_id}", "service_id"): "@upload_service",
    **{(f"/api/invitation/{{code}}{end}", "code"): "@invitation_code" for end in ("", "/passkey")},
    **{
        (f"/api/analysis_service/{{service_id}}/default_analysis{end}", "default_id"): "@default_analysis"
        for end in ("", "/{default_id}")
    },
    **{
        (f"/api/{place}/{{key}}/{notes}", name): f"@{row}"
        for place, kind in (("spectra", "spectrum"), ("shift", "shift"), ("photometry", "photometry"))
        for notes, name, row in (
            ("annotations", "key", kind),
            ("annotations/{annotation_id}", "key", kind),
            ("annotations/{annotation_id}", "annotation_id", f"{kind}_annotation"),
            ("comments", "key", kind),
            ("comments/{comment_id}", "key", kind),
            ("comments/{comment_id}", "comment_id", f"{kind}_comment"),
            ("comments/{comment_id}/attachment", "key", kind),
            ("comments/{comment_id}/attachment", "comment_id", f"{kind}_comment"),
            ("comments/{comment_id}/attachment.pdf", "key", kind),
            ("comments/{comment_id}/attachment.pdf", "comment_id", f"{kind}_comment"),
            ("reminders", "key", kind),
            ("reminders/{reminder_id}", "key", kind),
            ("reminders/{reminder_id}", "reminder_id", f"{kind}_reminder"),
        )
    },
    **{
        (f"/api/sharing_service/{{service_id}}{end}", "service_id"): "@sharing_service"
        for end in (
            "", "/group/{group_id}", "/coauthor/{user_id}", "/group/{group_id}/auto_publisher",
            "/group/{group_id}/auto_publisher/{user_id}",
        )
    },
    ("/api/group_admission_requests/{request_id}", "request_id"): "@admission",
    ("DELETE", "/api/public_pages/source/{source_id}", "source_id"): "@page",
    ("POST", "/api/obligations/{obligation_id}/override", "obligation_id"): "@open_obligation",
    ("POST", "/api/policies/templates/{name}", "name"): "swift-too-like",
    ("DELETE", "/api/allocation/{allocation_id}", "allocation_id"): "@spare_allocation",
    ("DELETE", "/api/group_admission_requests/{request_id}", "request_id"): "@own_admission",
    ("DELETE", "/api/groups/{group_id}", "group_id"): "@spare_group",
    ("DELETE", "/api/groups/{group_id}/streams/{stream_id}", "group_id"): "@spare_group",
    ("DELETE", "/api/groups/{group_id}/streams/{stream_id}", "stream_id"): "@second_stream",
    ("DELETE", "/api/instrument/{instrument_id}", "instrument_id"): "@spare_instrument",
    ("DELETE", "/api/instrument/{instrument_id}/fields", "instrument_id"): "@spare_instrument",
    ("DELETE", "/api/telescope/{telescope_id}", "telescope_id"): "@spare_telescope",
    ("DELETE", "/api/taxonomy/{taxonomy_id}", "taxonomy_id"): "@spare_taxonomy",
    ("DELETE", "/api/streams/{stream_id}", "stream_id"): "@spare_stream",
    ("DELETE", "/api/objtagoption/{tag_id}", "tag_id"): "@spare_tag",
    ("DELETE", "/api/objs/{obj_id}", "obj_id"): "@spare_obj",
    ("POST", "/api/sources/{obj_id}/phot_stat", "obj_id"): "@published",
    ("POST", "/api/sources/{obj_id}/copy_photometry", "obj_id"): "@published",
    ("DELETE", "/api/sharing_service/{service_id}/group/{group_id}", "group_id"): "@spare_group",
    ("DELETE", "/api/sharing_service/{service_id}/coauthor/{user_id}", "user_id"): "@admin",
    ("DELETE", "/api/sharing_service/{service_id}/group/{group_id}/auto_publisher/{user_id}", "user_id"): "@admin",
}  # fmt: skip
"""By the name of the place, or by (path, name), or (method, path, name), where one name means several things."""

FIELDS: dict[str, Any] = {
    "obj_id": "@obj",
    "collaboration_id": "@group",
    "group_id": "@group",
    "group_ids": ["@group"],
    "groupIDs": ["@group"],
    "groupIds": ["@group"],
    "taxonomy_id": "@taxonomy",
    "allocation_id": "@allocation",
    "instrument_id": "@instrument",
    "telescope_id": "@telescope",
    "stream_id": "@stream",
    "user_id": "@user",
    "userID": "@user",
    "text": "probe",
    "name": "probe",
    "nickname": "probe",
    "description": "probe",
    "title": "probe",
    "reason": "probe",
    "version": "1",
    "origin": "probe",
    "data": {"probe": 1},
    "hours_allocated": 1.0,
    "diameter": 1.0,
    "acls": ["Comment"],
    "aclIds": ["Comment"],
    "roleIds": ["View only"],
    "username": "probe",
    "mjd": 60000.5,
    "filter": "sdssr",
    "run_id": "@run",
    "priority": "1",
    "groupID": "@group",
    "level": "soft",
    "sourceId": "@obj",
    "url": "https://fit.example.org/",
    "authentication_type": "none",
    "analysis_type": "lightcurve_fitting",
    "input_data_types": ["photometry"],
    "userEmail": "probe@example.org",
    "list_name": "watchlist",
    "next_reminder": SOON,
    "viewed": True,
    "vote": 1,
    "calendar_date": "2026-12-24",
    "start_date": NOON,
    "end_date": "2026-01-02T20:00:00",
    "objtagoption_id": "@tag",
    "observed_at": NOON,
    "wavelengths": [4000.0, 5000.0, 6000.0, 7000.0],
    "fluxes": [1.0, 2.0, 3.0, 2.0],
    "ascii": "4000 1\n5000 2\n6000 3\n7000 2\n",
    "filename": "probe.txt",
    "log": {"probe": 1},
    "followup_request_id": "@followup_request",
    "requestIds": ["@followup_request"],
    "ceremony": "probe",
    "credential": {"id": "probe"},
}

_NOT_HERE = "left out: Skyrelay keeps no galaxy catalogue"
_BY_DEVICE = "an authenticator must sign; tests/e2e does it with a browser's"
NOBODY: dict[str, str] = {
    "GET /api/obj/analysis/{analysis_id}/corner": "left out: no corner plots are drawn",
    "GET /api/instrument/{allocation_id}/external_api": "the simulated observatories keep no log",
    "POST /api/sources/{obj_id}/host": _NOT_HERE,
    "DELETE /api/sources/{obj_id}/host": _NOT_HERE,
    "GET /api/publications/{publication_id}/data_sets/{data_set_id}/file": "made by the errands service",
    "PUT /api/publications/{publication_id}/data_sets/{data_set_id}/doi": "made by the errands service",
    "POST /api/publications/overlaps/{overlap_id}/decision": "takes the arbiter, and there is none here",
    "POST /api/conduct/{entry_id}/review": "takes an appeal, and its reviewer",
    "POST /api/policies/{policy_id}/retroactive": "takes the confirmation of its own plan; test_retroactive.py tries",
    "POST /api/internal/passkeys": _BY_DEVICE,
    "POST /api/login/passkey": _BY_DEVICE,
}
"""Routes that nobody gets answered with a success in the matrix, with the reason."""

_ONES_OWN = "one's own rows"
_ANYBODY = "makes a row that is the caller's own, or everybody's"
_COMPUTES = "computes or lists; keeps nothing"
_DOOR = "the door: who comes in gets what the secret opens"
NOT_OF_THE_TEAM: dict[str, str] = {
    "POST /api/groups": _ANYBODY,
    "POST /api/instrument/{instrument_id}/log": "instruments are everybody's; this adds a log",
    "PUT /api/instrument/{instrument_id}/status": "instruments are everybody's; whoever uploads says how one is",
    "POST /api/login": _DOOR,
    "POST /api/logout": _DOOR,
    "POST /api/login/passkey/options": _DOOR,
    "PATCH /api/internal/notifications/all": _ONES_OWN,
    "DELETE /api/internal/notifications/all": _ONES_OWN,
    "PATCH /api/internal/profile": _ONES_OWN,
    "POST /api/group_admission_requests": _ONES_OWN,
    "DELETE /api/group_admission_requests/{request_id}": _ONES_OWN,
    "POST /api/policies/templates/{name}": _COMPUTES,
    "POST /api/spatial_catalog": _ANYBODY,
    "POST /api/spatial_catalog/ascii": _ANYBODY,
    "POST /api/spectrum/parse/ascii": _COMPUTES,
    "POST /api/spectra/parse/ascii": _COMPUTES,
    "POST /api/spectrum/bulk": _COMPUTES,
    "POST /api/spectra/bulk": _COMPUTES,
    "POST /api/super_objs": _ANYBODY,
    "POST /api/objtagoption": _ANYBODY,
}
"""Routes that write and answer outsiders with success, and why that is none of the team's affair."""

EXTRAS: list[tuple[str, dict[str, Any]]] = [
    ("POST /api/group_admission_requests", {"groupID": "@group", "userID": "@bystander"}),
    ("DELETE /api/group_admission_requests/{request_id}", {"request_id": "@admission"}),
    ("POST /api/sharing", {"photometryIDs": [], "spectrumIDs": ["@spectrum"]}),
    ("POST /api/sharing", {"groupIDs": ["@other_group"]}),
    ("POST /api/super_objs", {"obj_ids": ["@obj"]}),
    *(
        ("GET /api/access/explain", {"kind": kind, "id": f"@{row}"})
        for kind, row in (("photometry", "photometry"), ("candidate", "candidate"), ("comment", "comment"))
    ),
    ("GET /api/access/readers", {"kind": "obj", "id": "@obj"}),
]
"""More requests, by the route and what differs, where one does not name all rows that could be named."""

TOLD_TO_ALL = {
    "GET /api/policies": {"group", "spare_group"},
    "GET /api/policies/{policy_id}": {"group", "spare_group"},
}
"""Ids of the team's that everybody may be told, by the route: agreements are for everybody to read, and the private
group whose they are stands there by its number, without its name."""

THEIR_OWN = {
    "users": ("bystander", "watcher", "third_person"),
    "group_admission_requests": ("own_admission",),
    "instruments": ("instrument",),
}
"""Rows that outsiders do change, by table: their own profiles and wishes, and how an instrument is (which whoever
uploads may say)."""
