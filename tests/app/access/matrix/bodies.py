"""The bodies and queries of requests where their models alone do not say enough; ``@name`` is a row of the team's."""

from __future__ import annotations

from typing import Any

from tests.app.access.matrix.values import NOON, PASSWORD, SOON

_PLACE = {"id": "@obj", "ra": 10.0, "dec": 20.0}
_SHARED = {"selection": {"rows": {"spectrum": ["@spectrum"]}}, "group_ids": ["@other_group"]}
_TERMS = {"products": {"photometry": {"circles": [{"who": "everybody", "after_days": 30}]}}}
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAEUlEQVR4nGNgGAWjYBSMAggAAAQQAAGFP4iKAAAAAElFTkSuQmCC"
BODIES: dict[tuple[str, str], Any] = {
    ("POST", "/api/candidates"): _PLACE | {"filter_ids": ["@filter"], "passed_at": NOON},
    ("POST", "/api/sources"): _PLACE | {"group_ids": ["@group"]},
    ("POST", "/api/photometry"): {
        "obj_id": "@obj", "instrument_id": "@instrument", "filter": "sdssr", "mjd": [60010.0], "mag": [19.0],
        "magerr": [0.05], "limiting_mag": 20.5, "group_ids": ["@group"],
    },
    ("POST", "/api/classification"): {
        "obj_id": "@obj", "classification": "Supernova", "taxonomy_id": "@taxonomy", "group_ids": ["@group"],
    },
    ("PUT", "/api/classification/{classification_id}"): {"probability": 0.5},
    ("PATCH", "/api/sources/{obj_id}"): {"redshift": 0.5},
    ("DELETE", "/api/sources/{obj_id}"): {"group_id": "@group"},
    ("POST", "/api/source_groups"): {"objId": "@obj", "inviteGroupIds": ["@group"]},
    ("PATCH", "/api/photometry/{photometry_id}"): {"mag": 18.0, "magerr": 0.1},
    ("POST", "/api/thumbnail"): {"obj_id": "@obj", "data": _PIXEL, "ttype": "ref"},
    ("POST", "/api/groups/{group_id}/usersFromGroups"): {"fromGroupIDs": ["@other_group"]},
    ("POST", "/api/groups/{group_id}/users"): {"userID": "@newcomer"},
    ("PATCH", "/api/groups/{group_id}/users"): {"userID": "@user", "canSave": False},
    ("POST", "/api/groups/{group_id}/streams"): {"stream_id": "@second_stream"},
    ("PUT", "/api/groups/{group_id}"): {"name": "probe"},
    ("POST", "/api/instrument"): {"name": "probe", "type": "imager", "telescope_id": "@telescope"},
    ("POST", "/api/internal/shares/plan"): _SHARED,
    ("POST", "/api/internal/shares"): _SHARED,
    ("DELETE", "/api/internal/shares"): _SHARED,
    ("POST", "/api/internal/share_requests/{share_request_id}"): {"answer": "refuse", "reason": "probe"},
    ("PUT", "/api/internal/groups/{group_id}/guests/{user_id}"): {"until": SOON},
    ("PUT", "/api/internal/groups/{group_id}/approvals"): {"approves_in": True},
    ("POST", "/api/login"): {"username": "ann", "password": PASSWORD},
    ("POST", "/api/policies"): {"name": "probe", "group_id": "@group", "document": _TERMS},
    ("POST", "/api/policies/preview"): {"document": _TERMS, "group_id": "@group"},
    ("POST", "/api/policies/{policy_id}/versions"): {"document": _TERMS},
    ("POST", "/api/policies/{policy_id}/attachments"): {"allocation_id": "@allocation"},
    ("POST", "/api/policies/{policy_id}/retroactive"): {"from_versions": [1], "to_version": 2, "why": "probe"},
    ("POST", "/api/publications"): {"title": "probe", "obj_ids": ["@obj"], "group_id": "@group"},
    ("POST", "/api/publications/{publication_id}/stage"): {"stage": "announced"},
    ("PUT", "/api/publications/builders/{group_id}"): {"builders": [{"user_id": "@user"}]},
    ("PUT", "/api/publications/{publication_id}/authors"): {"authors": [{"user_id": "@user"}]},
    ("POST", "/api/publications/{publication_id}/authors/me"): {"authorship": "opted_in"},
    ("PUT", "/api/publications/rules/{group_id}"): {"claim_days": 30},
    ("PUT", "/api/publications/{publication_id}/data_sets/{data_set_id}/readers"): {"group_ids": []},
    ("PUT", "/api/publications/{publication_id}/data_sets/{data_set_id}/doi"): {"doi": "10.5281/zenodo.1"},
    ("POST", "/api/publications/overlaps/{overlap_id}/answer"): {
        "publication_id": "@claim", "outcome": "joint", "why": "probe",
    },
    ("POST", "/api/publications/overlaps/{overlap_id}/decision"): {"outcome": "joint", "why": "probe"},
    ("POST", "/api/publications/{publication_id}/people"): {"user_id": "@newcomer"},
    ("POST", "/api/publications/{publication_id}/people/me"): {"reply": "accepted"},
    ("PATCH", "/api/publications/{publication_id}"): {"title": "probe"},
    ("PUT", "/api/conduct/settings/{group_id}"): {"enabled": False},
    ("POST", "/api/conduct/members"): {"collaboration_id": "@group", "group_id": "@other_group"},
    ("POST", "/api/conduct/{entry_id}/appeal"): {"reason": "probe"},
    ("POST", "/api/conduct/{entry_id}/review"): {"verdict": "upheld", "why": "probe"},
    ("POST", "/api/obligations/{obligation_id}/state"): {"state": "requested"},
    ("POST", "/api/followup_request"): {
        "obj_id": "@obj", "allocation_id": "@allocation", "target_group_ids": ["@group"],
        "payload": {"observation_choices": ["rp"], "exposure_time": 60, "exposure_counts": 1, "priority": 3},
    },
    ("POST", "/api/triggers"): {
        "obj_id": "@obj", "group_id": "@group", "allocation_ids": ["@allocation"], "deadline": SOON,
        "filters": [{"filter": "sdssr", "exposure_time_s": 60, "exposures": 1}],
    },
    ("POST", "/api/telescope"): {"name": "probe", "nickname": "probe", "diameter": 1.0, "lat": 10.0, "lon": 20.0,
                                 "elevation": 100.0},
    ("POST", "/api/taxonomy"): {"name": "probe", "version": "1", "hierarchy": {"class": "A"}, "group_ids": ["@group"]},
    ("POST", "/api/user"): {"username": "probe"},
    ("PATCH", "/api/user/{user_id}"): {"expirationDate": "2030-01-01"},
}  # fmt: skip
BODIES |= {
    ("POST", "/api/webhook/obj_analysis/{code}"): {"status": "success", "analysis": {}},
    ("PATCH", "/api/group_admission_requests/{request_id}"): {"status": "declined"},
    ("POST", "/api/group_admission_requests"): {"groupID": "@other_group", "userID": "@watcher"},
    ("POST", "/api/sources/{obj_id}/copy_photometry"): {"origin_id": "@obj", "group_ids": ["@group"]},
    ("POST", "/api/sources/{obj_id}/host"): {"galaxyName": "probe"},
    ("PUT", "/api/observing_run/{run_id}/not_observed"): {"current_status": "pending", "new_status": "not observed"},
    ("POST", "/api/public_pages/release"): {"name": "probe", "link_name": "probe", "group_ids": ["@group"]},
    ("PATCH", "/api/public_pages/release/{release_id}"): {"name": "probe", "group_ids": ["@group"]},
    ("PUT", "/api/internal/password"): {"new": "probe of a long password"},
    ("POST", "/api/sharing_service/submission"): {
        "obj_id": "@published", "sharing_service_id": "@sharing_service", "publishers": "probe", "publish_to_tns": True,
        "archival": True, "archival_comment": "probe",
    },
    ("PATCH", "/api/source_groups/{obj_id}"): {"groupID": "@group", "active": False, "requested": False},
    ("POST", "/api/spatial_catalog"): {
        "catalog_name": "Probe", "catalog_data": {"name": ["a"], "ra": [1], "dec": [2], "radius": [1]},
    },
    ("POST", "/api/spatial_catalog/ascii"): {
        "catalogName": "Probe", "catalogData": "name,ra,dec,radius\na,1,2,1\n",
    },
    ("POST", "/api/facility"): {"followup_request_id": "@followup_request", "new_status": "probe"},
    ("POST", "/api/default_followup_request"): {
        "allocation_id": "@allocation", "default_followup_name": "probe", "target_group_ids": ["@group"],
        "payload": {"observation_choices": ["rp"], "exposure_time": 60, "exposure_counts": 1, "priority": 3},
        "source_filter": {"group_id": "@group"},
    },
    ("POST", "/api/sources/{obj_id}/interests"): {"title": "probe"},
    ("PUT", "/api/sharing_service"): {
        "name": "probe", "owner_group_ids": ["@group"], "instrument_ids": ["@instrument"], "testing": True,
    },
    ("PUT", "/api/sharing_service/{service_id}"): {"name": "probe"},
    ("POST", "/api/candidates/scan_reports"): {
        "group_ids": ["@group"], "saved_candidates_window_hours": 24,
        "passed_filters_range": {"start_date": "2025-01-01", "end_date": "2026-06-01"},
    },
    ("POST", "/api/spectrum/bulk"): {"group_id": "@group"},
    ("POST", "/api/spectra/bulk"): {"obj_ids": ["@obj"]},
    ("POST", "/api/listing"): {"obj_id": "@obj", "list_name": "rejected_candidates"},
    ("PATCH", "/api/listing/{number}"): {"list_name": "rejected_candidates"},
    ("POST", "/api/assignment"): {"run_id": "@spare_run", "obj_id": "@obj", "priority": "1"},
    ("POST", "/api/invitation/{code}"): {"username": "probe", "password": PASSWORD},
    ("POST", "/api/photometric_series"): {
        "data": {"mjd": [60100.0, 60100.1], "mag": [19.0, 19.2], "magerr": [0.05, 0.05]}, "series_name": "probe",
        "series_obj_id": "probe", "obj_id": "@obj", "instrument_id": "@instrument", "group_ids": ["@group"],
        "ra": 10.0, "dec": 20.0, "exp_time": 30.0, "filter": "sdssr",
    },
    ("PATCH", "/api/photometric_series/{series_id}"): {"series_name": "probe"},
    ("PATCH", "/api/internal/profile"): {"bio": "A probe of the matrix."},
    ("PATCH", "/api/internal/profile/{user_id}"): {"bio": "A probe of the matrix."},
    ("POST", "/api/sharing"): {"groupIDs": ["@spare_group"], "photometryIDs": ["@photometry"]},
    ("PUT", "/api/sharing_service/{service_id}/group/{group_id}"): {"auto_share_to_tns": True},
    ("POST", "/api/streams/{stream_id}/users"): {"user_id": "@bystander"},
    ("DELETE", "/api/listing"): {"obj_id": "@obj", "list_name": "favorites"},
    ("POST", "/api/shifts/{shift_id}/users"): {"userID": "@admin"},
    ("DELETE", "/api/objtag/{association_id}"): {"group_ids": ["@group"]},
    ("POST", "/api/objtagoption"): {"name": "Probe"},
    ("PATCH", "/api/objtagoption/{tag_id}"): {"name": "Probe"},
    ("PUT", "/api/instrument/{instrument_id}/status"): {"status": {"probe": 1}},
}  # fmt: skip
for _method in ("POST", "DELETE"):
    _whom = "@user" if _method == "POST" else "@admin"
    BODIES[(_method, "/api/sharing_service/{service_id}/group/{group_id}/auto_publisher")] = {"user_ids": [_whom]}
    BODIES[(_method, "/api/sources/{obj_id}/labels")] = {"groupIds": ["@group"]}
