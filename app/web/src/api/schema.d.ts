// Made by `npm run types`; not edited by hand.
export interface paths {
    "/api/access/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explain who may read a row, and why. */
        get: operations["get_api_access_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/acls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ACLs. */
        get: operations["get_api_acls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/allocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the allocations of the caller's groups. */
        get: operations["get_api_allocation"];
        put?: never;
        /**
         * Make an allocation of a group that the caller administers.
         * @description Needs the ACL 'Manage allocations'.
         */
        post: operations["post_api_allocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/allocation/{allocation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one allocation with a page of its follow-up requests. */
        get: operations["get_api_allocation_allocation_id_int"];
        /**
         * Change an allocation; a new credential replaces the old one.
         * @description Needs the ACL 'Manage allocations'.
         */
        put: operations["put_api_allocation_allocation_id_int"];
        post?: never;
        /**
         * Delete an allocation that was never used.
         * @description Needs the ACL 'Manage allocations'.
         */
        delete: operations["delete_api_allocation_allocation_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/allocation/{allocation_id}/facility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return which facility an allocation uses and how it is set up; the credential is no part of it. */
        get: operations["get_api_allocation_allocation_id_int_facility"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one page of candidates, latest passage first. */
        get: operations["get_api_candidates"];
        put?: never;
        /**
         * Post a candidate; posting it again changes nothing.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_candidates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/{obj_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one candidate (by HEAD: whether there is one). */
        get: operations["get_api_candidates_obj_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/{obj_id}/{filter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete the passages of an obj through one filter.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_candidates_obj_id_filter_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one page of all classifications that one may read. */
        get: operations["get_api_classification"];
        put?: never;
        /**
         * Classify a source, or several in one go.
         * @description Needs the ACL 'Classify'.
         */
        post: operations["post_api_classification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the ids of classified objs. */
        get: operations["get_api_classification_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/{classification_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one classification. */
        get: operations["get_api_classification_classification_id_int"];
        /**
         * Change a classification.
         * @description Needs the ACL 'Classify'.
         */
        put: operations["put_api_classification_classification_id_int"];
        post?: never;
        /**
         * Delete a classification.
         * @description Needs the ACL 'Classify'.
         */
        delete: operations["delete_api_classification_classification_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return what of this installation's settings concerns its clients. */
        get: operations["get_api_config"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/db_stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return how much there is of what; of photometry the planner's estimate, since counting it takes long.
         * @description Needs the ACL 'System admin'.
         */
        get: operations["get_api_db_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enum_types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the values that fields accept, by SkyPortal's names of the lists. */
        get: operations["get_api_enum_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the telescopes that your groups may trigger, as they were last seen. */
        get: operations["get_api_facilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the filters of the caller's groups. */
        get: operations["get_api_filters"];
        put?: never;
        /**
         * Make a filter of a group that the caller administers.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_filters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/filters/{filter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one filter. */
        get: operations["get_api_filters_filter_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a filter of a group that the caller administers.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_filters_filter_id_int"];
        options?: never;
        head?: never;
        /**
         * Change a filter of a group that the caller administers.
         * @description Needs the ACL 'Upload data'.
         */
        patch: operations["patch_api_filters_filter_id_int"];
        trace?: never;
    };
    "/api/followup_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List follow-up requests. */
        get: operations["get_api_followup_request"];
        put?: never;
        /**
         * Submit a follow-up request to one allocation.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_followup_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup_request/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one follow-up request. */
        get: operations["get_api_followup_request_request_id_int"];
        put?: never;
        post?: never;
        /**
         * Withdraw a follow-up request.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_followup_request_request_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's groups and those that the caller may know of; with ``name``, the bare list of matches. */
        get: operations["get_api_groups"];
        put?: never;
        /**
         * Make a group; the caller becomes an administrator of it.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_groups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the group that everybody is in. */
        get: operations["get_api_groups_public"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one group with its streams, filters and members. */
        get: operations["get_api_groups_group_id_int"];
        /**
         * Change a group.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_groups_group_id_int"];
        post?: never;
        /**
         * Delete a group that holds no data.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_groups_group_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{group_id}/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a group filter a stream that every member has.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_groups_group_id_int_streams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{group_id}/streams/{stream_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a stream from a group.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_groups_group_id_int_streams_stream_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{group_id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a user, who needs every stream of the group, to a group.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_groups_group_id_int_users"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what a member may do.
         * @description Needs the ACL 'Upload data'.
         */
        patch: operations["patch_api_groups_group_id_int_users"];
        trace?: never;
    };
    "/api/groups/{group_id}/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a member, or leave. */
        delete: operations["delete_api_groups_group_id_int_users_user_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{group_id}/usersFromGroups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add everybody from other groups.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_groups_group_id_int_usersfromgroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether the portal and its database answer. */
        get: operations["get_api_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingest/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the quarantined packets of the runs that one may read, the latest first. */
        get: operations["get_api_ingest_quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ingest/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the runs of the streams that one subscribes to, the latest first. */
        get: operations["get_api_ingest_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instrument": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the instruments. */
        get: operations["get_api_instrument"];
        put?: never;
        /**
         * Make an instrument; its filters are names of known bandpasses.
         * @description Needs the ACL 'Manage instruments'.
         */
        post: operations["post_api_instrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instrument/{instrument_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one instrument with its telescope. */
        get: operations["get_api_instrument_instrument_id_int"];
        /**
         * Change an instrument.
         * @description Needs the ACL 'Manage instruments'.
         */
        put: operations["put_api_instrument_instrument_id_int"];
        post?: never;
        /**
         * Delete an instrument that nothing needs.
         * @description Needs the ACL 'Manage instruments'.
         */
        delete: operations["delete_api_instrument_instrument_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/dbinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the database's version, and whether the caller sees any source. */
        get: operations["get_api_internal_dbinfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the caller's profile; its permissions are those of the token or session in use. */
        get: operations["get_api_internal_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the caller's profile; preferences are merged into those that are there. */
        patch: operations["patch_api_internal_profile"];
        trace?: never;
    };
    "/api/internal/profile/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change somebody's profile; for another's one needs the ACL "Manage users". */
        patch: operations["patch_api_internal_profile_user_id_int"];
        trace?: never;
    };
    "/api/internal/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's tokens, for an administrator everybody's. */
        get: operations["get_api_internal_tokens"];
        put?: never;
        /** Make a token; the answer carries its secret, which is kept nowhere. */
        post: operations["post_api_internal_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one token, without its secret. */
        get: operations["get_api_internal_tokens_token_id"];
        /** Change a token's name or ACLs. */
        put: operations["put_api_internal_tokens_token_id"];
        post?: never;
        /** Delete a token. */
        delete: operations["delete_api_internal_tokens_token_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a browser in; the answer sets the session's cookie. */
        post: operations["post_api_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log this browser out. */
        post: operations["post_api_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what one owes and what one is owed, the open ones first. */
        get: operations["get_api_obligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligation_id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Request, offer, notify or include (the debtor); grant, refuse, opt in or out, waive (the creditor). */
        post: operations["post_api_obligations_obligation_id_int_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the OpenAPI 3.1 document of this server, in the envelope. */
        get: operations["get_api_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photometry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Store photometry; points that exist are answered with their ids, and shared as asked.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_photometry"];
        /**
         * Store photometry; a bad or known point makes the whole upload fail.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_photometry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photometry/bulk_delete/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete what one upload stored.
         * @description Needs the ACL 'Delete bulk photometry'.
         */
        delete: operations["delete_api_photometry_bulk_delete_upload_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photometry/range": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return photometry by observing time and instrument; the filters are in the body, as SkyPortal has it. */
        get: operations["get_api_photometry_range"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photometry/{photometry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one point. */
        get: operations["get_api_photometry_photometry_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a point of one's own, or of a group that one administers.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_photometry_photometry_id_int"];
        options?: never;
        head?: never;
        /**
         * Change a point of one's own, or of a group that one administers; what a policy withholds is answered beside.
         * @description Needs the ACL 'Upload data'.
         */
        patch: operations["patch_api_photometry_photometry_id_int"];
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every policy: agreements can be read by everybody who is logged in. */
        get: operations["get_api_policies"];
        put?: never;
        /** Make a policy of a group that one is an admin of. */
        post: operations["post_api_policies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Validate a document and say in plain sentences what it means; writes nothing. */
        post: operations["post_api_policies_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the JSON Schema of a policy document. */
        get: operations["get_api_policies_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the templates, each modelled on terms that real teams use. */
        get: operations["get_api_policies_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{policy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one policy with its versions and attachments. */
        get: operations["get_api_policies_policy_id_int"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{policy_id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the policy govern an allocation, an instrument, a stream or a group, from the next data on. */
        post: operations["post_api_policies_policy_id_int_attachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{policy_id}/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an attachment: data that exist keep their policy. */
        delete: operations["delete_api_policies_policy_id_int_attachments_attachment_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{policy_id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say in plain sentences what changes between two versions. */
        get: operations["get_api_policies_policy_id_int_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{policy_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the next version, for new data; what exists keeps its version. */
        post: operations["post_api_policies_policy_id_int_versions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the publications that one may know of, the newest first. */
        get: operations["get_api_publications"];
        put?: never;
        /** Open a publication: an idea that its group alone knows of, with what it would owe. */
        post: operations["post_api_publications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications/{publication_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return a publication with what it owes now. */
        get: operations["get_api_publications_publication_id_int"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publications/{publication_id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a publication on; it cannot be submitted while a required obligation is open. */
        post: operations["post_api_publications_publication_id_int_stage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List releases: for a holder those to come and done, for a receiver those done. */
        get: operations["get_api_releases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the roles with their ACLs. */
        get: operations["get_api_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source_exists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether there is a source in the cone. */
        get: operations["get_api_source_exists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source_exists/{obj_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether there is a source of this name, else whether there is one in the cone. */
        get: operations["get_api_source_exists_obj_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source_groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save a source to groups, and unsave it from others.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_source_groups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one page of saved sources, or with ``saveSummary`` of the records of saving. */
        get: operations["get_api_sources"];
        put?: never;
        /**
         * Save a source to groups.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_sources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one source (by HEAD: whether there is one). */
        get: operations["get_api_sources_obj_id"];
        put?: never;
        post?: never;
        /**
         * Unsave a source from a group.
         * @description Needs the ACL 'Manage sources'.
         */
        delete: operations["delete_api_sources_obj_id"];
        options?: never;
        head?: never;
        /**
         * Change columns of a source.
         * @description Needs the ACL 'Upload data'.
         */
        patch: operations["patch_api_sources_obj_id"];
        trace?: never;
    };
    "/api/sources/{obj_id}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the annotations of a source. */
        get: operations["get_api_sources_obj_id_annotations"];
        put?: never;
        /**
         * Annotate a source.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_sources_obj_id_annotations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/annotations/{annotation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one annotation. */
        get: operations["get_api_sources_obj_id_annotations_annotation_id_int"];
        /**
         * Change an annotation.
         * @description Needs the ACL 'Annotate'.
         */
        put: operations["put_api_sources_obj_id_annotations_annotation_id_int"];
        post?: never;
        /**
         * Delete an annotation.
         * @description Needs the ACL 'Annotate'.
         */
        delete: operations["delete_api_sources_obj_id_annotations_annotation_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/classifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the classifications of a source. */
        get: operations["get_api_sources_obj_id_classifications"];
        put?: never;
        post?: never;
        /**
         * Delete those classifications of a source that one may delete.
         * @description Needs the ACL 'Classify'.
         */
        delete: operations["delete_api_sources_obj_id_classifications"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the comments on a source. */
        get: operations["get_api_sources_obj_id_comments"];
        put?: never;
        /**
         * Comment on a source.
         * @description Needs the ACL 'Comment'.
         */
        post: operations["post_api_sources_obj_id_comments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one comment. */
        get: operations["get_api_sources_obj_id_comments_comment_id_int"];
        /**
         * Change a comment.
         * @description Needs the ACL 'Comment'.
         */
        put: operations["put_api_sources_obj_id_comments_comment_id_int"];
        post?: never;
        /**
         * Delete a comment.
         * @description Needs the ACL 'Comment'.
         */
        delete: operations["delete_api_sources_obj_id_comments_comment_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/comments/{comment_id}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the file attached to a comment, to whoever may read the comment. */
        get: operations["get_api_sources_obj_id_comments_comment_id_int_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/comments/{comment_id}/attachment.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the same file; some viewers want the ending. */
        get: operations["get_api_sources_obj_id_comments_comment_id_int_attachment_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the groups that a source is saved to, or requested for. */
        get: operations["get_api_sources_obj_id_groups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/photometry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the photometry of a source. */
        get: operations["get_api_sources_obj_id_photometry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the streams that the caller subscribes to. */
        get: operations["get_api_streams"];
        put?: never;
        /**
         * Make a stream.
         * @description Needs the ACL 'System admin'.
         */
        post: operations["post_api_streams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/streams/{stream_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one stream. */
        get: operations["get_api_streams_stream_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a stream that no filter uses.
         * @description Needs the ACL 'System admin'.
         */
        delete: operations["delete_api_streams_stream_id_int"];
        options?: never;
        head?: never;
        /**
         * Change a stream.
         * @description Needs the ACL 'System admin'.
         */
        patch: operations["patch_api_streams_stream_id_int"];
        trace?: never;
    };
    "/api/streams/{stream_id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a user a stream; without being an administrator: oneself, and one that anybody may join. */
        post: operations["post_api_streams_stream_id_int_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/streams/{stream_id}/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a stream from a user.
         * @description Needs the ACL 'System admin'.
         */
        delete: operations["delete_api_streams_stream_id_int_users_user_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sysinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say what was deployed. */
        get: operations["get_api_sysinfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say what runs here: versions, address, demo or not. */
        get: operations["get_api_system"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/taxonomy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the taxonomies that the caller may use. */
        get: operations["get_api_taxonomy"];
        put?: never;
        /**
         * Post a taxonomy.
         * @description Needs the ACL 'Post taxonomy'.
         */
        post: operations["post_api_taxonomy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/taxonomy/{taxonomy_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one taxonomy. */
        get: operations["get_api_taxonomy_taxonomy_id_int"];
        /**
         * Change what is said about a taxonomy.
         * @description Needs the ACL 'Post taxonomy'.
         */
        put: operations["put_api_taxonomy_taxonomy_id_int"];
        post?: never;
        /**
         * Delete a taxonomy that no classification uses.
         * @description Needs the ACL 'Delete taxonomy'.
         */
        delete: operations["delete_api_taxonomy_taxonomy_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/telescope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the telescopes. */
        get: operations["get_api_telescope"];
        put?: never;
        /**
         * Make a telescope.
         * @description Needs the ACL 'Manage telescopes'.
         */
        post: operations["post_api_telescope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/telescope/{telescope_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one telescope. */
        get: operations["get_api_telescope_telescope_id_int"];
        /**
         * Change a telescope.
         * @description Needs the ACL 'Manage telescopes'.
         */
        put: operations["put_api_telescope_telescope_id_int"];
        post?: never;
        /**
         * Delete a telescope that carries no instrument.
         * @description Needs the ACL 'Manage telescopes'.
         */
        delete: operations["delete_api_telescope_telescope_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a thumbnail.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_thumbnail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/thumbnail/{thumbnail_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return what a thumbnail is of. */
        get: operations["get_api_thumbnail_thumbnail_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a thumbnail.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_thumbnail_thumbnail_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/thumbnail/{thumbnail_id}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the picture, to whoever may read the thumbnail. */
        get: operations["get_api_thumbnail_thumbnail_id_int_image"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List triggers with their attempts. */
        get: operations["get_api_triggers"];
        put?: never;
        /**
         * Ask for follow-up of a source, by whichever of these telescopes can.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_triggers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/triggers/{trigger_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one trigger with its attempts and its history. */
        get: operations["get_api_triggers_trigger_id_int"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/triggers/{trigger_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a trigger, with a reason.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_triggers_trigger_id_int_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users. */
        get: operations["get_api_user"];
        put?: never;
        /**
         * Make a user.
         * @description Needs the ACL 'Manage users'.
         */
        post: operations["post_api_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one user. */
        get: operations["get_api_user_user_id_int"];
        put?: never;
        post?: never;
        /**
         * End an account now; what the person wrote stays.
         * @description Needs the ACL 'Manage users'.
         */
        delete: operations["delete_api_user_user_id_int"];
        options?: never;
        head?: never;
        /**
         * Let an account end at a time, or never.
         * @description Needs the ACL 'Manage users'.
         */
        patch: operations["patch_api_user_user_id_int"];
        trace?: never;
    };
    "/api/user/{user_id}/acls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give ACLs to a user.
         * @description Needs the ACL 'Manage users'.
         */
        post: operations["post_api_user_user_id_int_acls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/{user_id}/acls/{acl_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an ACL from a user.
         * @description Needs the ACL 'Manage users'.
         */
        delete: operations["delete_api_user_user_id_int_acls_acl_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/{user_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give roles to a user.
         * @description Needs the ACL 'Manage users'.
         */
        post: operations["post_api_user_user_id_int_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/{user_id}/roles/{role_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a role from a user.
         * @description Needs the ACL 'Manage users'.
         */
        delete: operations["delete_api_user_user_id_int_roles_role_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Log a browser in by a one-time link, and go to the dashboard. */
        get: operations["get_login_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AclView
         * @description One ACL.
         */
        AclView: {
            /** Id */
            id: string;
        };
        /**
         * AclsBody
         * @description ACLs to give.
         */
        AclsBody: {
            /** Aclids */
            aclIds: string[];
        };
        /**
         * AllocationAnswer
         * @description One allocation, and how many follow-up requests it has.
         */
        AllocationAnswer: {
            allocation: components["schemas"]["AllocationDetail"];
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * AllocationBody
         * @description A new allocation.
         */
        AllocationBody: {
            /**
             * Altdata
             * @default null
             */
            _altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Allocation Admin Ids
             * @default null
             */
            allocation_admin_ids: number[] | null;
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Default Share Group Ids
             * @default null
             */
            default_share_group_ids: number[] | null;
            /**
             * Facility
             * @default null
             */
            facility: string | null;
            /**
             * Facility Config
             * @default null
             */
            facility_config: {
                [key: string]: unknown;
            } | null;
            /** Group Id */
            group_id: number;
            /** Hours Allocated */
            hours_allocated: number;
            /** Instrument Id */
            instrument_id: number;
            /**
             * Pi
             * @default null
             */
            pi: string | null;
            /**
             * Proposal Id
             * @default null
             */
            proposal_id: string | null;
            /**
             * Replace Altdata
             * @default false
             */
            replace_altdata: boolean;
            /**
             * Types
             * @default null
             */
            types: ("triggered" | "forced_photometry" | "observation_plan")[] | null;
            /**
             * Validity Ranges
             * @default null
             */
            validity_ranges: components["schemas"]["ValidityRange"][] | null;
        };
        /**
         * AllocationDetail
         * @description An allocation with the page of its follow-up requests that the reader may see.
         */
        AllocationDetail: {
            /** Allocation Users */
            allocation_users: components["schemas"]["UserBrief"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Default Share Group Ids */
            default_share_group_ids: number[];
            group: components["schemas"]["GroupView"];
            /** Group Id */
            group_id: number;
            /** Hours Allocated */
            hours_allocated: number;
            /** Id */
            id: number;
            instrument: components["schemas"]["InstrumentView"];
            /** Instrument Id */
            instrument_id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Pi */
            pi: string | null;
            /** Proposal Id */
            proposal_id: string | null;
            /** Requests */
            requests?: components["schemas"]["RequestBrief"][];
            /** @default null */
            telescope: components["schemas"]["TelescopeView"] | null;
            /** Types */
            types: string[];
            /** Validity Ranges */
            validity_ranges: {
                [key: string]: unknown;
            }[] | null;
        };
        /**
         * AllocationId
         * @description The id of an allocation.
         */
        AllocationId: {
            /** Id */
            id: number;
        };
        /**
         * AllocationPutBody
         * @description What changes in an allocation; ``_altdata`` is the facility's credential, which is never served back.
         */
        AllocationPutBody: {
            /**
             * Altdata
             * @default null
             */
            _altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Allocation Admin Ids
             * @default null
             */
            allocation_admin_ids: number[] | null;
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Default Share Group Ids
             * @default null
             */
            default_share_group_ids: number[] | null;
            /**
             * Facility
             * @default null
             */
            facility: string | null;
            /**
             * Facility Config
             * @default null
             */
            facility_config: {
                [key: string]: unknown;
            } | null;
            /**
             * Group Id
             * @default null
             */
            group_id: number | null;
            /**
             * Hours Allocated
             * @default null
             */
            hours_allocated: number | null;
            /**
             * Instrument Id
             * @default null
             */
            instrument_id: number | null;
            /**
             * Pi
             * @default null
             */
            pi: string | null;
            /**
             * Proposal Id
             * @default null
             */
            proposal_id: string | null;
            /**
             * Replace Altdata
             * @default false
             */
            replace_altdata: boolean;
            /**
             * Types
             * @default null
             */
            types: ("triggered" | "forced_photometry" | "observation_plan")[] | null;
            /**
             * Validity Ranges
             * @default null
             */
            validity_ranges: components["schemas"]["ValidityRange"][] | null;
        };
        /**
         * AllocationView
         * @description An allocation as SkyPortal shows it; ``allocation_users`` administer it.
         */
        AllocationView: {
            /** Allocation Users */
            allocation_users: components["schemas"]["UserBrief"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Default Share Group Ids */
            default_share_group_ids: number[];
            group: components["schemas"]["GroupView"];
            /** Group Id */
            group_id: number;
            /** Hours Allocated */
            hours_allocated: number;
            /** Id */
            id: number;
            instrument: components["schemas"]["InstrumentView"];
            /** Instrument Id */
            instrument_id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Pi */
            pi: string | null;
            /** Proposal Id */
            proposal_id: string | null;
            /** Types */
            types: string[];
            /** Validity Ranges */
            validity_ranges: {
                [key: string]: unknown;
            }[] | null;
        };
        /**
         * AnnotationBody
         * @description A new annotation.
         */
        AnnotationBody: {
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /** Origin */
            origin: string;
        };
        /**
         * AnnotationChange
         * @description What is to change about an annotation.
         */
        AnnotationChange: {
            /**
             * Data
             * @default null
             */
            data: {
                [key: string]: unknown;
            } | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
        };
        /**
         * AnnotationId
         * @description The id of the new annotation.
         */
        AnnotationId: {
            /** Annotation Id */
            annotation_id: number;
        };
        /**
         * AnnotationOut
         * @description An annotation.
         */
        AnnotationOut: {
            author: components["schemas"]["AuthorOut"] | null;
            /** Author Id */
            author_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Origin */
            origin: string | null;
        };
        /**
         * AttachmentAnswer
         * @description One thing that a policy governs.
         */
        AttachmentAnswer: {
            /** Allocation Id */
            allocation_id: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Group Id */
            group_id: number | null;
            /** Id */
            id: number;
            /** Instrument Id */
            instrument_id: number | null;
            /** Policy Id */
            policy_id: number;
            /** Stream Id */
            stream_id: number | null;
        };
        /**
         * AttemptView
         * @description One request at one facility. ``detail`` is the facility's own words, ``reason`` why we moved on.
         */
        AttemptView: {
            /** Accepted At */
            accepted_at: string | null;
            /** Allocation Id */
            allocation_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Detail */
            detail: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Facility */
            facility: string;
            /** Followup Request Id */
            followup_request_id: number | null;
            /** Id */
            id: number;
            /** Instrument */
            instrument: string | null;
            /** Reason */
            reason: string | null;
            /** Request Id */
            request_id: string | null;
            /** Site */
            site: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "planned" | "submitting" | "accepted" | "observing" | "completed" | "rejected" | "failed" | "cancelled" | "expired";
            /** Submitted At */
            submitted_at: string | null;
            /** Telescope */
            telescope: string | null;
        };
        /**
         * AuthorOut
         * @description A user inside another answer.
         */
        AuthorOut: {
            /** Affiliations */
            affiliations: string[];
            /** Contact Email */
            contact_email: string | null;
            /** First Name */
            first_name: string | null;
            /** Id */
            id: number;
            /** Is Bot */
            is_bot: boolean;
            /** Last Name */
            last_name: string | null;
            /** Username */
            username: string;
        };
        /**
         * CancelBody
         * @description Why a trigger is withdrawn.
         */
        CancelBody: {
            /** Reason */
            reason: string;
        };
        /**
         * CandidateBody
         * @description An obj that passed filters.
         */
        CandidateBody: {
            /**
             * Alias
             * @default null
             */
            alias: string[] | null;
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /** Dec */
            dec: number;
            /**
             * Dec Dis
             * @default null
             */
            dec_dis: number | null;
            /**
             * Dec Err
             * @default null
             */
            dec_err: number | null;
            /**
             * Dist Nearest Source
             * @default null
             */
            dist_nearest_source: number | null;
            /**
             * E Mag Nearest Source
             * @default null
             */
            e_mag_nearest_source: number | null;
            /** Filter Ids */
            filter_ids: number[];
            /** Id */
            id: string;
            /**
             * Is Roid
             * @default null
             */
            is_roid: boolean | null;
            /**
             * Mag Nearest Source
             * @default null
             */
            mag_nearest_source: number | null;
            /**
             * Mpc Name
             * @default null
             */
            mpc_name: string | null;
            /**
             * Offset
             * @default null
             */
            offset: number | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Passed At
             * Format: date-time
             */
            passed_at: string;
            /**
             * Passing Alert Id
             * @default null
             */
            passing_alert_id: number | null;
            /** Ra */
            ra: number;
            /**
             * Ra Dis
             * @default null
             */
            ra_dis: number | null;
            /**
             * Ra Err
             * @default null
             */
            ra_err: number | null;
            /**
             * Redshift
             * @default null
             */
            redshift: number | null;
            /**
             * Redshift Error
             * @default null
             */
            redshift_error: number | null;
            /**
             * Redshift Origin
             * @default null
             */
            redshift_origin: string | null;
            /**
             * Score
             * @default null
             */
            score: number | null;
            /**
             * Summary
             * @default null
             */
            summary: string | null;
            /**
             * T0
             * @default null
             */
            t0: number | null;
            /**
             * Tns Name
             * @default null
             */
            tns_name: string | null;
            /**
             * Transient
             * @default null
             */
            transient: boolean | null;
            /**
             * Varstar
             * @default null
             */
            varstar: boolean | null;
        };
        /**
         * CandidateOut
         * @description An obj that passed a filter, with what a scanner looks at.
         */
        CandidateOut: {
            /**
             * Alias
             * @default null
             */
            alias: string[] | null;
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /** Annotations */
            annotations: components["schemas"]["AnnotationOut"][];
            /** Classifications */
            classifications: components["schemas"]["ClassificationOut"][];
            /**
             * Comments
             * @default null
             */
            comments: components["schemas"]["CommentOut"][] | null;
            /** Dec */
            dec: number;
            /**
             * Dec Dis
             * @default null
             */
            dec_dis: number | null;
            /**
             * Dec Err
             * @default null
             */
            dec_err: number | null;
            /**
             * Dist Nearest Source
             * @default null
             */
            dist_nearest_source: number | null;
            /**
             * E Mag Nearest Source
             * @default null
             */
            e_mag_nearest_source: number | null;
            /** Filter Ids */
            filter_ids: number[];
            /** Gal Lat */
            gal_lat: number;
            /** Gal Lon */
            gal_lon: number;
            /** Healpix */
            healpix: number;
            /** Id */
            id: string;
            /**
             * Is Roid
             * @default null
             */
            is_roid: boolean | null;
            /** Is Source */
            is_source: boolean;
            /**
             * Last Detected At
             * @default null
             */
            last_detected_at: string | null;
            /**
             * Mag Nearest Source
             * @default null
             */
            mag_nearest_source: number | null;
            /**
             * Mpc Name
             * @default null
             */
            mpc_name: string | null;
            /**
             * Offset
             * @default null
             */
            offset: number | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Passing Alerts
             * @default null
             */
            passing_alerts: components["schemas"]["PassingAlert"][] | null;
            /** Passing Group Ids */
            passing_group_ids: number[];
            /**
             * Photometry
             * @default null
             */
            photometry: {
                [key: string]: unknown;
            }[] | null;
            /** Photstats */
            photstats?: {
                [key: string]: unknown;
            }[];
            /** Ra */
            ra: number;
            /**
             * Ra Dis
             * @default null
             */
            ra_dis: number | null;
            /**
             * Ra Err
             * @default null
             */
            ra_err: number | null;
            /**
             * Redshift
             * @default null
             */
            redshift: number | null;
            /**
             * Redshift Error
             * @default null
             */
            redshift_error: number | null;
            /**
             * Redshift Origin
             * @default null
             */
            redshift_origin: string | null;
            /** Saved Groups */
            saved_groups: components["schemas"]["GroupOut"][];
            /**
             * Score
             * @default null
             */
            score: number | null;
            /**
             * Summary
             * @default null
             */
            summary: string | null;
            /**
             * T0
             * @default null
             */
            t0: number | null;
            /** Tags */
            tags?: {
                [key: string]: unknown;
            }[];
            /** Thumbnails */
            thumbnails: components["schemas"]["ThumbnailOut"][];
            /**
             * Tns Name
             * @default null
             */
            tns_name: string | null;
            /**
             * Transient
             * @default null
             */
            transient: boolean | null;
            /**
             * Varstar
             * @default null
             */
            varstar: boolean | null;
        };
        /**
         * CandidatesPage
         * @description One page of candidates.
         */
        CandidatesPage: {
            /** Candidates */
            candidates: components["schemas"]["CandidateOut"][];
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Queryid */
            queryID: string;
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * Circle
         * @description A circle of readers beyond the holder's own group: one group, or everybody.
         *
         *     ``after_days`` counts from the end of the night (the next noon UTC) in which the light arrived; 0 is at once,
         *     null is never.
         */
        Circle: {
            /** After Days */
            after_days: number | null;
            /**
             * Group Id
             * @default null
             */
            group_id: number | null;
            /**
             * Who
             * @enum {string}
             */
            who: "group" | "everybody";
        };
        /**
         * ClassificationChange
         * @description What is to change.
         */
        ClassificationChange: {
            /**
             * Classification
             * @default null
             */
            classification: string | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Ml
             * @default null
             */
            ml: boolean | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Probability
             * @default null
             */
            probability: number | null;
            /**
             * Taxonomy Id
             * @default null
             */
            taxonomy_id: number | null;
        };
        /**
         * ClassificationOut
         * @description A classification.
         */
        ClassificationOut: {
            /** Author Id */
            author_id: number;
            /** Author Name */
            author_name: string;
            /** Classification */
            classification: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /** Ml */
            ml: boolean;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Origin */
            origin: string | null;
            /** Probability */
            probability: number | null;
            /**
             * Taxonomy
             * @default null
             */
            taxonomy: {
                [key: string]: unknown;
            } | null;
            /** Taxonomy Id */
            taxonomy_id: number;
        };
        /**
         * ClassificationsBody
         * @description One classification's fields, or many under ``classifications``.
         */
        ClassificationsBody: {
            /**
             * Classification
             * @default null
             */
            classification: string | null;
            /**
             * Classifications
             * @default null
             */
            classifications: components["schemas"]["OneClassification"][] | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Label
             * @default null
             */
            label: boolean | null;
            /**
             * Ml
             * @default false
             */
            ml: boolean;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Probability
             * @default null
             */
            probability: number | null;
            /**
             * Taxonomy Id
             * @default null
             */
            taxonomy_id: number | null;
            /**
             * Vote
             * @default null
             */
            vote: boolean | null;
        };
        /**
         * ClassificationsPage
         * @description One page of classifications.
         */
        ClassificationsPage: {
            /** Classifications */
            classifications: components["schemas"]["ClassificationOut"][];
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * CommentBody
         * @description A new comment.
         */
        CommentBody: {
            /** @default null */
            attachment: components["schemas"]["app__api__comments__AttachmentBody"] | null;
            /**
             * Channel
             * @default null
             */
            channel: string | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /** Text */
            text: string;
        };
        /**
         * CommentChange
         * @description What is to change about a comment.
         */
        CommentChange: {
            /** @default null */
            attachment: components["schemas"]["app__api__comments__AttachmentBody"] | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Text
             * @default null
             */
            text: string | null;
        };
        /**
         * CommentId
         * @description The id of the new comment.
         */
        CommentId: {
            /** Comment Id */
            comment_id: number;
        };
        /**
         * CommentOut
         * @description A comment.
         */
        CommentOut: {
            /** Attachment Name */
            attachment_name: string | null;
            author: components["schemas"]["AuthorOut"] | null;
            /** Author Id */
            author_id: number;
            /** Bot */
            bot: boolean;
            /** Channel */
            channel: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Origin */
            origin: string | null;
            /** Resourcetype */
            resourceType: string;
            /** Text */
            text: string;
        };
        /**
         * DatabaseInfo
         * @description What the database is, and whether it holds a source that the caller may see.
         */
        DatabaseInfo: {
            /** Postgres Version */
            postgres_version: string;
            /** Source Table Empty */
            source_table_empty: boolean;
        };
        /**
         * DuplicateOut
         * @description Another saved source nearby; the separation is in arcsec.
         */
        DuplicateOut: {
            /** Dec */
            dec: number;
            /** Obj Id */
            obj_id: string;
            /** Ra */
            ra: number;
            /** Separation */
            separation: number;
        };
        Error: {
            data: {
                code?: string;
                field?: string;
            };
            message: string;
            /** @constant */
            status: "error";
            version: string;
        };
        /**
         * Example
         * @description The first case of a kind of trouble; ``of_source`` tells an archive cut short from a packet.
         */
        Example: {
            /** Of Source */
            of_source: boolean;
            /** Sentence */
            sentence: string;
            /** Where */
            where: string;
        };
        /**
         * ExplanationOut
         * @description The verdict, the rule that gave it (owner, grant, expired, nothing), and the reasons in sentences.
         */
        ExplanationOut: {
            /** Readable */
            readable: boolean;
            /** Rule */
            rule: string;
            /** Sentences */
            sentences: string[];
        };
        /**
         * ExposureRequest
         * @description Exposures in one filter; ``filter`` is a bandpass name (sdssr, bessellv …).
         */
        ExposureRequest: {
            /** Exposure Time S */
            exposure_time_s: number;
            /**
             * Exposures
             * @default 1
             */
            exposures: number;
            /** Filter */
            filter: string;
        };
        /**
         * FacilityOfAllocation
         * @description What is behind an allocation.
         */
        FacilityOfAllocation: {
            /** Facility */
            facility: string | null;
            /** Facility Config */
            facility_config: {
                [key: string]: unknown;
            };
        };
        /**
         * FacilityView
         * @description A telescope that one may ask, as it was last seen; ``open`` null means unknown.
         */
        FacilityView: {
            /** Allocation Id */
            allocation_id: number;
            /** Checked At */
            checked_at: string | null;
            /** Facility */
            facility: string;
            /** Filters */
            filters: string[];
            /** Group Id */
            group_id: number;
            /** Instrument */
            instrument: string;
            /** Is Night */
            is_night: boolean | null;
            /** Open */
            open: boolean | null;
            /** Site */
            site: string | null;
            /** Telescope */
            telescope: string;
            /** Why */
            why: string;
        };
        /**
         * FilterBody
         * @description A new filter; the SQL expression is ``altdata.expression``.
         */
        FilterBody: {
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Broker Id
             * @default null
             */
            broker_id: number | null;
            /** Group Id */
            group_id: number;
            /** Name */
            name: string;
            /** Stream Id */
            stream_id: number;
        };
        /**
         * FilterId
         * @description The id of a filter.
         */
        FilterId: {
            /** Id */
            id: number;
        };
        /**
         * FilterPatchBody
         * @description What changes in a filter.
         */
        FilterPatchBody: {
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Autosave
             * @default null
             */
            autosave: boolean | null;
            /**
             * Group Id
             * @default null
             */
            group_id: number | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Stream Id
             * @default null
             */
            stream_id: number | null;
        };
        /**
         * FilterView
         * @description A filter as SkyPortal shows it.
         */
        FilterView: {
            /** Altdata */
            altdata: {
                [key: string]: unknown;
            } | null;
            /** Autosave */
            autosave: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Group Id */
            group_id: number;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Stream Id */
            stream_id: number;
        };
        /**
         * FollowupRequestPost
         * @description What SkyPortal's clients send; ``payload`` as for its LCO forms, or with ``filters`` as for a trigger.
         */
        FollowupRequestPost: {
            /** Allocation Id */
            allocation_id: number;
            /** Obj Id */
            obj_id: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /**
             * Status
             * @default null
             */
            status: string | null;
            /**
             * Target Group Ids
             * @default null
             */
            target_group_ids: number[] | null;
        };
        /**
         * FollowupRequestView
         * @description A follow-up request as SkyPortal's clients read it.
         */
        FollowupRequestView: {
            /**
             * Allocation
             * @default null
             */
            allocation: {
                [key: string]: unknown;
            } | null;
            /** Allocation Id */
            allocation_id: number;
            /** Comment */
            comment: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /**
             * Obj
             * @default null
             */
            obj: {
                [key: string]: unknown;
            } | null;
            /** Obj Id */
            obj_id: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /**
             * Requester
             * @default null
             */
            requester: {
                [key: string]: unknown;
            } | null;
            /** Requester Id */
            requester_id: number;
            /** Status */
            status: string;
        };
        /**
         * FollowupRequestsPage
         * @description A page of follow-up requests.
         */
        FollowupRequestsPage: {
            /** Followup Requests */
            followup_requests: components["schemas"]["FollowupRequestView"][];
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * GitLogEntry
         * @description One line of what was deployed, in SkyPortal's shape.
         */
        GitLogEntry: {
            /** Description */
            description: string;
        };
        /**
         * GroupBody
         * @description A new group.
         */
        GroupBody: {
            /**
             * Auto Accept Requests
             * @default false
             */
            auto_accept_requests: boolean;
            /**
             * Description
             * @default null
             */
            description: string | null;
            /** Group Admins */
            group_admins?: number[];
            /** Name */
            name: string;
            /**
             * Nickname
             * @default null
             */
            nickname: string | null;
            /**
             * Private
             * @default false
             */
            private: boolean;
        };
        /**
         * GroupDetail
         * @description A group with its streams, filters and members, as far as the reader may know them.
         */
        GroupDetail: {
            /** Auto Accept Requests */
            auto_accept_requests: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /** Filters */
            filters: components["schemas"]["FilterView"][];
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string | null;
            /** Private */
            private: boolean;
            /** Single User Group */
            single_user_group: boolean;
            /** Streams */
            streams: components["schemas"]["StreamView"][];
            /**
             * Users
             * @default null
             */
            users: components["schemas"]["MemberView"][] | null;
        };
        /**
         * GroupId
         * @description The id of a group.
         */
        GroupId: {
            /** Id */
            id: number;
        };
        /**
         * GroupLists
         * @description Groups by what the caller has to do with them.
         */
        GroupLists: {
            /** All Groups */
            all_groups: components["schemas"]["GroupView"][];
            /** User Accessible Groups */
            user_accessible_groups: components["schemas"]["GroupView"][];
            /** User Groups */
            user_groups: components["schemas"]["GroupView"][];
        };
        /**
         * GroupOut
         * @description A group inside another answer.
         */
        GroupOut: {
            /** Auto Accept Requests */
            auto_accept_requests: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string | null;
            /** Private */
            private: boolean;
            /** Single User Group */
            single_user_group: boolean;
        };
        /**
         * GroupPutBody
         * @description What changes in a group.
         */
        GroupPutBody: {
            /**
             * Auto Accept Requests
             * @default null
             */
            auto_accept_requests: boolean | null;
            /**
             * Description
             * @default null
             */
            description: string | null;
            /** Name */
            name: string;
            /**
             * Nickname
             * @default null
             */
            nickname: string | null;
            /**
             * Private
             * @default null
             */
            private: boolean | null;
        };
        /**
         * GroupStreamAdded
         * @description Which group got which stream.
         */
        GroupStreamAdded: {
            /** Group Id */
            group_id: number;
            /** Stream Id */
            stream_id: number;
        };
        /**
         * GroupStreamBody
         * @description A stream for a group.
         */
        GroupStreamBody: {
            /** Stream Id */
            stream_id: number;
        };
        /**
         * GroupView
         * @description A group as SkyPortal shows it.
         */
        GroupView: {
            /** Auto Accept Requests */
            auto_accept_requests: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string | null;
            /** Private */
            private: boolean;
            /** Single User Group */
            single_user_group: boolean;
        };
        /**
         * IngestRunOut
         * @description A run and its account: ``n_read`` counts packets, the others alerts, ``n_saved`` candidates.
         */
        IngestRunOut: {
            /** Ended At */
            ended_at: string | null;
            /** Examples */
            examples: {
                [key: string]: components["schemas"]["Example"];
            };
            /** Id */
            id: number;
            /** N Decoded */
            n_decoded: number;
            /** N Duplicates */
            n_duplicates: number;
            /** N Passed */
            n_passed: number;
            /** N Quarantined */
            n_quarantined: number;
            /** N Read */
            n_read: number;
            /** N Saved */
            n_saved: number;
            /** Reasons */
            reasons: {
                [key: string]: number;
            };
            /** Source */
            source: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Stream */
            stream: string | null;
        };
        /**
         * InstrumentBody
         * @description A new instrument.
         */
        InstrumentBody: {
            /**
             * Api Classname
             * @default null
             */
            api_classname: string | null;
            /**
             * Band
             * @default null
             */
            band: string | null;
            /**
             * Configuration Data
             * @default null
             */
            configuration_data: {
                [key: string]: unknown;
            } | null;
            /** Filters */
            filters?: string[];
            /** Name */
            name: string;
            /**
             * Sensitivity Data
             * @default null
             */
            sensitivity_data: {
                [key: string]: unknown;
            } | null;
            /** Telescope Id */
            telescope_id: number;
            /**
             * Type
             * @enum {string}
             */
            type: "imager" | "spectrograph" | "imaging spectrograph";
        };
        /**
         * InstrumentId
         * @description The id of an instrument.
         */
        InstrumentId: {
            /** Id */
            id: number;
        };
        /**
         * InstrumentPutBody
         * @description What changes in an instrument.
         */
        InstrumentPutBody: {
            /**
             * Api Classname
             * @default null
             */
            api_classname: string | null;
            /**
             * Band
             * @default null
             */
            band: string | null;
            /**
             * Configuration Data
             * @default null
             */
            configuration_data: {
                [key: string]: unknown;
            } | null;
            /**
             * Filters
             * @default null
             */
            filters: string[] | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Sensitivity Data
             * @default null
             */
            sensitivity_data: {
                [key: string]: unknown;
            } | null;
            /**
             * Telescope Id
             * @default null
             */
            telescope_id: number | null;
            /**
             * Type
             * @default null
             */
            type: ("imager" | "spectrograph" | "imaging spectrograph") | null;
        };
        /**
         * InstrumentView
         * @description An instrument as SkyPortal shows it.
         */
        InstrumentView: {
            /** Api Classname */
            api_classname: string | null;
            /** Band */
            band: string | null;
            /** Configuration Data */
            configuration_data: {
                [key: string]: unknown;
            } | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Filters */
            filters: string[];
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Sensitivity Data */
            sensitivity_data: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            telescope: components["schemas"]["TelescopeView"] | null;
            /** Telescope Id */
            telescope_id: number;
            /** Type */
            type: string;
        };
        /**
         * LabelBody
         * @description SkyPortal's flag; labels are not kept here.
         */
        LabelBody: {
            /**
             * Label
             * @default null
             */
            label: boolean | null;
        };
        /**
         * LoggedIn
         * @description Who logged in.
         */
        LoggedIn: {
            /** User Id */
            user_id: number;
            /** Username */
            username: string;
        };
        /**
         * LoginBody
         * @description A user's name and password.
         */
        LoginBody: {
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * MemberAdded
         * @description Who joined which group.
         */
        MemberAdded: {
            /** Admin */
            admin: boolean;
            /** Group Id */
            group_id: number;
            /** User Id */
            user_id: number;
        };
        /**
         * MemberBody
         * @description A new member, and what the membership allows.
         */
        MemberBody: {
            /**
             * Admin
             * @default false
             */
            admin: boolean;
            /**
             * Cansave
             * @default true
             */
            canSave: boolean;
            /**
             * Cansharephotometry
             * @default false
             */
            canSharePhotometry: boolean;
            /** Userid */
            userID: number;
        };
        /**
         * MemberPatchBody
         * @description What changes in a membership.
         */
        MemberPatchBody: {
            /**
             * Admin
             * @default null
             */
            admin: boolean | null;
            /**
             * Cansave
             * @default null
             */
            canSave: boolean | null;
            /**
             * Cansharephotometry
             * @default null
             */
            canSharePhotometry: boolean | null;
            /** Userid */
            userID: number;
        };
        /**
         * MemberView
         * @description A member of a group and what the membership allows.
         */
        MemberView: {
            /** Admin */
            admin: boolean;
            /** Can Save */
            can_save: boolean;
            /** Can Share Photometry */
            can_share_photometry: boolean;
            /** Contact Email */
            contact_email: string | null;
            /** Contact Phone */
            contact_phone: string | null;
            /** First Name */
            first_name: string | null;
            /** Id */
            id: number;
            /** Last Name */
            last_name: string | null;
            /** Username */
            username: string;
        };
        /**
         * MembersFromBody
         * @description Groups whose members come along.
         */
        MembersFromBody: {
            /** Fromgroupids */
            fromGroupIDs: number[];
        };
        /**
         * ObjBody
         * @description The columns of an obj that a person or a script may set.
         */
        ObjBody: {
            /**
             * Alias
             * @default null
             */
            alias: string[] | null;
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Dec
             * @default null
             */
            dec: number | null;
            /**
             * Dec Dis
             * @default null
             */
            dec_dis: number | null;
            /**
             * Dec Err
             * @default null
             */
            dec_err: number | null;
            /**
             * Dist Nearest Source
             * @default null
             */
            dist_nearest_source: number | null;
            /**
             * E Mag Nearest Source
             * @default null
             */
            e_mag_nearest_source: number | null;
            /**
             * Is Roid
             * @default null
             */
            is_roid: boolean | null;
            /**
             * Mag Nearest Source
             * @default null
             */
            mag_nearest_source: number | null;
            /**
             * Mpc Name
             * @default null
             */
            mpc_name: string | null;
            /**
             * Offset
             * @default null
             */
            offset: number | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Ra
             * @default null
             */
            ra: number | null;
            /**
             * Ra Dis
             * @default null
             */
            ra_dis: number | null;
            /**
             * Ra Err
             * @default null
             */
            ra_err: number | null;
            /**
             * Redshift
             * @default null
             */
            redshift: number | null;
            /**
             * Redshift Error
             * @default null
             */
            redshift_error: number | null;
            /**
             * Redshift Origin
             * @default null
             */
            redshift_origin: string | null;
            /**
             * Score
             * @default null
             */
            score: number | null;
            /**
             * Summary
             * @default null
             */
            summary: string | null;
            /**
             * T0
             * @default null
             */
            t0: number | null;
            /**
             * Tns Name
             * @default null
             */
            tns_name: string | null;
            /**
             * Transient
             * @default null
             */
            transient: boolean | null;
            /**
             * Varstar
             * @default null
             */
            varstar: boolean | null;
        };
        /**
         * ObligationView
         * @description One obligation as its reader may see it. ``next``: the states it can go to, and which side may do that.
         */
        ObligationView: {
            /** Creditor */
            creditor: string | null;
            /** Creditor Id */
            creditor_id: number;
            /** Debtor */
            debtor: string | null;
            /** Debtor Id */
            debtor_id: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** N Rows */
            n_rows: number;
            /** Next */
            next: {
                [key: string]: "debtor" | "creditor";
            };
            /** Open */
            open: boolean;
            /** Policy */
            policy: string;
            /** Policy Version Id */
            policy_version_id: number;
            /** Publication */
            publication: string;
            /** Publication Id */
            publication_id: number;
            /** Reason */
            reason: string | null;
            /** Required */
            required: boolean;
            /** Stage */
            stage: string;
            /** State */
            state: string;
            /** Text */
            text: string;
        };
        /**
         * OneClassification
         * @description A class for an obj. ``vote`` and ``label`` are accepted; votes and labels are not kept here.
         */
        OneClassification: {
            /** Classification */
            classification: string;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Label
             * @default null
             */
            label: boolean | null;
            /**
             * Ml
             * @default false
             */
            ml: boolean;
            /** Obj Id */
            obj_id: string;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Probability
             * @default null
             */
            probability: number | null;
            /** Taxonomy Id */
            taxonomy_id: number;
            /**
             * Vote
             * @default null
             */
            vote: boolean | null;
        };
        /**
         * PassingAlert
         * @description One passage of a filter.
         */
        PassingAlert: {
            /** Filter Id */
            filter_id: number;
            /**
             * Passed At
             * Format: date-time
             */
            passed_at: string;
            /** Passing Alert Id */
            passing_alert_id: number | null;
        };
        /**
         * Person
         * @description A user, by id and name.
         */
        Person: {
            /** Id */
            id: number;
            /** Username */
            username: string;
        };
        /**
         * PhotometryBody
         * @description One point, or many as lists of one length beside scalars that hold for all.
         */
        PhotometryBody: {
            /**
             * Altdata
             * @default null
             */
            altdata: Record<string, never> | (Record<string, never> | null)[];
            /**
             * Assignment Id
             * @default null
             */
            assignment_id: null;
            /**
             * Dec
             * @default null
             */
            dec: number | (number | null)[];
            /**
             * Dec Unc
             * @default null
             */
            dec_unc: number | (number | null)[];
            /**
             * E Magref
             * @default null
             */
            e_magref: number | (number | null)[];
            /**
             * Extinction Corrected
             * @default null
             */
            extinction_corrected: false | null;
            /** Filter */
            filter: string | (string | null)[];
            /**
             * Flux
             * @default null
             */
            flux: number | (number | null)[];
            /**
             * Fluxerr
             * @default null
             */
            fluxerr: number | (number | null)[];
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | "all" | null;
            /** Instrument Id */
            instrument_id: number | (number | null)[];
            /**
             * Limiting Mag
             * @default null
             */
            limiting_mag: number | (number | null)[];
            /**
             * Limiting Mag Nsigma
             * @default null
             */
            limiting_mag_nsigma: number | (number | null)[];
            /**
             * Mag
             * @default null
             */
            mag: number | (number | null)[];
            /**
             * Magerr
             * @default null
             */
            magerr: number | (number | null)[];
            /**
             * Magref
             * @default null
             */
            magref: number | (number | null)[];
            /**
             * Magsys
             * @default ab
             */
            magsys: string | (string | null)[];
            /** Mjd */
            mjd: number | (number | null)[];
            /** Obj Id */
            obj_id: string | (string | null)[];
            /**
             * Origin
             * @default null
             */
            origin: string | (string | null)[];
            /**
             * Ra
             * @default null
             */
            ra: number | (number | null)[];
            /**
             * Ra Unc
             * @default null
             */
            ra_unc: number | (number | null)[];
            /**
             * Ref Flux
             * @default null
             */
            ref_flux: number | (number | null)[];
            /**
             * Ref Fluxerr
             * @default null
             */
            ref_fluxerr: number | (number | null)[];
            /**
             * Ref Zp
             * @default null
             */
            ref_zp: number | (number | null)[];
            /** Stream Ids */
            stream_ids?: number[];
            /**
             * Zp
             * @default null
             */
            zp: number | (number | null)[];
        };
        /**
         * PhotometryChange
         * @description What is to change about a point; what is not named stays.
         */
        PhotometryChange: {
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Assignment Id
             * @default null
             */
            assignment_id: null;
            /**
             * Dec
             * @default null
             */
            dec: number | null;
            /**
             * Dec Unc
             * @default null
             */
            dec_unc: number | null;
            /**
             * E Magref
             * @default null
             */
            e_magref: number | null;
            /**
             * Filter
             * @default null
             */
            filter: string | null;
            /**
             * Flux
             * @default null
             */
            flux: number | null;
            /**
             * Fluxerr
             * @default null
             */
            fluxerr: number | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Instrument Id
             * @default null
             */
            instrument_id: number | null;
            /**
             * Limiting Mag
             * @default null
             */
            limiting_mag: number | null;
            /**
             * Mag
             * @default null
             */
            mag: number | null;
            /**
             * Magerr
             * @default null
             */
            magerr: number | null;
            /**
             * Magref
             * @default null
             */
            magref: number | null;
            /**
             * Magsys
             * @default null
             */
            magsys: string | null;
            /**
             * Mjd
             * @default null
             */
            mjd: number | null;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Ra
             * @default null
             */
            ra: number | null;
            /**
             * Ra Unc
             * @default null
             */
            ra_unc: number | null;
            /**
             * Ref Flux
             * @default null
             */
            ref_flux: number | null;
            /**
             * Ref Fluxerr
             * @default null
             */
            ref_fluxerr: number | null;
            /**
             * Ref Zp
             * @default null
             */
            ref_zp: number | null;
            /**
             * Stream Ids
             * @default null
             */
            stream_ids: number[] | null;
            /**
             * Why
             * @default null
             */
            why: string | null;
            /**
             * Zp
             * @default null
             */
            zp: number | null;
        };
        /**
         * PhotometryPoint
         * @description A point as answered; which of the measurement's keys are there depends on ``format``.
         */
        PhotometryPoint: {
            /**
             * Created At
             * @default null
             */
            created_at: string | null;
            /** Filter */
            filter: string;
            /**
             * Flux
             * @default null
             */
            flux: number | null;
            /**
             * Fluxerr
             * @default null
             */
            fluxerr: number | null;
            /** Id */
            id: number;
            /** Instrument Id */
            instrument_id: number;
            /** Instrument Name */
            instrument_name: string;
            /**
             * Limiting Mag
             * @default null
             */
            limiting_mag: number | null;
            /**
             * Mag
             * @default null
             */
            mag: number | null;
            /**
             * Magerr
             * @default null
             */
            magerr: number | null;
            /** Magsys */
            magsys: string;
            /** Mjd */
            mjd: number;
            /** Obj Id */
            obj_id: string;
            /** Origin */
            origin: string;
            /**
             * Snr
             * @default null
             */
            snr: number | null;
            /**
             * Zp
             * @default null
             */
            zp: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * PolicyAnswer
         * @description A policy with all its versions, the newest last, and what it governs now.
         */
        PolicyAnswer: {
            /** Attachments */
            attachments: components["schemas"]["AttachmentAnswer"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Holder */
            holder: string | null;
            /** Holder Id */
            holder_id: number;
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Owner Id */
            owner_id: number;
            /** Summary */
            summary: string;
            /** Versions */
            versions: components["schemas"]["VersionAnswer"][];
        };
        /**
         * PolicyBody
         * @description A new policy: a document, or a template to fill with partners.
         */
        PolicyBody: {
            /**
             * Document
             * @default null
             */
            document: {
                [key: string]: unknown;
            } | null;
            /** Group Id */
            group_id: number;
            /** Name */
            name: string;
            /** Partner Group Ids */
            partner_group_ids?: number[];
            /**
             * Template
             * @default null
             */
            template: string | null;
        };
        /**
         * PolicyDocument
         * @description A sharing policy. ``modelled_on`` says whose agreement gave the idea; it is never that agreement itself.
         */
        PolicyDocument: {
            /**
             * Format
             * @default skyrelay-policy/1
             * @constant
             */
            format: "skyrelay-policy/1";
            /**
             * Modelled On
             * @default null
             */
            modelled_on: string | null;
            /** Products */
            products: {
                [key: string]: components["schemas"]["Terms"];
            };
        };
        /**
         * Posted
         * @description What became of a request.
         */
        Posted: {
            /** Id */
            id: number;
            /** Request Status */
            request_status: string;
        };
        /**
         * PostedIds
         * @description The ids of the passages.
         */
        PostedIds: {
            /** Ids */
            ids: number[];
        };
        /**
         * PreviewAnswer
         * @description What a document says.
         */
        PreviewAnswer: {
            document: components["schemas"]["PolicyDocument"];
            /** Summary */
            summary: string;
        };
        /**
         * PreviewBody
         * @description A document to look at before anything is written.
         */
        PreviewBody: {
            /** Document */
            document: {
                [key: string]: unknown;
            };
        };
        /**
         * Product
         * @description Kinds of product that a policy may speak of; the portal holds photometry today.
         * @enum {string}
         */
        Product: "photometry" | "spectrum" | "image";
        /**
         * Profile
         * @description Who the caller is, and what the caller may do.
         */
        Profile: {
            /** Acls */
            acls?: string[];
            /** Affiliations */
            affiliations: string[];
            /** Bio */
            bio: string | null;
            /** Contact Email */
            contact_email: string | null;
            /** Contact Phone */
            contact_phone: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expiration Date */
            expiration_date: string | null;
            /** First Name */
            first_name: string | null;
            /** Groupadmissionrequests */
            groupAdmissionRequests?: {
                [key: string]: unknown;
            }[];
            /** Id */
            id: number;
            /**
             * Is Anonymous
             * @default false
             */
            is_anonymous: boolean;
            /** Is Bot */
            is_bot: boolean;
            /** Last Name */
            last_name: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Permissions */
            permissions?: string[];
            /** Preferences */
            preferences: {
                [key: string]: unknown;
            };
            /** Roles */
            roles?: string[];
            /** Streams */
            streams: components["schemas"]["StreamView"][];
            /** Tokens */
            tokens: components["schemas"]["ProfileToken"][];
            /** Username */
            username: string;
        };
        /**
         * ProfileBody
         * @description What people may change about themselves.
         */
        ProfileBody: {
            /**
             * Affiliations
             * @default null
             */
            affiliations: string[] | null;
            /**
             * Bio
             * @default null
             */
            bio: string | null;
            /**
             * Contact Email
             * @default null
             */
            contact_email: string | null;
            /**
             * Contact Phone
             * @default null
             */
            contact_phone: string | null;
            /**
             * First Name
             * @default null
             */
            first_name: string | null;
            /**
             * Is Bot
             * @default null
             */
            is_bot: boolean | null;
            /**
             * Last Name
             * @default null
             */
            last_name: string | null;
            /**
             * Preferences
             * @default null
             */
            preferences: {
                [key: string]: unknown;
            } | null;
            /**
             * Username
             * @default null
             */
            username: string | null;
        };
        /**
         * ProfileToken
         * @description A token of the caller's: never the secret.
         */
        ProfileToken: {
            /** Acls */
            acls: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * PublicationAnswer
         * @description A publication; ``obj_ids`` are those that the reader can see, ``next_stages`` where it may go from here.
         */
        PublicationAnswer: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Group */
            group: string | null;
            /** Group Id */
            group_id: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Lead Id */
            lead_id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Next Stages */
            next_stages: string[];
            /** Obj Ids */
            obj_ids: string[];
            /** Stage */
            stage: string;
            /** Title */
            title: string;
        };
        /**
         * PublicationBody
         * @description A declared intention to publish.
         */
        PublicationBody: {
            /** Group Id */
            group_id: number;
            /**
             * Kind
             * @default paper
             * @enum {string}
             */
            kind: "paper" | "circular" | "report" | "conference" | "thesis";
            /** Obj Ids */
            obj_ids: string[];
            /** Title */
            title: string;
        };
        /**
         * PublicationWithObligations
         * @description A publication with what it owes.
         */
        PublicationWithObligations: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Group */
            group: string | null;
            /** Group Id */
            group_id: number;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Lead Id */
            lead_id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Next Stages */
            next_stages: string[];
            /** Obj Ids */
            obj_ids: string[];
            /** Obligations */
            obligations: components["schemas"]["ObligationView"][];
            /** Stage */
            stage: string;
            /** Title */
            title: string;
        };
        /**
         * QuarantinePage
         * @description One page of quarantine.
         */
        QuarantinePage: {
            /** Numperpage */
            numPerPage: number;
            /** Packets */
            packets: components["schemas"]["QuarantinedOut"][];
            /** Pagenumber */
            pageNumber: number;
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * QuarantinedOut
         * @description A packet that could not be used.
         */
        QuarantinedOut: {
            /** Code */
            code: string;
            /** Id */
            id: number;
            /** Position */
            position: string;
            /**
             * Quarantined At
             * Format: date-time
             */
            quarantined_at: string;
            /** Reason */
            reason: string;
            /** Replayed At */
            replayed_at: string | null;
            /** Run Id */
            run_id: number;
            /** Source */
            source: string;
        };
        /**
         * RangeBody
         * @description Which points: of these instruments, observed between these dates (UTC).
         */
        RangeBody: {
            /**
             * Instrument Ids
             * @default null
             */
            instrument_ids: number[] | null;
            /**
             * Max Date
             * @default null
             */
            max_date: string | null;
            /**
             * Min Date
             * @default null
             */
            min_date: string | null;
        };
        /**
         * ReleaseView
         * @description One release as its reader may see it; names of groups that the reader may not know of are None.
         */
        ReleaseView: {
            /** Done At */
            done_at: string | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Group */
            group: string | null;
            /** Group Id */
            group_id: number;
            /** Holder */
            holder: string | null;
            /** Holder Id */
            holder_id: number;
            /** Id */
            id: number;
            /** N Rows */
            n_rows: number | null;
            /** Night */
            night: string | null;
            /** Policy */
            policy: string;
            /** Policy Version Id */
            policy_version_id: number;
        };
        /**
         * RequestBrief
         * @description A follow-up request within its allocation.
         */
        RequestBrief: {
            /** Allocation Id */
            allocation_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /** Requester Id */
            requester_id: number;
            /** Status */
            status: string;
        };
        /**
         * RoleView
         * @description A role and its ACLs.
         */
        RoleView: {
            /** Acls */
            acls: string[];
            /** Id */
            id: string;
        };
        /**
         * RolesBody
         * @description Roles to give.
         */
        RolesBody: {
            /** Roleids */
            roleIds: string[];
        };
        /**
         * RunsPage
         * @description One page of runs.
         */
        RunsPage: {
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Runs */
            runs: components["schemas"]["IngestRunOut"][];
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * SavedGroupOut
         * @description A group that a source is saved to.
         */
        SavedGroupOut: {
            /** Active */
            active: boolean;
            /** Auto Accept Requests */
            auto_accept_requests: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string | null;
            /** Private */
            private: boolean;
            /** Requested */
            requested: boolean;
            /**
             * Saved At
             * Format: date-time
             */
            saved_at: string;
            saved_by: components["schemas"]["AuthorOut"] | null;
            /** Single User Group */
            single_user_group: boolean;
        };
        /**
         * SourceBody
         * @description A source to save.
         */
        SourceBody: {
            /**
             * Alias
             * @default null
             */
            alias: string[] | null;
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Dec
             * @default null
             */
            dec: number | null;
            /**
             * Dec Dis
             * @default null
             */
            dec_dis: number | null;
            /**
             * Dec Err
             * @default null
             */
            dec_err: number | null;
            /**
             * Dist Nearest Source
             * @default null
             */
            dist_nearest_source: number | null;
            /**
             * E Mag Nearest Source
             * @default null
             */
            e_mag_nearest_source: number | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /** Id */
            id: string;
            /**
             * Is Roid
             * @default null
             */
            is_roid: boolean | null;
            /**
             * Mag Nearest Source
             * @default null
             */
            mag_nearest_source: number | null;
            /**
             * Mpc Name
             * @default null
             */
            mpc_name: string | null;
            /**
             * Offset
             * @default null
             */
            offset: number | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Ra
             * @default null
             */
            ra: number | null;
            /**
             * Ra Dis
             * @default null
             */
            ra_dis: number | null;
            /**
             * Ra Err
             * @default null
             */
            ra_err: number | null;
            /**
             * Redshift
             * @default null
             */
            redshift: number | null;
            /**
             * Redshift Error
             * @default null
             */
            redshift_error: number | null;
            /**
             * Redshift Origin
             * @default null
             */
            redshift_origin: string | null;
            /**
             * Refresh Source
             * @default null
             */
            refresh_source: boolean | null;
            /**
             * Score
             * @default null
             */
            score: number | null;
            /**
             * Summary
             * @default null
             */
            summary: string | null;
            /**
             * T0
             * @default null
             */
            t0: number | null;
            /**
             * Tns Name
             * @default null
             */
            tns_name: string | null;
            /**
             * Transient
             * @default null
             */
            transient: boolean | null;
            /**
             * Varstar
             * @default null
             */
            varstar: boolean | null;
        };
        /**
         * SourceExists
         * @description Whether there is such a source, as far as the asker may know.
         */
        SourceExists: {
            /** Message */
            message: string;
            /** Source Exists */
            source_exists: boolean;
        };
        /**
         * SourceGroupsBody
         * @description To which groups to save a source, and from which to unsave it.
         */
        SourceGroupsBody: {
            /** Invitegroupids */
            inviteGroupIds?: number[];
            /** Objid */
            objId: string;
            /** Unsavegroupids */
            unsaveGroupIds?: number[];
        };
        /**
         * SourceOut
         * @description A source, with what was asked for beside it.
         */
        SourceOut: {
            /**
             * Alias
             * @default null
             */
            alias: string[] | null;
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /** Annotations */
            annotations: components["schemas"]["AnnotationOut"][];
            /**
             * Candidates
             * @default null
             */
            candidates: {
                [key: string]: unknown;
            }[] | null;
            /** Classifications */
            classifications: components["schemas"]["ClassificationOut"][];
            /**
             * Comment Exists
             * @default null
             */
            comment_exists: boolean | null;
            /**
             * Comments
             * @default null
             */
            comments: components["schemas"]["CommentOut"][] | null;
            /** Dec */
            dec: number;
            /**
             * Dec Dis
             * @default null
             */
            dec_dis: number | null;
            /**
             * Dec Err
             * @default null
             */
            dec_err: number | null;
            /**
             * Dist Nearest Source
             * @default null
             */
            dist_nearest_source: number | null;
            /**
             * Duplicates
             * @default null
             */
            duplicates: components["schemas"]["DuplicateOut"][] | null;
            /**
             * E Mag Nearest Source
             * @default null
             */
            e_mag_nearest_source: number | null;
            /**
             * First Detected
             * @default null
             */
            first_detected: string | null;
            /** Gal Lat */
            gal_lat: number;
            /** Gal Lon */
            gal_lon: number;
            /** Groups */
            groups: components["schemas"]["SavedGroupOut"][];
            /** Healpix */
            healpix: number;
            /** Id */
            id: string;
            /**
             * Is Roid
             * @default null
             */
            is_roid: boolean | null;
            /**
             * Last Detected
             * @default null
             */
            last_detected: string | null;
            /**
             * Mag Nearest Source
             * @default null
             */
            mag_nearest_source: number | null;
            /**
             * Mpc Name
             * @default null
             */
            mpc_name: string | null;
            /**
             * Offset
             * @default null
             */
            offset: number | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Period Exists
             * @default null
             */
            period_exists: boolean | null;
            /**
             * Photometry
             * @default null
             */
            photometry: {
                [key: string]: unknown;
            }[] | null;
            /**
             * Photometry Exists
             * @default null
             */
            photometry_exists: boolean | null;
            /** Photstats */
            photstats?: {
                [key: string]: unknown;
            }[];
            /** Ra */
            ra: number;
            /**
             * Ra Dis
             * @default null
             */
            ra_dis: number | null;
            /**
             * Ra Err
             * @default null
             */
            ra_err: number | null;
            /**
             * Redshift
             * @default null
             */
            redshift: number | null;
            /**
             * Redshift Error
             * @default null
             */
            redshift_error: number | null;
            /**
             * Redshift Origin
             * @default null
             */
            redshift_origin: string | null;
            /**
             * Score
             * @default null
             */
            score: number | null;
            /**
             * Spectrum Exists
             * @default null
             */
            spectrum_exists: boolean | null;
            /**
             * Summary
             * @default null
             */
            summary: string | null;
            /**
             * T0
             * @default null
             */
            t0: number | null;
            /** Tags */
            tags?: {
                [key: string]: unknown;
            }[];
            /**
             * Thumbnails
             * @default null
             */
            thumbnails: components["schemas"]["ThumbnailOut"][] | null;
            /**
             * Tns Name
             * @default null
             */
            tns_name: string | null;
            /**
             * Transient
             * @default null
             */
            transient: boolean | null;
            /**
             * Varstar
             * @default null
             */
            varstar: boolean | null;
        };
        /**
         * SourceSaved
         * @description To which groups the source was newly saved.
         */
        SourceSaved: {
            /** Id */
            id: string;
            /** Saved To Groups */
            saved_to_groups: number[];
        };
        /**
         * SourcesPage
         * @description One page of sources.
         */
        SourcesPage: {
            /**
             * Group Id
             * @default null
             */
            group_id: number | null;
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /**
             * Queryid
             * @default null
             */
            queryID: string | null;
            /** Sources */
            sources: components["schemas"]["SourceOut"][];
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * StageBody
         * @description The next stage.
         */
        StageBody: {
            /**
             * Stage
             * @enum {string}
             */
            stage: "idea" | "announced" | "analysis" | "draft" | "circulation" | "submitted" | "accepted" | "published" | "withdrawn" | "lapsed";
            /**
             * Why
             * @default null
             */
            why: string | null;
        };
        /**
         * StateBody
         * @description The next state of an obligation.
         */
        StateBody: {
            /**
             * Reason
             * @default null
             */
            reason: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "requested" | "granted" | "refused" | "offered" | "opted_in" | "opted_out" | "notified" | "included" | "waived";
        };
        /**
         * StepView
         * @description One line of a trigger's history.
         */
        StepView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Attempt Id */
            attempt_id: number | null;
            by: components["schemas"]["Person"] | null;
            /** From State */
            from_state: string | null;
            /** To State */
            to_state: string;
            /** Why */
            why: string;
        };
        /**
         * StreamBody
         * @description A stream.
         */
        StreamBody: {
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Auto Join
             * @default null
             */
            auto_join: boolean | null;
            /** Name */
            name: string;
        };
        /**
         * StreamId
         * @description The id of a stream.
         */
        StreamId: {
            /** Id */
            id: number;
        };
        /**
         * StreamUserAdded
         * @description Who got which stream.
         */
        StreamUserAdded: {
            /** Stream Id */
            stream_id: number;
            /** User Id */
            user_id: number;
        };
        /**
         * StreamUserBody
         * @description Who gets a stream.
         */
        StreamUserBody: {
            /** User Id */
            user_id: number;
        };
        /**
         * StreamView
         * @description A stream as SkyPortal shows it.
         */
        StreamView: {
            /** Altdata */
            altdata: {
                [key: string]: unknown;
            } | null;
            /** Auto Join */
            auto_join: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
        };
        /**
         * SysInfo
         * @description What SkyPortal's clients ask of an instance.
         */
        SysInfo: {
            /** Gitlog */
            gitlog: components["schemas"]["GitLogEntry"][];
        };
        /**
         * SystemView
         * @description What runs here.
         */
        SystemView: {
            /** Base Url */
            base_url: string;
            /** Demo */
            demo: boolean;
            /** Postgresql */
            postgresql: string;
            /** Python */
            python: string;
            /** Skyrelay */
            skyrelay: string;
        };
        /**
         * TaxonomyBody
         * @description A new taxonomy: its hierarchy as JSON, or as a YAML text.
         */
        TaxonomyBody: {
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Hierarchy
             * @default null
             */
            hierarchy: {
                [key: string]: unknown;
            } | null;
            /**
             * Hierarchy File
             * @default null
             */
            hierarchy_file: string | null;
            /**
             * Islatest
             * @default true
             */
            isLatest: boolean;
            /** Name */
            name: string;
            /**
             * Provenance
             * @default null
             */
            provenance: string | null;
            /** Version */
            version: string;
        };
        /**
         * TaxonomyId
         * @description The id of a taxonomy.
         */
        TaxonomyId: {
            /** Taxonomy Id */
            taxonomy_id: number;
        };
        /**
         * TaxonomyPutBody
         * @description What changes in a taxonomy.
         */
        TaxonomyPutBody: {
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Hierarchy
             * @default null
             */
            hierarchy: {
                [key: string]: unknown;
            } | null;
            /**
             * Islatest
             * @default null
             */
            isLatest: boolean | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Provenance
             * @default null
             */
            provenance: string | null;
            /**
             * Version
             * @default null
             */
            version: string | null;
        };
        /**
         * TaxonomyView
         * @description A taxonomy as SkyPortal shows it.
         */
        TaxonomyView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Groups */
            groups: components["schemas"]["GroupView"][];
            /** Hierarchy */
            hierarchy: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /** Islatest */
            isLatest: boolean;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Provenance */
            provenance: string | null;
            /** Version */
            version: string;
        };
        /**
         * TelescopeBody
         * @description A new telescope: degrees (east positive), metres.
         */
        TelescopeBody: {
            /** Diameter */
            diameter: number;
            /**
             * Elevation
             * @default null
             */
            elevation: number | null;
            /**
             * Fixed Location
             * @default true
             */
            fixed_location: boolean;
            /**
             * Lat
             * @default null
             */
            lat: number | null;
            /**
             * Lon
             * @default null
             */
            lon: number | null;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string;
            /**
             * Robotic
             * @default false
             */
            robotic: boolean;
            /**
             * Skycam Link
             * @default null
             */
            skycam_link: string | null;
            /**
             * Weather Link
             * @default null
             */
            weather_link: string | null;
        };
        /**
         * TelescopeId
         * @description The id of a telescope.
         */
        TelescopeId: {
            /** Id */
            id: number;
        };
        /**
         * TelescopePutBody
         * @description What changes in a telescope.
         */
        TelescopePutBody: {
            /**
             * Diameter
             * @default null
             */
            diameter: number | null;
            /**
             * Elevation
             * @default null
             */
            elevation: number | null;
            /**
             * Fixed Location
             * @default null
             */
            fixed_location: boolean | null;
            /**
             * Lat
             * @default null
             */
            lat: number | null;
            /**
             * Lon
             * @default null
             */
            lon: number | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Nickname
             * @default null
             */
            nickname: string | null;
            /**
             * Robotic
             * @default null
             */
            robotic: boolean | null;
            /**
             * Skycam Link
             * @default null
             */
            skycam_link: string | null;
            /**
             * Weather Link
             * @default null
             */
            weather_link: string | null;
        };
        /**
         * TelescopeView
         * @description A telescope as SkyPortal shows it: degrees (east positive), metres.
         */
        TelescopeView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Diameter */
            diameter: number;
            /** Elevation */
            elevation: number | null;
            /** Fixed Location */
            fixed_location: boolean;
            /** Id */
            id: number;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string;
            /** Robotic */
            robotic: boolean;
            /** Skycam Link */
            skycam_link: string | null;
            /** Weather Link */
            weather_link: string | null;
        };
        /**
         * Template
         * @description A policy with places for partner groups, who see the data after ``partners_after_days`` (null: no partners).
         */
        Template: {
            document: components["schemas"]["PolicyDocument"];
            /** Modelled On */
            modelled_on: string;
            /** Name */
            name: string;
            /** Partners After Days */
            partners_after_days: number | null;
            /** Title */
            title: string;
        };
        /**
         * Terms
         * @description The terms of one kind of product. The clock starts with the observation.
         */
        Terms: {
            /**
             * Circles
             * @default []
             */
            circles: components["schemas"]["Circle"][];
            /**
             * Clock
             * @default observation
             * @constant
             */
            clock: "observation";
            /**
             * Use
             * @default []
             */
            use: components["schemas"]["Use"][];
        };
        /**
         * ThumbnailBody
         * @description A picture: PNG or JPEG in base64.
         */
        ThumbnailBody: {
            /** Data */
            data: string;
            /** Obj Id */
            obj_id: string;
            /**
             * Survey
             * @default null
             */
            survey: string | null;
            /**
             * Ttype
             * @enum {string}
             */
            ttype: "new" | "ref" | "sub" | "sdss" | "dr8" | "ls" | "ps1" | "sm" | "hst" | "chandra" | "jwst" | "new_gz" | "ref_gz" | "sub_gz";
        };
        /**
         * ThumbnailId
         * @description The id of the thumbnail.
         */
        ThumbnailId: {
            /** Id */
            id: number;
        };
        /**
         * ThumbnailOut
         * @description A thumbnail; the picture is at ``public_url``, for those who may read the row.
         */
        ThumbnailOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** Is Grayscale */
            is_grayscale: boolean;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Origin */
            origin: string | null;
            /** Public Url */
            public_url: string;
            /** Type */
            type: string;
        };
        /**
         * TokenBody
         * @description A new token; ``user_id`` is for administrators.
         */
        TokenBody: {
            /** Acls */
            acls: string[];
            /** Name */
            name: string;
            /**
             * User Id
             * @default null
             */
            user_id: number | null;
        };
        /**
         * TokenMade
         * @description The secret of a new token, shown this once; SkyPortal calls it its id.
         */
        TokenMade: {
            /** Token Id */
            token_id: string;
        };
        /**
         * TokenPutBody
         * @description What changes in a token.
         */
        TokenPutBody: {
            /**
             * Acls
             * @default null
             */
            acls: string[] | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * User Id
             * @default null
             */
            user_id: number | null;
        };
        /**
         * TokenView
         * @description A token without its secret.
         */
        TokenView: {
            /** Acls */
            acls: components["schemas"]["AclView"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["UserBrief"];
            /** Created By Id */
            created_by_id: number;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * TriggerPost
         * @description What is wanted. ``deadline``: no observation may start later; ``priority`` 1 (low) to 5 (high).
         */
        TriggerPost: {
            /** Allocation Ids */
            allocation_ids: number[];
            /**
             * Deadline
             * Format: date-time
             */
            deadline: string;
            /** Filters */
            filters: components["schemas"]["ExposureRequest"][];
            /** Group Id */
            group_id: number;
            /**
             * Note
             * @default null
             */
            note: string | null;
            /** Obj Id */
            obj_id: string;
            /**
             * Priority
             * @default 3
             */
            priority: number;
            /**
             * Telescopes Wanted
             * @default 1
             */
            telescopes_wanted: number;
        };
        /**
         * TriggerView
         * @description A trigger with its attempts in order, and its history.
         */
        TriggerView: {
            /** Allocation Ids */
            allocation_ids: number[];
            /** Attempts */
            attempts: components["schemas"]["AttemptView"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Deadline
             * Format: date-time
             */
            deadline: string;
            /** Filters */
            filters: components["schemas"]["ExposureRequest"][];
            /** Group Id */
            group_id: number;
            /** History */
            history: components["schemas"]["StepView"][];
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Note */
            note: string | null;
            /** Obj Id */
            obj_id: string;
            /** Priority */
            priority: number;
            requester: components["schemas"]["Person"];
            /**
             * State
             * @enum {string}
             */
            state: "wanted" | "routing" | "active" | "completed" | "failed" | "cancelled" | "expired";
            /** Telescopes Wanted */
            telescopes_wanted: number;
            /** Why */
            why: string;
        };
        /**
         * TriggersPage
         * @description A page of triggers, newest first.
         */
        TriggersPage: {
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Totalmatches */
            totalMatches: number;
            /** Triggers */
            triggers: components["schemas"]["TriggerView"][];
        };
        /**
         * UnsaveBody
         * @description From which group to unsave, where it is not in the query.
         */
        UnsaveBody: {
            /**
             * Group Id
             * @default null
             */
            group_id: number | null;
        };
        /**
         * Uploaded
         * @description The ids in the order sent, and what undoes the upload.
         */
        Uploaded: {
            /** Ids */
            ids: number[];
            /** Upload Id */
            upload_id: string;
        };
        /**
         * Use
         * @description What using the data requires.
         *
         *     ``texts`` are sentences to show (an acknowledgement's are mandatory); ``authors`` is the number of places that a
         *     co-authorship offer makes. ``required`` keeps a publication from being submitted while it is open; unless said, an
         *     acknowledgement does not, all others do.
         */
        Use: {
            /**
             * Authors
             * @default null
             */
            authors: number | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "acknowledge" | "notify" | "permission" | "coauthorship";
            /**
             * Required
             * @default null
             */
            required: boolean | null;
            /**
             * Texts
             * @default []
             */
            texts: string[];
        };
        /**
         * UserBody
         * @description A new user. Without ``roles`` it is a "Full user".
         */
        UserBody: {
            /**
             * Affiliations
             * @default null
             */
            affiliations: string[] | null;
            /**
             * Contact Email
             * @default null
             */
            contact_email: string | null;
            /**
             * Contact Phone
             * @default null
             */
            contact_phone: string | null;
            /**
             * First Name
             * @default null
             */
            first_name: string | null;
            /**
             * Groupidsandadmin
             * @default null
             */
            groupIDsAndAdmin: [
                number,
                boolean
            ][] | null;
            /**
             * Last Name
             * @default null
             */
            last_name: string | null;
            /**
             * Oauth Uid
             * @default null
             */
            oauth_uid: string | null;
            /**
             * Roles
             * @default null
             */
            roles: string[] | null;
            /** Username */
            username: string;
        };
        /**
         * UserBrief
         * @description A user's own columns.
         */
        UserBrief: {
            /** Affiliations */
            affiliations: string[];
            /** Bio */
            bio: string | null;
            /** Contact Email */
            contact_email: string | null;
            /** Contact Phone */
            contact_phone: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expiration Date */
            expiration_date: string | null;
            /** First Name */
            first_name: string | null;
            /** Id */
            id: number;
            /** Is Bot */
            is_bot: boolean;
            /** Last Name */
            last_name: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Username */
            username: string;
        };
        /**
         * UserDetail
         * @description A user; an administrator also sees groups and streams.
         */
        UserDetail: {
            /** Acls */
            acls?: string[];
            /** Affiliations */
            affiliations: string[];
            /** Bio */
            bio: string | null;
            /** Contact Email */
            contact_email: string | null;
            /** Contact Phone */
            contact_phone: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expiration Date */
            expiration_date: string | null;
            /** First Name */
            first_name: string | null;
            /**
             * Groups
             * @default null
             */
            groups: components["schemas"]["GroupView"][] | null;
            /** Id */
            id: number;
            /** Is Bot */
            is_bot: boolean;
            /** Last Name */
            last_name: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Permissions */
            permissions?: string[];
            /** Roles */
            roles?: string[];
            /**
             * Streams
             * @default null
             */
            streams: components["schemas"]["StreamView"][] | null;
            /** Username */
            username: string;
        };
        /**
         * UserId
         * @description The id of a user.
         */
        UserId: {
            /** Id */
            id: number;
        };
        /**
         * UserPatchBody
         * @description When an account ends; null for never.
         */
        UserPatchBody: {
            /**
             * Expirationdate
             * @default null
             */
            expirationDate: string | null;
        };
        /**
         * UserView
         * @description A user with rights: ``acls`` are given directly, ``permissions`` are all that follow from them and the roles.
         */
        UserView: {
            /** Acls */
            acls?: string[];
            /** Affiliations */
            affiliations: string[];
            /** Bio */
            bio: string | null;
            /** Contact Email */
            contact_email: string | null;
            /** Contact Phone */
            contact_phone: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expiration Date */
            expiration_date: string | null;
            /** First Name */
            first_name: string | null;
            /** Id */
            id: number;
            /** Is Bot */
            is_bot: boolean;
            /** Last Name */
            last_name: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Permissions */
            permissions?: string[];
            /** Roles */
            roles?: string[];
            /** Username */
            username: string;
        };
        /**
         * UsersPage
         * @description One page of users.
         */
        UsersPage: {
            /** Totalmatches */
            totalMatches: number;
            /** Users */
            users: components["schemas"]["UserView"][];
        };
        /**
         * ValidityRange
         * @description When an allocation can be used.
         */
        ValidityRange: {
            /**
             * End Date
             * Format: date-time
             */
            end_date: string;
            /**
             * Start Date
             * Format: date-time
             */
            start_date: string;
        };
        /**
         * VersionAnswer
         * @description One version of a policy, with its summary for this reader.
         */
        VersionAnswer: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By Id */
            created_by_id: number | null;
            document: components["schemas"]["PolicyDocument"];
            /** Id */
            id: number;
            /** Summary */
            summary: string;
            /** Version */
            version: number | null;
        };
        /**
         * VersionBody
         * @description The next version of a policy.
         */
        VersionBody: {
            /** Document */
            document: {
                [key: string]: unknown;
            };
            /**
             * Why
             * @default null
             */
            why: string | null;
        };
        /**
         * WithheldOut
         * @description A group that was asked for and does not read ``n_rows`` of the points yet; ``due_at`` null means never.
         */
        WithheldOut: {
            /** Due At */
            due_at: string | null;
            /** Group Id */
            group_id: number;
            /** N Rows */
            n_rows: number;
            /** Policy Version Id */
            policy_version_id: number;
        };
        /**
         * AttachmentBody
         * @description A file in base64.
         */
        app__api__comments__AttachmentBody: {
            /** Body */
            body: string;
            /** Name */
            name: string;
        };
        /**
         * AttachmentBody
         * @description What the policy shall govern: one of these.
         */
        app__api__policies__AttachmentBody: {
            /**
             * Allocation Id
             * @default null
             */
            allocation_id: number | null;
            /**
             * Group Id
             * @default null
             */
            group_id: number | null;
            /**
             * Instrument Id
             * @default null
             */
            instrument_id: number | null;
            /**
             * Stream Id
             * @default null
             */
            stream_id: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_api_access_explain: {
        parameters: {
            query: {
                kind: string;
                id: number;
                user_id?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ExplanationOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_acls: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string[];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_allocation: {
        parameters: {
            query?: {
                instrument_id?: number | null;
                apiType?: ("api_classname" | "api_classname_obsplan") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AllocationView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_allocation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocationBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AllocationId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_allocation_allocation_id_int: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
            };
            header?: never;
            path: {
                allocation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AllocationAnswer"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_allocation_allocation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                allocation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllocationPutBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_allocation_allocation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                allocation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_allocation_allocation_id_int_facility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                allocation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FacilityOfAllocation"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_candidates: {
        parameters: {
            query?: {
                includePhotometry?: boolean;
                includeComments?: boolean;
                includeAlerts?: boolean;
                pageNumber?: number;
                numPerPage?: number;
                groupIDs?: number[] | null;
                filterIDs?: number[] | null;
                savedStatus?: "all" | "savedToAllSelected" | "savedToAnySelected" | "savedToAnyAccessible" | "notSavedToAnyAccessible" | "notSavedToAnySelected" | "notSavedToAllSelected";
                startDate?: string | null;
                endDate?: string | null;
                queryID?: string | null;
                objID?: string | null;
                nameOnly?: boolean;
                classifications?: string[];
                classificationsReject?: string[];
                minRedshift?: number | null;
                maxRedshift?: number | null;
                numberDetections?: number | null;
                firstDetectionAfter?: string | null;
                lastDetectionBefore?: string | null;
                sortByAnnotationOrigin?: string | null;
                sortByAnnotationKey?: string | null;
                sortByAnnotationOrder?: "asc" | "desc";
                autosave?: boolean;
                annotationFilterList?: string | null;
                listName?: string | null;
                listNameReject?: string | null;
                photometryAnnotationsFilter?: string | null;
                localizationDateobs?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CandidatesPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CandidateBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PostedIds"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_candidates_obj_id: {
        parameters: {
            query?: {
                includePhotometry?: boolean;
                includeComments?: boolean;
                includeAlerts?: boolean;
            };
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CandidateOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_candidates_obj_id_filter_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                filter_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_classification: {
        parameters: {
            query?: {
                includeTaxonomy?: boolean;
                pageNumber?: number;
                numPerPage?: number;
                startDate?: string | null;
                endDate?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ClassificationsPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_classification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassificationsBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_classification_sources: {
        parameters: {
            query?: {
                includeTaxonomy?: boolean;
                pageNumber?: number;
                numPerPage?: number;
                startDate?: string | null;
                endDate?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string[];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_classification_classification_id_int: {
        parameters: {
            query?: {
                includeTaxonomy?: boolean;
            };
            header?: never;
            path: {
                classification_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ClassificationOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_classification_classification_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classification_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClassificationChange"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_classification_classification_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classification_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_config: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_db_stats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: number;
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_enum_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: string[];
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_facilities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FacilityView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_filters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FilterView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_filters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FilterId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_filters_filter_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filter_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FilterView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_filters_filter_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filter_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_api_filters_filter_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filter_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterPatchBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_followup_request: {
        parameters: {
            query?: {
                sourceID?: string | null;
                instrumentID?: number | null;
                allocationID?: number | null;
                status?: string | null;
                startDate?: string | null;
                endDate?: string | null;
                pageNumber?: number;
                numPerPage?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FollowupRequestsPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_followup_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowupRequestPost"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Posted"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_followup_request_request_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FollowupRequestView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_followup_request_request_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_groups: {
        parameters: {
            query?: {
                name?: string | null;
                includeSingleUserGroups?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GroupLists"] | components["schemas"]["GroupView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GroupId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_groups_public: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GroupView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_groups_group_id_int: {
        parameters: {
            query?: {
                includeGroupUsers?: boolean;
            };
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GroupDetail"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_groups_group_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupPutBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_groups_group_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_groups_group_id_int_streams: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupStreamBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["GroupStreamAdded"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_groups_group_id_int_streams_stream_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
                stream_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_groups_group_id_int_users: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MemberAdded"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_api_groups_group_id_int_users: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPatchBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_groups_group_id_int_users_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_groups_group_id_int_usersfromgroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersFromBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: string;
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_ingest_quarantine: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
                runID?: number | null;
                code?: string | null;
                openOnly?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["QuarantinePage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_ingest_runs: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RunsPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_instrument: {
        parameters: {
            query?: {
                name?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InstrumentView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_instrument: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InstrumentId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_instrument_instrument_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instrument_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InstrumentView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_instrument_instrument_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instrument_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstrumentPutBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_instrument_instrument_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instrument_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_internal_dbinfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DatabaseInfo"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_internal_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Profile"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_api_internal_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_api_internal_profile_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_internal_tokens: {
        parameters: {
            query?: {
                userID?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TokenView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_internal_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TokenMade"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_internal_tokens_token_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TokenView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_internal_tokens_token_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenPutBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_internal_tokens_token_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["LoggedIn"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_obligations: {
        parameters: {
            query?: {
                side?: ("owe" | "owed") | null;
                publication_id?: number | null;
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ObligationView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_obligations_obligation_id_int_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obligation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ObligationView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_openapi_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_photometry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotometryBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Uploaded"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_photometry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotometryBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Uploaded"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_photometry_bulk_delete_upload_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_photometry_range: {
        parameters: {
            query?: {
                format?: "mag" | "flux" | "both" | "plot";
                magsys?: "ab" | "vega";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RangeBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PhotometryPoint"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_photometry_photometry_id_int: {
        parameters: {
            query?: {
                format?: "mag" | "flux" | "both" | "plot";
                magsys?: "ab" | "vega";
            };
            header?: never;
            path: {
                photometry_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PhotometryPoint"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_photometry_photometry_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photometry_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_api_photometry_photometry_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photometry_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotometryChange"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PolicyAnswer"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PolicyAnswer"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_policies_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PreviewAnswer"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_policies_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            [key: string]: unknown;
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_policies_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Template"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_policies_policy_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PolicyAnswer"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_policies_policy_id_int_attachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__policies__AttachmentBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AttachmentAnswer"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_policies_policy_id_int_attachments_attachment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: number;
                attachment_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_policies_policy_id_int_differences: {
        parameters: {
            query: {
                from: number;
                to: number;
            };
            header?: never;
            path: {
                policy_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string[];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_policies_policy_id_int_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                policy_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PolicyAnswer"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_publications: {
        parameters: {
            query?: {
                obj_id?: string | null;
                stage?: ("idea" | "announced" | "analysis" | "draft" | "circulation" | "submitted" | "accepted" | "published" | "withdrawn" | "lapsed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PublicationAnswer"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_publications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PublicationWithObligations"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_publications_publication_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publication_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PublicationWithObligations"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_publications_publication_id_int_stage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publication_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PublicationWithObligations"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_releases: {
        parameters: {
            query?: {
                obj_id?: string | null;
                state?: ("scheduled" | "done") | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReleaseView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoleView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_source_exists: {
        parameters: {
            query?: {
                ra?: number | null;
                dec?: number | null;
                radius?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SourceExists"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_source_exists_obj_id: {
        parameters: {
            query?: {
                ra?: number | null;
                dec?: number | null;
                radius?: number | null;
            };
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SourceExists"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_source_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceGroupsBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources: {
        parameters: {
            query?: {
                includeThumbnails?: boolean;
                includePhotometry?: boolean;
                includePhotometryExists?: boolean;
                includeSpectrumExists?: boolean;
                includeCommentExists?: boolean;
                includeDetectionStats?: boolean;
                includePeriodExists?: boolean;
                includeComments?: boolean;
                includeCandidates?: boolean;
                includeRequested?: boolean;
                pendingOnly?: boolean;
                deduplicatePhotometry?: boolean;
                pageNumber?: number;
                numPerPage?: number;
                group_ids?: number[] | null;
                sourceID?: string | null;
                rejectedSourceIDs?: string[];
                ra?: number | null;
                dec?: number | null;
                radius?: number | null;
                savedBefore?: string | null;
                savedAfter?: string | null;
                savedByCurrentUser?: boolean;
                alias?: string | null;
                origin?: string | null;
                hasTNSname?: boolean;
                hasNoTNSname?: boolean;
                minRedshift?: number | null;
                maxRedshift?: number | null;
                startDate?: string | null;
                endDate?: string | null;
                numberDetections?: number | null;
                classifications?: string[];
                nonclassifications?: string[];
                classified?: boolean;
                unclassified?: boolean;
                hasFollowupRequest?: boolean;
                followupRequestStatus?: string | null;
                sortBy?: string;
                sortOrder?: ("asc" | "desc") | null;
                saveSummary?: boolean;
                useCache?: boolean;
                queryID?: string | null;
                hasSpectrum?: boolean;
                listName?: string | null;
                simbadClass?: string | null;
                hasBeenLabelled?: boolean;
                annotationsFilter?: string | null;
                commentsFilter?: string | null;
                minPeakMagnitude?: number | null;
                maxPeakMagnitude?: number | null;
                minLatestMagnitude?: number | null;
                maxLatestMagnitude?: number | null;
                localizationDateobs?: string | null;
                spatialCatalogName?: string | null;
                createdOrModifiedAfter?: string | null;
                includeGeoJSON?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SourcesPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_sources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SourceSaved"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id: {
        parameters: {
            query?: {
                includeThumbnails?: boolean;
                includePhotometry?: boolean;
                includePhotometryExists?: boolean;
                includeSpectrumExists?: boolean;
                includeCommentExists?: boolean;
                includeDetectionStats?: boolean;
                includePeriodExists?: boolean;
                includeComments?: boolean;
                includeCandidates?: boolean;
                includeRequested?: boolean;
                pendingOnly?: boolean;
                deduplicatePhotometry?: boolean;
                TNSname?: string | null;
            };
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SourceOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_sources_obj_id: {
        parameters: {
            query?: {
                group_id?: number | null;
            };
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnsaveBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_api_sources_obj_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_annotations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AnnotationOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_sources_obj_id_annotations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AnnotationId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                annotation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AnnotationOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_sources_obj_id_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                annotation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnotationChange"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_sources_obj_id_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                annotation_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_classifications: {
        parameters: {
            query?: {
                includeTaxonomy?: boolean;
            };
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ClassificationOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_sources_obj_id_classifications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_comments: {
        parameters: {
            query?: {
                text?: string | null;
                pageNumber?: number;
                numPerPage?: number;
            };
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CommentOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_sources_obj_id_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CommentId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                comment_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CommentOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_sources_obj_id_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                comment_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentChange"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_sources_obj_id_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                comment_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_comments_comment_id_int_attachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                comment_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: binary */
                        data: string;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_comments_comment_id_int_attachment_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                comment_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: binary */
                        data: string;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_groups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SavedGroupOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sources_obj_id_photometry: {
        parameters: {
            query?: {
                format?: "mag" | "flux" | "both" | "plot";
                magsys?: "ab" | "vega";
                includeExtinction?: boolean;
                includeValidationInfo?: boolean;
                includeAnnotationInfo?: boolean;
                includeOwnerInfo?: boolean;
                includeStreamInfo?: boolean;
                deduplicatePhotometry?: boolean;
                individualOrSeries?: "individual" | "series" | "both";
                phaseFoldData?: boolean;
            };
            header?: never;
            path: {
                obj_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PhotometryPoint"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_streams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_streams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StreamBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_streams_stream_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stream_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_streams_stream_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stream_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_api_streams_stream_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stream_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StreamBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_streams_stream_id_int_users: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stream_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StreamUserBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StreamUserAdded"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_streams_stream_id_int_users_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stream_id: number;
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_sysinfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SysInfo"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_system: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SystemView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_taxonomy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TaxonomyView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_taxonomy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxonomyBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TaxonomyId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_taxonomy_taxonomy_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taxonomy_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TaxonomyView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_taxonomy_taxonomy_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taxonomy_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxonomyPutBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_taxonomy_taxonomy_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taxonomy_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_telescope: {
        parameters: {
            query?: {
                name?: string | null;
                latitudeMin?: number | null;
                latitudeMax?: number | null;
                longitudeMin?: number | null;
                longitudeMax?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TelescopeView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_telescope: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TelescopeBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TelescopeId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_telescope_telescope_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                telescope_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TelescopeView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    put_api_telescope_telescope_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                telescope_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TelescopePutBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_telescope_telescope_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                telescope_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_thumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThumbnailBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ThumbnailId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_thumbnail_thumbnail_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                thumbnail_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ThumbnailOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_thumbnail_thumbnail_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                thumbnail_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_thumbnail_thumbnail_id_int_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                thumbnail_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: binary */
                        data: string;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_triggers: {
        parameters: {
            query?: {
                obj_id?: string | null;
                group_id?: number | null;
                state?: string[] | null;
                pageNumber?: number;
                numPerPage?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TriggersPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_triggers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerPost"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TriggerView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_triggers_trigger_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trigger_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TriggerView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_triggers_trigger_id_int_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trigger_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TriggerView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_user: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
                firstName?: string | null;
                lastName?: string | null;
                username?: string | null;
                email?: string | null;
                role?: string | null;
                acl?: string | null;
                group?: string | null;
                stream?: string | null;
                includeExpired?: boolean;
                sortBy?: "username" | "firstName" | "lastName" | "contactEmail" | "createdAt";
                sortOrder?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UsersPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_api_user_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserDetail"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_user_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    patch_api_user_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatchBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_user_user_id_int_acls: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AclsBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_user_user_id_int_acls_acl_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
                acl_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    post_api_user_user_id_int_roles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolesBody"];
            };
        };
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    delete_api_user_user_id_int_roles_role_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: number;
                role_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    get_login_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            /** @description error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