for _name in ("spectrum", "spectra"):
    BODIES[("POST", f"/api/{_name}/synthphot/{{spectrum_id}}")] = {"filters": ["sdssr"]}
BODIES[("PUT", "/api/photometry")] = BODIES[("POST", "/api/photometry")]
QUERIES: dict[tuple[str, str], dict[str, Any]] = {
    ("GET", "/api/access/explain"): {"kind": "spectrum", "id": "@spectrum"},
    ("GET", "/api/access/readers"): {"kind": "spectrum", "id": "@spectrum"},
    ("DELETE", "/api/sources/{obj_id}/comments/channels"): {"channel": "talk"},
    ("GET", "/api/unsourced_finder"): {"location_type": "pos", "ra": 10.0, "dec": 20.0},
    ("GET", "/api/instrument/{allocation_id}/external_api"): {"startDate": NOON, "endDate": SOON},
    ("GET", "/api/policies/{policy_id}/differences"): {"from": 1, "to": 1},
    ("GET", "/api/policies/governing"): {"kind": "photometry", "id": "@photometry"},
    ("GET", "/api/withheld"): {"obj_id": "@obj"},
    ("GET", "/api/conduct/scores"): {"collaboration_id": "@group"},
    ("GET", "/api/conduct/effects"): {"group_id": "@group"},
    ("GET", "/api/terms"): {"obj_id": "@obj"},
    ("GET", "/api/sharing_service/submission"): {"sharing_service_id": "@sharing_service"},
    ("GET", "/api/sharing_service/submission/{submission_id}"): {"sharing_service_id": "@sharing_service"},
    ("GET", "/api/shifts/summary"): {"startDate": NOON, "endDate": "2026-01-20T00:00:00"},
    ("GET", "/api/weather"): {"telescope_id": "@telescope"},
    ("GET", "/api/internal/plot/airmass/objtel/{obj_id}/{telescope_id}"): {"time": NOON},
}
