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
    "/api/allocation/report/{instrument_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return charts of the allocations on an instrument: hours, requests, moonlight. */
        get: operations["get_api_allocation_report_instrument_id_int"];
        put?: never;
        post?: never;
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
    "/api/analysis_service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the analysis services that you may use. */
        get: operations["get_api_analysis_service"];
        put?: never;
        /**
         * Register an analysis service.
         * @description Needs the ACL 'Manage Analysis Services'.
         */
        post: operations["post_api_analysis_service"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analysis_service/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one analysis service. */
        get: operations["get_api_analysis_service_service_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete an analysis service with its analyses.
         * @description Needs the ACL 'Manage Analysis Services'.
         */
        delete: operations["delete_api_analysis_service_service_id_int"];
        options?: never;
        head?: never;
        /**
         * Change an analysis service.
         * @description Needs the ACL 'Manage Analysis Services'.
         */
        patch: operations["patch_api_analysis_service_service_id_int"];
        trace?: never;
    };
    "/api/analysis_service/{service_id}/default_analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the default analyses of a service. */
        get: operations["get_api_analysis_service_service_id_int_default_analysis"];
        put?: never;
        /**
         * Let an analysis start by itself when a source is classified.
         * @description Needs the ACL 'Run Analyses'.
         */
        post: operations["post_api_analysis_service_service_id_int_default_analysis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analysis_service/{service_id}/default_analysis/{default_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one default analysis. */
        get: operations["get_api_analysis_service_service_id_int_default_analysis_default_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a default analysis.
         * @description Needs the ACL 'Run Analyses'.
         */
        delete: operations["delete_api_analysis_service_service_id_int_default_analysis_default_id_int"];
        options?: never;
        head?: never;
        /**
         * Change a default analysis.
         * @description Needs the ACL 'Run Analyses'.
         */
        patch: operations["patch_api_analysis_service_service_id_int_default_analysis_default_id_int"];
        trace?: never;
    };
    "/api/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the assignments that the caller may read. */
        get: operations["get_api_assignment"];
        put?: never;
        /** Assign a target to an observing run. */
        post: operations["post_api_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignment/{assignment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one assignment. */
        get: operations["get_api_assignment_assignment_id_int"];
        /** Change an assignment. */
        put: operations["put_api_assignment_assignment_id_int"];
        post?: never;
        /** Delete an assignment. */
        delete: operations["delete_api_assignment_assignment_id_int"];
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
    "/api/candidates/bulk_delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete objs that passed filters long ago and that nobody saved or works on.
         * @description Needs the ACL 'System admin'.
         */
        post: operations["post_api_candidates_bulk_delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/scan_reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return reports, newest first. */
        get: operations["get_api_candidates_scan_reports"];
        put?: never;
        /**
         * Report what was saved of the candidates of some time.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_candidates_scan_reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/scan_reports/{report_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the items of a report. */
        get: operations["get_api_candidates_scan_reports_report_id_int_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/candidates/scan_reports/{report_id}/items/{item_id}": {
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
        /**
         * Set the comment of an item.
         * @description Needs the ACL 'Comment'.
         */
        patch: operations["patch_api_candidates_scan_reports_report_id_int_items_item_id_int"];
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
    "/api/candidates_filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one page of the passages themselves, earliest first. */
        get: operations["get_api_candidates_filter"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/classification/votes/{classification_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vote on a classification; a later vote replaces the earlier.
         * @description Needs the ACL 'Classify'.
         */
        post: operations["post_api_classification_votes_classification_id_int"];
        /**
         * Take one's own vote back.
         * @description Needs the ACL 'Classify'.
         */
        delete: operations["delete_api_classification_votes_classification_id_int"];
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
    "/api/comment_attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count attachments. Skyrelay keeps them in its blob store from the start, never in the database.
         * @description Needs the ACL 'System admin'.
         */
        get: operations["get_api_comment_attachment"];
        put?: never;
        /**
         * Say that no attachment is left in the database to be moved to the disk.
         * @description Needs the ACL 'System admin'.
         */
        post: operations["post_api_comment_attachment"];
        delete?: never;
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
    "/api/default_followup_request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the default follow-up requests. */
        get: operations["get_api_default_followup_request"];
        put?: never;
        /**
         * Have follow-up requested for every source that a group saves and a filter lets through.
         * @description Needs the ACL 'Manage allocations'.
         */
        post: operations["post_api_default_followup_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/default_followup_request/{default_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one default follow-up request. */
        get: operations["get_api_default_followup_request_default_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a default follow-up request; what it has asked for stays.
         * @description Needs the ACL 'Manage allocations'.
         */
        delete: operations["delete_api_default_followup_request_default_id_int"];
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
    "/api/errands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return what is done outside in your name, the newest first: analyses sent, pages published, reports to others. */
        get: operations["get_api_errands"];
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
    "/api/facility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in what a facility says of a follow-up request.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_facility"];
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
    "/api/finder_chart/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return what each facility's users take for offset stars. */
        get: operations["get_api_finder_chart_facilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * Submit a follow-up request to one allocation, unless a constraint forbids it.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_followup_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup_request/prioritization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order follow-up requests by the brightness of their targets.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_followup_request_prioritization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup_request/schedule/{instrument_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return a plan of an instrument's follow-up requests for one night. */
        get: operations["get_api_followup_request_schedule_instrument_id_int"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/followup_request/watch/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Watch a follow-up request. */
        post: operations["post_api_followup_request_watch_request_id_int"];
        /** Watch a follow-up request no longer. */
        delete: operations["delete_api_followup_request_watch_request_id_int"];
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
        /**
         * Change a follow-up request, or ask its facility anew.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_followup_request_request_id_int"];
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
    "/api/followup_request/{request_id}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the comment of a follow-up request. */
        put: operations["put_api_followup_request_request_id_int_comment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group_admission_requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's requests and those for groups that the caller administers. */
        get: operations["get_api_group_admission_requests"];
        put?: never;
        /**
         * Ask to join a group.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_group_admission_requests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/group_admission_requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one request. */
        get: operations["get_api_group_admission_requests_request_id_int"];
        put?: never;
        post?: never;
        /**
         * Withdraw one's own request.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_group_admission_requests_request_id_int"];
        options?: never;
        head?: never;
        /**
         * Accept or decline a request; who is accepted becomes a member.
         * @description Needs the ACL 'Upload data'.
         */
        patch: operations["patch_api_group_admission_requests_request_id_int"];
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
    "/api/instrument/{allocation_id}/external_api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch the log of an allocation's instrument from its facility, where the facility keeps one.
         * @description Needs the ACL 'Upload data'.
         */
        get: operations["get_api_instrument_allocation_id_int_external_api"];
        put?: never;
        post?: never;
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
        /** Return one instrument with its telescope, and its fields as far as they are asked for. */
        get: operations["get_api_instrument_instrument_id_int"];
        /**
         * Change an instrument; new fields replace the old ones.
         * @description Needs the ACL 'Manage instruments'.
         */
        put: operations["put_api_instrument_instrument_id_int"];
        post?: never;
        /**
         * Delete an instrument that nothing needs, or its fields only.
         * @description Needs the ACL 'Manage instruments'.
         */
        delete: operations["delete_api_instrument_instrument_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instrument/{instrument_id}/fields": {
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
         * Delete the fields of an instrument.
         * @description Needs the ACL 'Manage instruments'.
         */
        delete: operations["delete_api_instrument_instrument_id_int_fields"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instrument/{instrument_id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the logs of an instrument that overlap a period. */
        get: operations["get_api_instrument_instrument_id_int_log"];
        put?: never;
        /**
         * Upload a log of an instrument.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_instrument_instrument_id_int_log"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instrument/{instrument_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how an instrument is.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_instrument_instrument_id_int_status"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/altdata_info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the keys of the sources' altdata and their types. */
        get: operations["get_api_internal_altdata_info"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/annotations_info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return, for each origin of annotations, its keys and their types. */
        get: operations["get_api_internal_annotations_info"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/internal/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the writes that one may look at: one's own, and those to rows of groups that one administers. */
        get: operations["get_api_internal_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one's own notifications, as far as one may still read what they are about. */
        get: operations["get_api_internal_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/notifications/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete all of one's notifications. */
        delete: operations["delete_api_internal_notifications_all"];
        options?: never;
        head?: never;
        /** Mark all of one's notifications as viewed, or not. */
        patch: operations["patch_api_internal_notifications_all"];
        trace?: never;
    };
    "/api/internal/notifications/{notification_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one notification. */
        get: operations["get_api_internal_notifications_notification_id_int"];
        put?: never;
        post?: never;
        /** Delete a notification. */
        delete: operations["delete_api_internal_notifications_notification_id_int"];
        options?: never;
        head?: never;
        /** Mark a notification as viewed, or not. */
        patch: operations["patch_api_internal_notifications_notification_id_int"];
        trace?: never;
    };
    "/api/internal/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's passkeys. */
        get: operations["get_api_internal_passkeys"];
        put?: never;
        /** Keep the passkey that the browser made. */
        post: operations["post_api_internal_passkeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to make a passkey. */
        post: operations["post_api_internal_passkeys_options"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one of the caller's passkeys. */
        delete: operations["delete_api_internal_passkeys_passkey_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the caller's password; other sessions end. */
        put: operations["put_api_internal_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/plot/airmass/objtel/{obj_id}/{telescope_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the airmass of a source above a telescope through 24 hours. */
        get: operations["get_api_internal_plot_airmass_objtel_obj_id_telescope_id_int"];
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
    "/api/internal/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the browsers in which the caller is logged in. */
        get: operations["get_api_internal_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/internal/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log another browser of the caller's out. */
        delete: operations["delete_api_internal_sessions_session_id"];
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/invitation/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say what an invitation is to; whoever has the link may know. */
        get: operations["get_api_invitation_code"];
        put?: never;
        /** Accept an invitation: make the account, and log in. */
        post: operations["post_api_invitation_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitation/{code}/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to make the passkey of an invited person. */
        post: operations["post_api_invitation_code_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's invitations, newest first. */
        get: operations["get_api_invitations"];
        put?: never;
        /**
         * Invite somebody; ``link`` is what to pass on where no e-mail is sent.
         * @description Needs the ACL 'Manage users'.
         */
        post: operations["post_api_invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}": {
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
         * Take an invitation back.
         * @description Needs the ACL 'Manage users'.
         */
        delete: operations["delete_api_invitations_invitation_id_int"];
        options?: never;
        head?: never;
        /**
         * Change what a pending invitation of the caller's gives.
         * @description Needs the ACL 'Manage users'.
         */
        patch: operations["patch_api_invitations_invitation_id_int"];
        trace?: never;
    };
    "/api/listing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the entries of one's own lists. */
        get: operations["get_api_listing"];
        put?: never;
        /** Put an obj on a list. */
        post: operations["post_api_listing"];
        /** Take an obj off a list, both by name. */
        delete: operations["delete_api_listing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/listing/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the entries of a user's lists: one's own, or for administrators anybody's. */
        get: operations["get_api_listing_number_int"];
        put?: never;
        post?: never;
        /** Take an entry off its list. */
        delete: operations["delete_api_listing_number_int"];
        options?: never;
        head?: never;
        /** Change an entry. */
        patch: operations["patch_api_listing_number_int"];
        trace?: never;
    };
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ways to log in. */
        get: operations["get_api_login"];
        put?: never;
        /** Log a browser in; the answer sets the session's cookie. */
        post: operations["post_api_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a browser in by a passkey. */
        post: operations["post_api_login_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a log-in by passkey. */
        post: operations["post_api_login_passkey_options"];
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
    "/api/newsfeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return what is new, newest first, as the caller's preferences choose. */
        get: operations["get_api_newsfeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obj/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the analyses that you may read: everything that they were made from must be open to you. */
        get: operations["get_api_obj_analysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obj/analysis/{analysis_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one analysis. */
        get: operations["get_api_obj_analysis_analysis_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete an analysis with what came of it.
         * @description Needs the ACL 'Run Analyses'.
         */
        delete: operations["delete_api_obj_analysis_analysis_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obj/analysis/{analysis_id}/corner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say that no corner plots are drawn here. */
        get: operations["get_api_obj_analysis_analysis_id_int_corner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obj/analysis/{analysis_id}/plots/{plot_number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one plot of an analysis, by number from 0. */
        get: operations["get_api_obj_analysis_analysis_id_int_plots_plot_number_int"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obj/analysis/{analysis_id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the results of an analysis: as values, or as a file. */
        get: operations["get_api_obj_analysis_analysis_id_int_results"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obj/{obj_id}/analysis/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a service for an analysis of a source.
         * @description Needs the ACL 'Run Analyses'.
         */
        post: operations["post_api_obj_obj_id_analysis_service_id_int"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obj/{obj_id}/analysis_upload/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store the result of an analysis that was made elsewhere.
         * @description Needs the ACL 'Run Analyses'.
         */
        post: operations["post_api_obj_obj_id_analysis_upload_service_id_int"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objs/{obj_id}": {
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
         * Delete an obj that nobody knows anything of any more.
         * @description Needs the ACL 'Manage sources'.
         */
        delete: operations["delete_api_objs_obj_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objtag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the tags on objs. */
        get: operations["get_api_objtag"];
        put?: never;
        /**
         * Put a tag on an obj, or show one that is there to more groups.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_objtag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objtag/{association_id}": {
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
         * Take groups off a tag on an obj; with nobody left, it goes.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_objtag_association_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objtagoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return all tags that there are. */
        get: operations["get_api_objtagoption"];
        put?: never;
        /**
         * Make a tag.
         * @description Needs the ACL 'Manage sources'.
         */
        post: operations["post_api_objtagoption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/objtagoption/{tag_id}": {
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
         * Delete a tag that is on no obj any more.
         * @description Needs the ACL 'Manage sources'.
         */
        delete: operations["delete_api_objtagoption_tag_id_int"];
        options?: never;
        head?: never;
        /**
         * Rename or recolour a tag.
         * @description Needs the ACL 'Manage sources'.
         */
        patch: operations["patch_api_objtagoption_tag_id_int"];
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
    "/api/observing_run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the observing runs, by date. */
        get: operations["get_api_observing_run"];
        put?: never;
        /**
         * Make an observing run.
         * @description Needs the ACL 'Manage observing runs'.
         */
        post: operations["post_api_observing_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/observing_run/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one observing run with its targets, their rise and set, and the Sun. */
        get: operations["get_api_observing_run_run_id_int"];
        /**
         * Change an observing run.
         * @description Needs the ACL 'Manage observing runs'.
         */
        put: operations["put_api_observing_run_run_id_int"];
        post?: never;
        /**
         * Delete an observing run with its assignments.
         * @description Needs the ACL 'Manage observing runs'.
         */
        delete: operations["delete_api_observing_run_run_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/observing_run/{run_id}/not_observed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move the run's assignments from one status to another.
         * @description Needs the ACL 'Manage observing runs'.
         */
        put: operations["put_api_observing_run_run_id_int_not_observed"];
        post?: never;
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
    "/api/phot_stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return how many objs have statistics.
         * @description Needs the ACL 'System admin'.
         */
        get: operations["get_api_phot_stats"];
        put?: never;
        /**
         * Count the statistics of a page of objs that lack them.
         * @description Needs the ACL 'System admin'.
         */
        post: operations["post_api_phot_stats"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Count the statistics of a page of objs anew.
         * @description Needs the ACL 'System admin'.
         */
        patch: operations["patch_api_phot_stats"];
        trace?: never;
    };
    "/api/phot_stats/aggregate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return statistics of many sources, for a plot. */
        get: operations["get_api_phot_stats_aggregate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photometric_series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return a page of series. */
        get: operations["get_api_photometric_series"];
        put?: never;
        /**
         * Store a series; what its sharing policy withholds is answered beside.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_photometric_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photometric_series/{series_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one series. */
        get: operations["get_api_photometric_series_series_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a series of one's own, or of a group that one administers.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_photometric_series_series_id_int"];
        options?: never;
        head?: never;
        /**
         * Change a series of one's own, or of a group that one administers; groups are added.
         * @description Needs the ACL 'Upload data'.
         */
        patch: operations["patch_api_photometric_series_series_id_int"];
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
    "/api/photometry/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the origins of all photometry that one may read. */
        get: operations["get_api_photometry_origins"];
        put?: never;
        post?: never;
        delete?: never;
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
        /** Return photometry by observing time and instrument; the filters are in the body, or in the query. */
        get: operations["get_api_photometry_range"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photometry/{key}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the annotations of a source, spectrum or photometry point. */
        get: operations["get_api_photometry_key_int_annotations"];
        put?: never;
        /**
         * Annotate; one annotation an origin and team.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_photometry_key_int_annotations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photometry/{key}/annotations/{annotation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one annotation. */
        get: operations["get_api_photometry_key_int_annotations_annotation_id_int"];
        /**
         * Change an annotation; what is not sent stays.
         * @description Needs the ACL 'Annotate'.
         */
        put: operations["put_api_photometry_key_int_annotations_annotation_id_int"];
        post?: never;
        /**
         * Delete an annotation.
         * @description Needs the ACL 'Annotate'.
         */
        delete: operations["delete_api_photometry_key_int_annotations_annotation_id_int"];
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
    "/api/photometry/{photometry_id}/validation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a point as valid, rejected or undecided.
         * @description Needs the ACL 'Manage sources'.
         */
        post: operations["post_api_photometry_photometry_id_int_validation"];
        /**
         * Take the mark of a point away.
         * @description Needs the ACL 'Manage sources'.
         */
        delete: operations["delete_api_photometry_photometry_id_int_validation"];
        options?: never;
        head?: never;
        /**
         * Change the mark of a point.
         * @description Needs the ACL 'Manage sources'.
         */
        patch: operations["patch_api_photometry_photometry_id_int_validation"];
        trace?: never;
    };
    "/api/photometry_request/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Have the facility of a follow-up request asked for its data now.
         * @description Needs the ACL 'Upload data'.
         */
        get: operations["get_api_photometry_request_request_id_int"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/public_pages/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the public releases, by name. */
        get: operations["get_api_public_pages_release"];
        put?: never;
        /**
         * Make a public release.
         * @description Needs the ACL 'Manage sources'.
         */
        post: operations["post_api_public_pages_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public_pages/release/{release_id}": {
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
         * Delete a public release that has no pages.
         * @description Needs the ACL 'Manage sources'.
         */
        delete: operations["delete_api_public_pages_release_release_id_int"];
        options?: never;
        head?: never;
        /**
         * Rewrite a public release.
         * @description Needs the ACL 'Manage sources'.
         */
        patch: operations["patch_api_public_pages_release_release_id_int"];
        trace?: never;
    };
    "/api/public_pages/source/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the public pages of a source, the newest first. */
        get: operations["get_api_public_pages_source_source_id"];
        put?: never;
        /**
         * Publish a source as it is now, as far as you may and its policies let you.
         * @description Needs the ACL 'Manage sources'.
         */
        post: operations["post_api_public_pages_source_source_id"];
        /**
         * Take a public page back, at once; the place of the source's name is that of the page's id here.
         * @description Needs the ACL 'Manage sources'.
         */
        delete: operations["delete_api_public_pages_source_source_id"];
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
    "/api/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share photometry and spectra with more groups; what the policies do not allow yet is answered as withheld.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_sharing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing_service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the sharing services that your groups have access to. */
        get: operations["get_api_sharing_service"];
        /**
         * Make a sharing service.
         * @description Needs the ACL 'Manage groups'.
         */
        put: operations["put_api_sharing_service"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing_service/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return a page of a sharing service's submissions, newest first. */
        get: operations["get_api_sharing_service_submission"];
        put?: never;
        /**
         * Have a source published; its state is told by the submissions.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_sharing_service_submission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing_service/submission/{submission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one submission. */
        get: operations["get_api_sharing_service_submission_submission_id_int"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing_service/{service_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one sharing service. */
        get: operations["get_api_sharing_service_service_id_int"];
        /**
         * Change a sharing service of a group of yours.
         * @description Needs the ACL 'Manage groups'.
         */
        put: operations["put_api_sharing_service_service_id_int"];
        post?: never;
        /**
         * Delete a sharing service of a group of yours.
         * @description Needs the ACL 'Manage groups'.
         */
        delete: operations["delete_api_sharing_service_service_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing_service/{service_id}/coauthor/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name a person in every report.
         * @description Needs the ACL 'Manage groups'.
         */
        post: operations["post_api_sharing_service_service_id_int_coauthor_user_id_int"];
        /**
         * Name a person no longer.
         * @description Needs the ACL 'Manage groups'.
         */
        delete: operations["delete_api_sharing_service_service_id_int_coauthor_user_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing_service/{service_id}/group/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a group access to a sharing service, or change its settings.
         * @description Needs the ACL 'Manage groups'.
         */
        put: operations["put_api_sharing_service_service_id_int_group_group_id_int"];
        post?: never;
        /**
         * Take a group's access to a sharing service away.
         * @description Needs the ACL 'Manage groups'.
         */
        delete: operations["delete_api_sharing_service_service_id_int_group_group_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing_service/{service_id}/group/{group_id}/auto_publisher": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a group's new sources published in these members' names.
         * @description Needs the ACL 'Manage groups'.
         */
        post: operations["post_api_sharing_service_service_id_int_group_group_id_int_auto_publisher"];
        /**
         * Have nothing published in these members' names any more.
         * @description Needs the ACL 'Manage groups'.
         */
        delete: operations["delete_api_sharing_service_service_id_int_group_group_id_int_auto_publisher"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing_service/{service_id}/group/{group_id}/auto_publisher/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a group's new sources published in this member's name.
         * @description Needs the ACL 'Manage groups'.
         */
        post: operations["post_api_sharing_service_service_id_int_group_group_id_int_auto_publisher_user_id_int"];
        /**
         * Have nothing published in this member's name any more.
         * @description Needs the ACL 'Manage groups'.
         */
        delete: operations["delete_api_sharing_service_service_id_int_group_group_id_int_auto_publisher_user_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift/{key}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the comments on a source, spectrum or shift. */
        get: operations["get_api_shift_key_int_comments"];
        put?: never;
        /**
         * Comment; users named with ``@`` are told, if they may read it.
         * @description Needs the ACL 'Comment'.
         */
        post: operations["post_api_shift_key_int_comments"];
        /**
         * Delete those comments that one may delete.
         * @description Needs the ACL 'Comment'.
         */
        delete: operations["delete_api_shift_key_int_comments"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift/{key}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one comment. */
        get: operations["get_api_shift_key_int_comments_comment_id_int"];
        /**
         * Change a comment; what is not sent stays.
         * @description Needs the ACL 'Comment'.
         */
        put: operations["put_api_shift_key_int_comments_comment_id_int"];
        post?: never;
        /**
         * Delete a comment.
         * @description Needs the ACL 'Comment'.
         */
        delete: operations["delete_api_shift_key_int_comments_comment_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift/{key}/comments/{comment_id}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the file attached to a comment, to whoever may read the comment. */
        get: operations["get_api_shift_key_int_comments_comment_id_int_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift/{key}/comments/{comment_id}/attachment.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the file attached to a comment, to whoever may read the comment. */
        get: operations["get_api_shift_key_int_comments_comment_id_int_attachment_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift/{key}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the reminders of a source, spectrum or shift. */
        get: operations["get_api_shift_key_int_reminders"];
        put?: never;
        /** Remind oneself, or others of one's groups. */
        post: operations["post_api_shift_key_int_reminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift/{key}/reminders/{reminder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one reminder. */
        get: operations["get_api_shift_key_int_reminders_reminder_id_int"];
        put?: never;
        post?: never;
        /** Delete a reminder. */
        delete: operations["delete_api_shift_key_int_reminders_reminder_id_int"];
        options?: never;
        head?: never;
        /** Change a reminder; what is not sent stays. */
        patch: operations["patch_api_shift_key_int_reminders_reminder_id_int"];
        trace?: never;
    };
    "/api/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the shifts of the caller's groups, in the order of their start. */
        get: operations["get_api_shifts"];
        put?: never;
        /**
         * Make a shift.
         * @description Needs the ACL 'Manage shifts'.
         */
        post: operations["post_api_shifts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sum up the shifts that start in a period. */
        get: operations["get_api_shifts_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/summary/{shift_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sum up one shift. */
        get: operations["get_api_shifts_summary_shift_id_int"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/{shift_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one shift with its people and its group. */
        get: operations["get_api_shifts_shift_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a shift.
         * @description Needs the ACL 'Manage shifts'.
         */
        delete: operations["delete_api_shifts_shift_id_int"];
        options?: never;
        head?: never;
        /**
         * Change a shift.
         * @description Needs the ACL 'Manage shifts'.
         */
        patch: operations["patch_api_shifts_shift_id_int"];
        trace?: never;
    };
    "/api/shifts/{shift_id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody on a shift. */
        post: operations["post_api_shifts_shift_id_int_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shifts/{shift_id}/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody off a shift. */
        delete: operations["delete_api_shifts_shift_id_int_users_user_id_int"];
        options?: never;
        head?: never;
        /** Make somebody an admin of the shift, or ask for a replacement. */
        patch: operations["patch_api_shifts_shift_id_int_users_user_id_int"];
        trace?: never;
    };
    "/api/source/{obj_id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the reminders of a source, spectrum or shift. */
        get: operations["get_api_source_obj_id_reminders"];
        put?: never;
        /** Remind oneself, or others of one's groups. */
        post: operations["post_api_source_obj_id_reminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source/{obj_id}/reminders/{reminder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one reminder. */
        get: operations["get_api_source_obj_id_reminders_reminder_id_int"];
        put?: never;
        post?: never;
        /** Delete a reminder. */
        delete: operations["delete_api_source_obj_id_reminders_reminder_id_int"];
        options?: never;
        head?: never;
        /** Change a reminder; what is not sent stays. */
        patch: operations["patch_api_source_obj_id_reminders_reminder_id_int"];
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
         * Save a source to groups, or ask them to; unsave it from others.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_source_groups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/source_groups/{obj_id}": {
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
        /**
         * Accept or decline a save that was asked for.
         * @description Needs the ACL 'Upload data'.
         */
        patch: operations["patch_api_source_groups_obj_id"];
        trace?: never;
    };
    "/api/source_notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call the attention of groups to a source: in the portal, and by e-mail where that is set up. */
        post: operations["post_api_source_notifications"];
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
        /** Return the annotations of a source, spectrum or photometry point. */
        get: operations["get_api_sources_obj_id_annotations"];
        put?: never;
        /**
         * Annotate; one annotation an origin and team.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_sources_obj_id_annotations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/annotations/datalab": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a source cross-matched with a catalogue of the Astro Data Lab.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_sources_obj_id_annotations_datalab"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/annotations/gaia": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a source cross-matched with Gaia.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_sources_obj_id_annotations_gaia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/annotations/irsa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a source cross-matched with a WISE catalogue of IRSA.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_sources_obj_id_annotations_irsa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/annotations/ps1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a source cross-matched with PanSTARRS1 DR2.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_sources_obj_id_annotations_ps1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/annotations/vizier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a source cross-matched with a catalogue of VizieR.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_sources_obj_id_annotations_vizier"];
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
         * Change an annotation; what is not sent stays.
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
    "/api/sources/{obj_id}/color_mag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return colour and absolute magnitude from catalogues' annotations. */
        get: operations["get_api_sources_obj_id_color_mag"];
        put?: never;
        post?: never;
        delete?: never;
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
        /** Return the comments on a source, spectrum or shift. */
        get: operations["get_api_sources_obj_id_comments"];
        put?: never;
        /**
         * Comment; users named with ``@`` are told, if they may read it.
         * @description Needs the ACL 'Comment'.
         */
        post: operations["post_api_sources_obj_id_comments"];
        /**
         * Delete those comments that one may delete.
         * @description Needs the ACL 'Comment'.
         */
        delete: operations["delete_api_sources_obj_id_comments"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/comments/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the channels in which a source has comments. */
        get: operations["get_api_sources_obj_id_comments_channels"];
        put?: never;
        post?: never;
        /**
         * Delete those comments of a channel that one may delete.
         * @description Needs the ACL 'Comment'.
         */
        delete: operations["delete_api_sources_obj_id_comments_channels"];
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
         * Change a comment; what is not sent stays.
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
        /** Return the file attached to a comment, to whoever may read the comment. */
        get: operations["get_api_sources_obj_id_comments_comment_id_int_attachment_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/copy_photometry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy the photometry of another obj that one may share; the message says how many points that were.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_sources_obj_id_copy_photometry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/finder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return a finder chart of a source; what is to be fetched for it is there the next time. */
        get: operations["get_api_sources_obj_id_finder"];
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
    "/api/sources/{obj_id}/host": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a host galaxy: there is no catalogue of galaxies here.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_sources_obj_id_host"];
        /**
         * Refuse to clear a host galaxy: there is none.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_sources_obj_id_host"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/interests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return why teams look at a source. */
        get: operations["get_api_sources_obj_id_interests"];
        put?: never;
        /**
         * Say why one's team looks at a source.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_sources_obj_id_interests"];
        /**
         * Take back all of one's own interests in a source.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_sources_obj_id_interests"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/interests/{interest_id}": {
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
         * Take one interest back.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_sources_obj_id_interests_interest_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that one has looked at a source, for groups.
         * @description Needs the ACL 'Classify'.
         */
        post: operations["post_api_sources_obj_id_labels"];
        /**
         * Take one's labels of a source back.
         * @description Needs the ACL 'Classify'.
         */
        delete: operations["delete_api_sources_obj_id_labels"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/mpc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the Minor Planet Center asked for known minor planets at a source's position.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_sources_obj_id_mpc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/observability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return a PDF: when the source can be observed within 24 hours from each telescope with a fixed place. */
        get: operations["get_api_sources_obj_id_observability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/offsets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return offset stars of a source, as far as they are known by now. */
        get: operations["get_api_sources_obj_id_offsets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/phot_stat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the statistics of a source's photometry. */
        get: operations["get_api_sources_obj_id_phot_stat"];
        /**
         * Count the statistics of a source anew.
         * @description Needs the ACL 'System admin'.
         */
        put: operations["put_api_sources_obj_id_phot_stat"];
        /**
         * Count the statistics of a source that were set aside.
         * @description Needs the ACL 'System admin'.
         */
        post: operations["post_api_sources_obj_id_phot_stat"];
        /**
         * Set the statistics of a source aside.
         * @description Needs the ACL 'System admin'.
         */
        delete: operations["delete_api_sources_obj_id_phot_stat"];
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
        /**
         * Delete the photometry of a source that is one's own, or of a group that one administers.
         * @description Needs the ACL 'Delete bulk photometry'.
         */
        delete: operations["delete_api_sources_obj_id_photometry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return where an obj is by its photometry. */
        get: operations["get_api_sources_obj_id_position"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the reminders of a source, spectrum or shift. */
        get: operations["get_api_sources_obj_id_reminders"];
        put?: never;
        /** Remind oneself, or others of one's groups. */
        post: operations["post_api_sources_obj_id_reminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/reminders/{reminder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one reminder. */
        get: operations["get_api_sources_obj_id_reminders_reminder_id_int"];
        put?: never;
        post?: never;
        /** Delete a reminder. */
        delete: operations["delete_api_sources_obj_id_reminders_reminder_id_int"];
        options?: never;
        head?: never;
        /** Change a reminder; what is not sent stays. */
        patch: operations["patch_api_sources_obj_id_reminders_reminder_id_int"];
        trace?: never;
    };
    "/api/sources/{obj_id}/spectra": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the spectra of a source. */
        get: operations["get_api_sources_obj_id_spectra"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{obj_id}/tns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Have the TNS asked for a source's name.
         * @description Needs the ACL 'Upload data'.
         */
        get: operations["get_api_sources_obj_id_tns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spatial_catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return all catalogues, with the number of their entries. */
        get: operations["get_api_spatial_catalog"];
        put?: never;
        /**
         * Store a catalogue; it is there when this answers.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spatial_catalog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spatial_catalog/ascii": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store a catalogue that comes as comma-separated values.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spatial_catalog_ascii"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spatial_catalog/{catalog_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one catalogue with its entries. */
        get: operations["get_api_spatial_catalog_catalog_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a catalogue of one's own.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_spatial_catalog_catalog_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return spectra by what they, or the comments on them, say. */
        get: operations["get_api_spectra"];
        put?: never;
        /**
         * Store a spectrum; what its sharing policy withholds is answered beside.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spectra"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/ascii": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store the spectrum that a text file says, and the file with it.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spectra_ascii"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return slim spectra of many sources, with what their phases are counted from; this only reads. */
        post: operations["post_api_spectra_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/parse/ascii": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a text file would become; nothing of it is kept.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spectra_parse_ascii"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/range": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return spectra by observing time and instrument. */
        get: operations["get_api_spectra_range"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/synthphot/{spectrum_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute AB magnitudes of a spectrum and keep them as photometry, for whom the spectrum is.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spectra_synthphot_spectrum_id_int"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/{key}/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the annotations of a source, spectrum or photometry point. */
        get: operations["get_api_spectra_key_int_annotations"];
        put?: never;
        /**
         * Annotate; one annotation an origin and team.
         * @description Needs the ACL 'Annotate'.
         */
        post: operations["post_api_spectra_key_int_annotations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/{key}/annotations/{annotation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one annotation. */
        get: operations["get_api_spectra_key_int_annotations_annotation_id_int"];
        /**
         * Change an annotation; what is not sent stays.
         * @description Needs the ACL 'Annotate'.
         */
        put: operations["put_api_spectra_key_int_annotations_annotation_id_int"];
        post?: never;
        /**
         * Delete an annotation.
         * @description Needs the ACL 'Annotate'.
         */
        delete: operations["delete_api_spectra_key_int_annotations_annotation_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/{key}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the comments on a source, spectrum or shift. */
        get: operations["get_api_spectra_key_int_comments"];
        put?: never;
        /**
         * Comment; users named with ``@`` are told, if they may read it.
         * @description Needs the ACL 'Comment'.
         */
        post: operations["post_api_spectra_key_int_comments"];
        /**
         * Delete those comments that one may delete.
         * @description Needs the ACL 'Comment'.
         */
        delete: operations["delete_api_spectra_key_int_comments"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/{key}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one comment. */
        get: operations["get_api_spectra_key_int_comments_comment_id_int"];
        /**
         * Change a comment; what is not sent stays.
         * @description Needs the ACL 'Comment'.
         */
        put: operations["put_api_spectra_key_int_comments_comment_id_int"];
        post?: never;
        /**
         * Delete a comment.
         * @description Needs the ACL 'Comment'.
         */
        delete: operations["delete_api_spectra_key_int_comments_comment_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/{key}/comments/{comment_id}/attachment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the file attached to a comment, to whoever may read the comment. */
        get: operations["get_api_spectra_key_int_comments_comment_id_int_attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/{key}/comments/{comment_id}/attachment.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the file attached to a comment, to whoever may read the comment. */
        get: operations["get_api_spectra_key_int_comments_comment_id_int_attachment_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/{key}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the reminders of a source, spectrum or shift. */
        get: operations["get_api_spectra_key_int_reminders"];
        put?: never;
        /** Remind oneself, or others of one's groups. */
        post: operations["post_api_spectra_key_int_reminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectra/{key}/reminders/{reminder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one reminder. */
        get: operations["get_api_spectra_key_int_reminders_reminder_id_int"];
        put?: never;
        post?: never;
        /** Delete a reminder. */
        delete: operations["delete_api_spectra_key_int_reminders_reminder_id_int"];
        options?: never;
        head?: never;
        /** Change a reminder; what is not sent stays. */
        patch: operations["patch_api_spectra_key_int_reminders_reminder_id_int"];
        trace?: never;
    };
    "/api/spectra/{spectrum_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one spectrum. */
        get: operations["get_api_spectra_spectrum_id_int"];
        /**
         * Change a spectrum of one's own, or of a group that one administers; groups are added.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_spectra_spectrum_id_int"];
        post?: never;
        /**
         * Delete a spectrum of one's own, or of a group that one administers.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_spectra_spectrum_id_int"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectrum": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return spectra by what they, or the comments on them, say. */
        get: operations["get_api_spectrum"];
        put?: never;
        /**
         * Store a spectrum; what its sharing policy withholds is answered beside.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spectrum"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectrum/ascii": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store the spectrum that a text file says, and the file with it.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spectrum_ascii"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectrum/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return slim spectra of many sources, with what their phases are counted from; this only reads. */
        post: operations["post_api_spectrum_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectrum/parse/ascii": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a text file would become; nothing of it is kept.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spectrum_parse_ascii"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectrum/range": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return spectra by observing time and instrument. */
        get: operations["get_api_spectrum_range"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectrum/synthphot/{spectrum_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compute AB magnitudes of a spectrum and keep them as photometry, for whom the spectrum is.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_spectrum_synthphot_spectrum_id_int"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/spectrum/{spectrum_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one spectrum. */
        get: operations["get_api_spectrum_spectrum_id_int"];
        /**
         * Change a spectrum of one's own, or of a group that one administers; groups are added.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_spectrum_spectrum_id_int"];
        post?: never;
        /**
         * Delete a spectrum of one's own, or of a group that one administers.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_spectrum_spectrum_id_int"];
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
    "/api/super_objs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return super-objs. */
        get: operations["get_api_super_objs"];
        put?: never;
        /**
         * Make a super-obj, for all of one's teams.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_super_objs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/super_objs/{super_obj_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return one super-obj. */
        get: operations["get_api_super_objs_super_obj_id_int"];
        put?: never;
        post?: never;
        /**
         * Delete a super-obj; its objs stay.
         * @description Needs the ACL 'System admin'.
         */
        delete: operations["delete_api_super_objs_super_obj_id_int"];
        options?: never;
        head?: never;
        /**
         * Change a super-obj, or which objs it links.
         * @description Needs the ACL 'Upload data'.
         */
        patch: operations["patch_api_super_objs_super_obj_id_int"];
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
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the caller's teams by name. */
        get: operations["get_api_teams"];
        put?: never;
        /**
         * Make a team of groups that the caller administers.
         * @description Needs the ACL 'Upload data'.
         */
        post: operations["post_api_teams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return a team with its groups and its members. */
        get: operations["get_api_teams_team_id_int"];
        /**
         * Change a team and which groups are in it.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_teams_team_id_int"];
        post?: never;
        /**
         * Delete a team; its groups stay.
         * @description Needs the ACL 'Upload data'.
         */
        delete: operations["delete_api_teams_team_id_int"];
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
        /**
         * Change what a thumbnail is said to be.
         * @description Needs the ACL 'Upload data'.
         */
        put: operations["put_api_thumbnail_thumbnail_id_int"];
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
    "/api/thumbnailPath": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the thumbnails whose picture is in its place.
         * @description Needs the ACL 'System admin'.
         */
        get: operations["get_api_thumbnailpath"];
        put?: never;
        post?: never;
        /**
         * Remove the folders of the blob store that have been empty for an hour.
         * @description Needs the ACL 'System admin'.
         */
        delete: operations["delete_api_thumbnailpath"];
        options?: never;
        head?: never;
        /**
         * Look at a page of thumbnails. A picture's place follows from its bytes, so none is ever moved.
         * @description Needs the ACL 'System admin'.
         */
        patch: operations["patch_api_thumbnailpath"];
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
    "/api/unsourced_finder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return a finder chart of a place, or of a star of Gaia. */
        get: operations["get_api_unsourced_finder"];
        put?: never;
        post?: never;
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
    "/api/weather": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the weather at a telescope as it was fetched last; old weather is fetched again meanwhile. */
        get: operations["get_api_weather"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhook/obj_analysis/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the answer of an analysis service, once, at the address that it was given. */
        post: operations["post_api_webhook_obj_analysis_code"];
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
         * AcceptBody
         * @description Who one wants to be, and how one will log in: by ``password``, or by the passkey of a ``ceremony``.
         */
        AcceptBody: {
            /**
             * Ceremony
             * @default null
             */
            ceremony: string | null;
            /**
             * Credential
             * @default null
             */
            credential: {
                [key: string]: unknown;
            } | null;
            /**
             * First Name
             * @default null
             */
            first_name: string | null;
            /**
             * Last Name
             * @default null
             */
            last_name: string | null;
            /**
             * Password
             * @default null
             */
            password: string | null;
            /** Username */
            username: string;
        };
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
         * AdmissionBody
         * @description Who asks to join which group.
         */
        AdmissionBody: {
            /** Groupid */
            groupID: number;
            /** Userid */
            userID: number;
        };
        /**
         * AdmissionId
         * @description The id of a request.
         */
        AdmissionId: {
            /** Id */
            id: number;
        };
        /**
         * AdmissionPatchBody
         * @description The answer.
         */
        AdmissionPatchBody: {
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "accepted" | "declined";
        };
        /**
         * AdmissionView
         * @description A request as SkyPortal shows it; ``group`` is null for one whose maker may not know of the group any more.
         */
        AdmissionView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Group
             * @default null
             */
            group: {
                [key: string]: unknown;
            } | null;
            /** Group Id */
            group_id: number;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "accepted" | "declined";
            /**
             * User
             * @default null
             */
            user: {
                [key: string]: unknown;
            } | null;
            /** User Id */
            user_id: number;
        };
        /**
         * AggregateOut
         * @description The fields that there are, and the points.
         */
        AggregateOut: {
            /** Count */
            count: number;
            /** Fields */
            fields: components["schemas"]["FieldOut"][];
            /** Points */
            points: components["schemas"]["PointOut"][];
            /** Truncated */
            truncated: boolean;
        };
        /**
         * AirmassOut
         * @description An airmass at a time (UTC).
         */
        AirmassOut: {
            /** Airmass */
            airmass: number;
            /**
             * Time
             * Format: date-time
             */
            time: string;
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
            /** @default null */
            ephemeris: components["schemas"]["EphemerisView"] | null;
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
         * @description An allocation as SkyPortal shows it; ``allocation_users`` look after it.
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
         * AnalysisBody
         * @description How an analysis is to be made.
         */
        AnalysisBody: {
            /** Analysis Parameters */
            analysis_parameters?: {
                [key: string]: unknown;
            };
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /** Input Filters */
            input_filters?: {
                [key: string]: unknown;
            };
            /**
             * Show Corner
             * @default false
             */
            show_corner: boolean;
            /**
             * Show Parameters
             * @default false
             */
            show_parameters: boolean;
            /**
             * Show Plots
             * @default false
             */
            show_plots: boolean;
        };
        /**
         * AnalysisOut
         * @description An analysis; ``duration`` in seconds.
         */
        AnalysisOut: {
            /**
             * Analysis Parameters
             * @default null
             */
            analysis_parameters: {
                [key: string]: unknown;
            } | null;
            /** Analysis Service Description */
            analysis_service_description: string | null;
            /** Analysis Service Id */
            analysis_service_id: number;
            /** Analysis Service Name */
            analysis_service_name: string | null;
            /**
             * Author Id
             * @default null
             */
            author_id: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Data
             * @default null
             */
            data: {
                [key: string]: unknown;
            } | null;
            /**
             * Duration
             * @default null
             */
            duration: number | null;
            /**
             * Filename
             * @default null
             */
            filename: string | null;
            /**
             * Groups
             * @default null
             */
            groups: components["schemas"]["GroupOut"][] | null;
            /**
             * Handled By Url
             * @default null
             */
            handled_by_url: string | null;
            /**
             * Hash
             * @default null
             */
            hash: string | null;
            /** Id */
            id: number;
            /**
             * Input Filters
             * @default null
             */
            input_filters: {
                [key: string]: unknown;
            } | null;
            /**
             * Invalid After
             * @default null
             */
            invalid_after: string | null;
            /**
             * Last Activity
             * Format: date-time
             */
            last_activity: string;
            /**
             * Modified
             * @default null
             */
            modified: string | null;
            /**
             * Num Plots
             * @default null
             */
            num_plots: number | null;
            /** Obj Id */
            obj_id: string;
            /**
             * Show Corner
             * @default null
             */
            show_corner: boolean | null;
            /**
             * Show Parameters
             * @default null
             */
            show_parameters: boolean | null;
            /**
             * Show Plots
             * @default null
             */
            show_plots: boolean | null;
            /** Status */
            status: string;
            /** Status Message */
            status_message: string | null;
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
         * AsciiUpload
         * @description A text file that is to be kept as a spectrum; ``filename`` is kept with it.
         */
        AsciiUpload: {
            /** Ascii */
            ascii: string;
            /**
             * Assignment Id
             * @default null
             */
            assignment_id: number | null;
            /**
             * External Observer
             * @default null
             */
            external_observer: string | null;
            /**
             * External Pi
             * @default null
             */
            external_pi: string | null;
            /**
             * External Reducer
             * @default null
             */
            external_reducer: string | null;
            /** Filename */
            filename: string;
            /**
             * Flux Column
             * @default 1
             */
            flux_column: number;
            /**
             * Fluxerr Column
             * @default null
             */
            fluxerr_column: number | null;
            /**
             * Followup Request Id
             * @default null
             */
            followup_request_id: number | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | "all" | null;
            /** Instrument Id */
            instrument_id: number;
            /**
             * Label
             * @default null
             */
            label: string | null;
            /** Obj Id */
            obj_id: string;
            /**
             * Observed At
             * Format: date-time
             */
            observed_at: string;
            /**
             * Observed By
             * @default null
             */
            observed_by: number[] | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Pi
             * @default null
             */
            pi: number[] | null;
            /**
             * Reduced By
             * @default null
             */
            reduced_by: number[] | null;
            /**
             * Type
             * @default null
             */
            type: ("source" | "host" | "host_center") | null;
            /**
             * Units
             * @default null
             */
            units: ("erg/s/cm/cm/AA" | "Jy" | "AB") | null;
            /**
             * Wave Column
             * @default 0
             */
            wave_column: number;
        };
        /**
         * AssignmentBody
         * @description A target for a run; priority from 1 (lowest) to 5.
         */
        AssignmentBody: {
            /**
             * Comment
             * @default null
             */
            comment: string | null;
            /** Obj Id */
            obj_id: string;
            /**
             * Priority
             * @enum {string}
             */
            priority: "1" | "2" | "3" | "4" | "5";
            /** Run Id */
            run_id: number;
            /**
             * Status
             * @default pending
             */
            status: string;
        };
        /**
         * AssignmentChange
         * @description What is to change about an assignment; its run and obj stay.
         */
        AssignmentChange: {
            /**
             * Comment
             * @default null
             */
            comment: string | null;
            /**
             * Priority
             * @default null
             */
            priority: ("1" | "2" | "3" | "4" | "5") | null;
            /**
             * Status
             * @default null
             */
            status: string | null;
        };
        /**
         * AssignmentId
         * @description The id of an assignment.
         */
        AssignmentId: {
            /** Id */
            id: number;
        };
        /**
         * AssignmentOut
         * @description An assignment; the last eight only within its run. Times of the sky are ISO 8601 in UTC.
         */
        AssignmentOut: {
            /** Accessible Group Names */
            accessible_group_names?: string[];
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
             * Last Detected Filter
             * @default null
             */
            last_detected_filter: string | null;
            /**
             * Last Detected Mag
             * @default null
             */
            last_detected_mag: number | null;
            /**
             * Last Detected Mjd
             * @default null
             */
            last_detected_mjd: number | null;
            /** Last Modified By */
            last_modified_by: number | null;
            /** Last Modified By Id */
            last_modified_by_id: number | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            obj: components["schemas"]["ObjOut"];
            /** Obj Id */
            obj_id: string;
            /** Photometric Series */
            photometric_series: number[];
            /**
             * Priority
             * @enum {string}
             */
            priority: "1" | "2" | "3" | "4" | "5";
            requester: components["schemas"]["AuthorOut"] | null;
            /** Requester Id */
            requester_id: number;
            /**
             * Rise Time Utc
             * @default null
             */
            rise_time_utc: string | null;
            /** Run */
            run: number;
            /** Run Id */
            run_id: number;
            /**
             * Set Time Utc
             * @default null
             */
            set_time_utc: string | null;
            /** Spectra */
            spectra: number[];
            /** Status */
            status: string;
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
         * AttachmentBatch
         * @description How many attachments were still to be moved out of the database.
         */
        AttachmentBatch: {
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * AttachmentCounts
         * @description How many attachments are in the database itself (none ever), and how many are not.
         */
        AttachmentCounts: {
            /** Totalwithattachmentbytes */
            totalWithAttachmentBytes: number;
            /** Totalwithoutattachmentbytes */
            totalWithoutAttachmentBytes: number;
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
         * BatchOut
         * @description How many objs match, and which page of them was counted.
         */
        BatchOut: {
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * Begun
         * @description A ceremony that has begun: its secret, to be sent back, and the browser's options.
         */
        Begun: {
            /** Ceremony */
            ceremony: string;
            /** Options */
            options: {
                [key: string]: unknown;
            };
        };
        /**
         * BotSecret
         * @description What the TNS knows the bot by.
         */
        BotSecret: {
            /** Api Key */
            api_key: string;
        };
        /**
         * BulkBody
         * @description Of which sources spectra are wanted.
         */
        BulkBody: {
            /**
             * Classificationprobthreshold
             * @default null
             */
            classificationProbThreshold: number | null;
            /**
             * Classifications
             * @default null
             */
            classifications: string[] | null;
            /**
             * Group Id
             * @default null
             */
            group_id: number | null;
            /**
             * Maxsources
             * @default 200
             */
            maxSources: number;
            /**
             * Obj Ids
             * @default null
             */
            obj_ids: string[] | null;
        };
        /**
         * BulkOut
         * @description Slim spectra of many sources; ``truncated`` where a cap cut them short.
         */
        BulkOut: {
            /** Sources */
            sources: components["schemas"]["BulkSourceOut"][];
            /** Spectra */
            spectra: components["schemas"]["BulkSpectrumOut"][];
            /** Truncated */
            truncated: boolean;
        };
        /**
         * BulkSourceOut
         * @description What the phases of a source's spectra are counted from: MJD (UTC).
         */
        BulkSourceOut: {
            /** First Detected Mjd */
            first_detected_mjd: number | null;
            /** Id */
            id: string;
            /** Peak Mjd */
            peak_mjd: number | null;
            /** Redshift */
            redshift: number | null;
            /** Tns Discovery Date */
            tns_discovery_date: string | null;
        };
        /**
         * BulkSpectrumOut
         * @description A slim spectrum.
         */
        BulkSpectrumOut: {
            /** Fluxes */
            fluxes: number[];
            /** Obj Id */
            obj_id: string;
            /** Observed At */
            observed_at: string;
            /** Wavelengths */
            wavelengths: number[];
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
            /** Associated Objs */
            associated_objs: {
                [key: string]: unknown;
            }[];
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
             * Spectra
             * @default null
             */
            spectra: {
                [key: string]: unknown;
            }[] | null;
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
         * CatalogBody
         * @description A catalogue by columns: name, ra, dec and radius, or amaj, amin and phi; all angles in degrees.
         */
        CatalogBody: {
            /** Catalog Data */
            catalog_data: {
                [key: string]: unknown[];
            };
            /** Catalog Name */
            catalog_name: string;
        };
        /**
         * CatalogId
         * @description The id of the catalogue.
         */
        CatalogId: {
            /** Id */
            id: number;
        };
        /**
         * CatalogOut
         * @description A catalogue, with its entries or their number.
         */
        CatalogOut: {
            /** Catalog Name */
            catalog_name: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Entries
             * @default null
             */
            entries: components["schemas"]["EntryOut"][] | null;
            /**
             * Entries Count
             * @default null
             */
            entries_count: number | null;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
        };
        /**
         * ChartOut
         * @description A finder chart in base64, with its star list.
         */
        ChartOut: {
            /** Finding Chart */
            finding_chart: string;
            /**
             * Public Url
             * @default null
             */
            public_url: string | null;
            /**
             * Public Url Expires At
             * @default null
             */
            public_url_expires_at: string | null;
            /** Starlist */
            starlist: components["schemas"]["StarOut"][];
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
            /**
             * Edits
             * @default null
             */
            edits: components["schemas"]["EditOut"][] | null;
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
            /** Votes */
            votes: components["schemas"]["VoteOut"][];
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
         * ColorMagOut
         * @description A colour and an absolute magnitude, in mag.
         */
        ColorMagOut: {
            /** Abs Mag */
            abs_mag: number;
            /** Color */
            color: number;
            /** Origin */
            origin: string;
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
             * Obj Id
             * @default null
             */
            obj_id: string | null;
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
         * CopyBody
         * @description Whose photometry is copied, and who reads the copies.
         */
        CopyBody: {
            /** Group Ids */
            group_ids: number[];
            /** Origin Id */
            origin_id: string;
        };
        /**
         * CountsOut
         * @description How many objs with photometry have statistics, and how many do not.
         */
        CountsOut: {
            /** Totalwithphotstats */
            totalWithPhotStats: number;
            /** Totalwithoutphotstats */
            totalWithoutPhotStats: number;
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
         * DatalabBody
         * @description How to ask the Astro Data Lab: ``ls_dr10`` or ``desi_…``, arcseconds.
         */
        DatalabBody: {
            /**
             * Catalog
             * @default ls_dr10
             */
            catalog: string;
            /**
             * Crossmatchradius
             * @default 2
             */
            crossmatchRadius: number;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
        };
        /**
         * DefaultBody
         * @description A default analysis, new or what is to change about one.
         */
        DefaultBody: {
            /**
             * Daily Limit
             * @default null
             */
            daily_limit: number | null;
            /**
             * Default Analysis Parameters
             * @default null
             */
            default_analysis_parameters: {
                [key: string]: unknown;
            } | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Show Corner
             * @default null
             */
            show_corner: boolean | null;
            /**
             * Show Parameters
             * @default null
             */
            show_parameters: boolean | null;
            /**
             * Show Plots
             * @default null
             */
            show_plots: boolean | null;
            /**
             * Source Filter
             * @default null
             */
            source_filter: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * DefaultId
         * @description The id of a default follow-up request.
         */
        DefaultId: {
            /** Id */
            id: number;
        };
        /**
         * DefaultOut
         * @description An analysis that starts by itself.
         */
        DefaultOut: {
            analysis_service: components["schemas"]["app__api__analysis_services__ServiceOut"];
            /** Analysis Service Id */
            analysis_service_id: number;
            author: components["schemas"]["AuthorOut"] | null;
            /** Author Id */
            author_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Default Analysis Parameters */
            default_analysis_parameters: {
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
            /** Show Corner */
            show_corner: boolean;
            /** Show Parameters */
            show_parameters: boolean;
            /** Show Plots */
            show_plots: boolean;
            /** Source Filter */
            source_filter: {
                [key: string]: unknown;
            };
            /** Stats */
            stats: {
                [key: string]: unknown;
            };
        };
        /**
         * DefaultRequestPost
         * @description A standing wish; ``payload`` names no dates, which are set when it acts: now, and ``validity_days`` later.
         *
         *     ``priority_order`` says whether a greater number is a higher priority (asc) or a lower one. ``implements_update``:
         *     an open request of lower priority is raised instead of left as it is.
         */
        DefaultRequestPost: {
            /** Allocation Id */
            allocation_id: number;
            /**
             * Comment
             * @default null
             */
            comment: string | null;
            /** Default Followup Name */
            default_followup_name: string;
            /**
             * Ignore Allocation Ids
             * @default null
             */
            ignore_allocation_ids: number[] | null;
            /**
             * Ignore Source Group Ids
             * @default null
             */
            ignore_source_group_ids: number[] | null;
            /**
             * Implements Update
             * @default true
             */
            implements_update: boolean;
            /**
             * Not If Assignment Exists
             * @default false
             */
            not_if_assignment_exists: boolean;
            /**
             * Not If Classified
             * @default false
             */
            not_if_classified: boolean;
            /**
             * Not If Duplicates
             * @default false
             */
            not_if_duplicates: boolean;
            /**
             * Not If Spectra Exist
             * @default false
             */
            not_if_spectra_exist: boolean;
            /**
             * Not If Tns Classified
             * @default false
             */
            not_if_tns_classified: boolean;
            /**
             * Not If Tns Reported
             * @default null
             */
            not_if_tns_reported: number | null;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /**
             * Priority Order
             * @default asc
             * @enum {string}
             */
            priority_order: "asc" | "desc";
            /**
             * Radius
             * @default null
             */
            radius: number | null;
            source_filter: components["schemas"]["SourceFilter"];
            /**
             * Source Group Ids
             * @default null
             */
            source_group_ids: number[] | null;
            /**
             * Target Group Ids
             * @default null
             */
            target_group_ids: number[] | null;
            /**
             * Validity Days
             * @default null
             */
            validity_days: number | null;
        };
        /**
         * DefaultRequestView
         * @description A default follow-up request.
         */
        DefaultRequestView: {
            /** Allocation */
            allocation: {
                [key: string]: unknown;
            } | null;
            /** Allocation Id */
            allocation_id: number;
            /** Comment */
            comment: string | null;
            /** Constraints */
            constraints: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Default Followup Name */
            default_followup_name: string;
            /** Id */
            id: number;
            /** Implements Update */
            implements_update: boolean;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /** Priority Order */
            priority_order: string;
            /** Requester */
            requester: {
                [key: string]: unknown;
            } | null;
            /** Requester Id */
            requester_id: number;
            /** Source Filter */
            source_filter: {
                [key: string]: unknown;
            };
            /** Target Groups */
            target_groups: {
                [key: string]: unknown;
            }[];
            /** Validity Days */
            validity_days: number | null;
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
        /**
         * EditOut
         * @description A change of a classification's probability.
         */
        EditOut: {
            /** Classification Id */
            classification_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Editor Id */
            editor_id: number | null;
            /** Editor Name */
            editor_name: string;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** New Probability */
            new_probability: number | null;
            /** Old Probability */
            old_probability: number | null;
        };
        /**
         * EntryOut
         * @description A region: a cone or an ellipse.
         */
        EntryOut: {
            /** Catalog Id */
            catalog_id: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Data */
            data: {
                [key: string]: number;
            };
            /** Entry Name */
            entry_name: string;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
        };
        /**
         * EphemerisView
         * @description When the Sun sets and rises in a night, and when twilight ends and begins; null where it does not.
         *
         *     ``utc_offset_hours`` is that of local mean time, which follows from the longitude alone.
         */
        EphemerisView: {
            /**
             * Sunrise Unix Ms
             * @default null
             */
            sunrise_unix_ms: number | null;
            /**
             * Sunrise Utc
             * @default null
             */
            sunrise_utc: string | null;
            /**
             * Sunset Unix Ms
             * @default null
             */
            sunset_unix_ms: number | null;
            /**
             * Sunset Utc
             * @default null
             */
            sunset_utc: string | null;
            /**
             * Twilight Evening Astronomical Unix Ms
             * @default null
             */
            twilight_evening_astronomical_unix_ms: number | null;
            /**
             * Twilight Evening Astronomical Utc
             * @default null
             */
            twilight_evening_astronomical_utc: string | null;
            /**
             * Twilight Evening Nautical Unix Ms
             * @default null
             */
            twilight_evening_nautical_unix_ms: number | null;
            /**
             * Twilight Evening Nautical Utc
             * @default null
             */
            twilight_evening_nautical_utc: string | null;
            /**
             * Twilight Morning Astronomical Unix Ms
             * @default null
             */
            twilight_morning_astronomical_unix_ms: number | null;
            /**
             * Twilight Morning Astronomical Utc
             * @default null
             */
            twilight_morning_astronomical_utc: string | null;
            /**
             * Twilight Morning Nautical Unix Ms
             * @default null
             */
            twilight_morning_nautical_unix_ms: number | null;
            /**
             * Twilight Morning Nautical Utc
             * @default null
             */
            twilight_morning_nautical_utc: string | null;
            /**
             * Utc Offset Hours
             * @default null
             */
            utc_offset_hours: number | null;
        };
        /**
         * ErrandOut
         * @description An errand; ``reason`` says how it went, ``due_at`` when it is looked at next.
         */
        ErrandOut: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Owner Id */
            owner_id: number | null;
            /** Reason */
            reason: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
        };
        /**
         * ErrandsOut
         * @description One page of errands.
         */
        ErrandsOut: {
            /** Errands */
            errands: components["schemas"]["ErrandOut"][];
            /** Totalmatches */
            totalMatches: number;
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
         * FacilityMessage
         * @description What a facility says of a request.
         */
        FacilityMessage: {
            /** Followup Request Id */
            followup_request_id: number;
            /** New Status */
            new_status: string;
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
         * FacilityOut
         * @description A facility's usual limits.
         */
        FacilityOut: {
            /** Mag Limit */
            mag_limit: number;
            /** Mag Min */
            mag_min: number;
            /** Min Sep Arcsec */
            min_sep_arcsec: number;
            /** Radius Degrees */
            radius_degrees: number;
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
         * FieldOut
         * @description A field that can be plotted.
         */
        FieldOut: {
            /** Label */
            label: string;
            /** Value */
            value: string;
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
            /**
             * Ignore Allocation Ids
             * @default null
             */
            ignore_allocation_ids: number[] | null;
            /**
             * Ignore Source Group Ids
             * @default null
             */
            ignore_source_group_ids: number[] | null;
            /**
             * Not If Assignment Exists
             * @default false
             */
            not_if_assignment_exists: boolean;
            /**
             * Not If Classified
             * @default false
             */
            not_if_classified: boolean;
            /**
             * Not If Duplicates
             * @default false
             */
            not_if_duplicates: boolean;
            /**
             * Not If Spectra Exist
             * @default false
             */
            not_if_spectra_exist: boolean;
            /**
             * Not If Tns Classified
             * @default false
             */
            not_if_tns_classified: boolean;
            /**
             * Not If Tns Reported
             * @default null
             */
            not_if_tns_reported: number | null;
            /** Obj Id */
            obj_id: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /**
             * Radius
             * @default null
             */
            radius: number | null;
            /**
             * Source Group Ids
             * @default null
             */
            source_group_ids: number[] | null;
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
         * FollowupRequestPut
         * @description What is to change about a request.
         *
         *     With a status, the record alone; without one, obj and allocation are named and the facility is asked anew.
         */
        FollowupRequestPut: {
            /**
             * Allocation Id
             * @default null
             */
            allocation_id: number | null;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /**
             * Payload
             * @default null
             */
            payload: {
                [key: string]: unknown;
            } | null;
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
         * @description A follow-up request as SkyPortal's clients read it; rise and set (airmass 2, UTC) only where it is read alone.
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
             * Last Modified By
             * @default null
             */
            last_modified_by: {
                [key: string]: unknown;
            } | null;
            /** Last Modified By Id */
            last_modified_by_id: number | null;
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
            /**
             * Rise Time Utc
             * @default null
             */
            rise_time_utc: string | null;
            /**
             * Set Time Utc
             * @default null
             */
            set_time_utc: string | null;
            /** Status */
            status: string;
            /** Target Groups */
            target_groups?: {
                [key: string]: unknown;
            }[];
            /** Watchers */
            watchers?: components["schemas"]["WatcherView"][];
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
         * GaiaBody
         * @description How to ask Gaia: arcseconds, G magnitude (0: any); ``catalog`` is the annotations' origin.
         */
        GaiaBody: {
            /**
             * Catalog
             * @default gaiadr3.gaia_source
             */
            catalog: string;
            /**
             * Crossmatchlimmag
             * @default 20
             */
            crossmatchLimmag: number;
            /**
             * Crossmatchnumber
             * @default 1
             */
            crossmatchNumber: number;
            /**
             * Crossmatchradius
             * @default 2
             */
            crossmatchRadius: number;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
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
         * HistoryPage
         * @description One page of writes.
         */
        HistoryPage: {
            /** History */
            history: components["schemas"]["HistoryRow"][];
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * HistoryRow
         * @description One write. ``origin``: the client's address and the request's number; ``holder_id``: whose row it is.
         */
        HistoryRow: {
            /** Action */
            action: string;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Holder Id */
            holder_id: number | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Origin */
            origin: string | null;
            /** Row Id */
            row_id: string;
            /** User Id */
            user_id: number | null;
            /** Username */
            username: string | null;
            /** Why */
            why: string | null;
        };
        /**
         * HostBody
         * @description A galaxy by name.
         */
        HostBody: {
            /** Galaxyname */
            galaxyName: string;
        };
        /**
         * Id
         * @description The id of what was made or changed.
         */
        Id: {
            /** Id */
            id: number;
        };
        /**
         * Ids
         * @description The ids of what was made.
         */
        Ids: {
            /** Ids */
            ids: number[];
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
             * Across Id
             * @default null
             */
            across_id: string | null;
            /**
             * Api Classname
             * @default null
             */
            api_classname: string | null;
            /**
             * Api Classname Obsplan
             * @default null
             */
            api_classname_obsplan: string | null;
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
             * Field Data
             * @default null
             */
            field_data: {
                [key: string]: unknown[];
            } | string | null;
            /**
             * Field Fov Attributes
             * @default null
             */
            field_fov_attributes: number[] | number | null;
            /**
             * Field Fov Type
             * @default null
             */
            field_fov_type: ("circle" | "rectangle") | null;
            /**
             * Field Region
             * @default null
             */
            field_region: string | null;
            /** Filters */
            filters?: string[];
            /**
             * Listener Classname
             * @default null
             */
            listener_classname: string | null;
            /** Name */
            name: string;
            /**
             * References
             * @default null
             */
            references: {
                [key: string]: unknown[];
            } | string | null;
            /**
             * Region
             * @default null
             */
            region: string | null;
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
             * Tns Id
             * @default null
             */
            tns_id: number | null;
            /**
             * Treasuremap Id
             * @default null
             */
            treasuremap_id: number | null;
            /**
             * Type
             * @enum {string}
             */
            type: "imager" | "spectrograph" | "imaging spectrograph";
        };
        /**
         * InstrumentDetail
         * @description One instrument; ``region_summary`` is the rectangle around its field of view, as ds9 text.
         */
        InstrumentDetail: {
            /** Across Id */
            across_id: string | null;
            /** Api Classname */
            api_classname: string | null;
            /** Api Classname Obsplan */
            api_classname_obsplan: string | null;
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
            /**
             * Fields
             * @default null
             */
            fields: components["schemas"]["InstrumentFieldOut"][] | null;
            /** Filters */
            filters: string[];
            /** Has Fields */
            has_fields: boolean;
            /** Has Region */
            has_region: boolean;
            /** Id */
            id: number;
            /** Last Status Update */
            last_status_update: string | null;
            /** Listener Classname */
            listener_classname: string | null;
            /** Log Exists */
            log_exists: boolean;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Number Of Fields */
            number_of_fields: number;
            /**
             * Region
             * @default null
             */
            region: string | null;
            /**
             * Region Summary
             * @default null
             */
            region_summary: string | null;
            /** Sensitivity Data */
            sensitivity_data: {
                [key: string]: unknown;
            } | null;
            /** Status */
            status: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            telescope: components["schemas"]["TelescopeView"] | null;
            /** Telescope Id */
            telescope_id: number;
            /** Tns Id */
            tns_id: number | null;
            /** Treasuremap Id */
            treasuremap_id: number | null;
            /** Type */
            type: string;
        };
        /**
         * InstrumentFieldOut
         * @description A field of an instrument: degrees; outlines as GeoJSON; limiting magnitudes of references in AB.
         */
        InstrumentFieldOut: {
            /**
             * Airmass
             * @default null
             */
            airmass: number | null;
            /**
             * Contour
             * @default null
             */
            contour: {
                [key: string]: unknown;
            } | null;
            /**
             * Contour Summary
             * @default null
             */
            contour_summary: {
                [key: string]: unknown;
            } | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Dec */
            dec: number;
            /** Field Id */
            field_id: number;
            /** Id */
            id: number;
            /** Instrument Id */
            instrument_id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Ra */
            ra: number;
            /** Reference Filter Mags */
            reference_filter_mags: number[] | null;
            /** Reference Filters */
            reference_filters: string[] | null;
        };
        /**
         * InstrumentId
         * @description The id of an instrument or of a log.
         */
        InstrumentId: {
            /** Id */
            id: number;
        };
        /**
         * InstrumentListed
         * @description An instrument, with its field of view where that was asked for.
         */
        InstrumentListed: {
            /** Across Id */
            across_id: string | null;
            /** Api Classname */
            api_classname: string | null;
            /** Api Classname Obsplan */
            api_classname_obsplan: string | null;
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
            /** Has Fields */
            has_fields: boolean;
            /** Has Region */
            has_region: boolean;
            /** Id */
            id: number;
            /** Last Status Update */
            last_status_update: string | null;
            /** Listener Classname */
            listener_classname: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /**
             * Region
             * @default null
             */
            region: string | null;
            /** Sensitivity Data */
            sensitivity_data: {
                [key: string]: unknown;
            } | null;
            /** Status */
            status: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            telescope: components["schemas"]["TelescopeView"] | null;
            /** Telescope Id */
            telescope_id: number;
            /** Tns Id */
            tns_id: number | null;
            /** Treasuremap Id */
            treasuremap_id: number | null;
            /** Type */
            type: string;
        };
        /**
         * InstrumentPutBody
         * @description What changes in an instrument.
         */
        InstrumentPutBody: {
            /**
             * Across Id
             * @default null
             */
            across_id: string | null;
            /**
             * Api Classname
             * @default null
             */
            api_classname: string | null;
            /**
             * Api Classname Obsplan
             * @default null
             */
            api_classname_obsplan: string | null;
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
             * Field Data
             * @default null
             */
            field_data: {
                [key: string]: unknown[];
            } | string | null;
            /**
             * Field Fov Attributes
             * @default null
             */
            field_fov_attributes: number[] | number | null;
            /**
             * Field Fov Type
             * @default null
             */
            field_fov_type: ("circle" | "rectangle") | null;
            /**
             * Field Region
             * @default null
             */
            field_region: string | null;
            /**
             * Filters
             * @default null
             */
            filters: string[] | null;
            /**
             * Listener Classname
             * @default null
             */
            listener_classname: string | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * References
             * @default null
             */
            references: {
                [key: string]: unknown[];
            } | string | null;
            /**
             * Region
             * @default null
             */
            region: string | null;
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
             * Tns Id
             * @default null
             */
            tns_id: number | null;
            /**
             * Treasuremap Id
             * @default null
             */
            treasuremap_id: number | null;
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
            /** Across Id */
            across_id: string | null;
            /** Api Classname */
            api_classname: string | null;
            /** Api Classname Obsplan */
            api_classname_obsplan: string | null;
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
            /** Has Fields */
            has_fields: boolean;
            /** Has Region */
            has_region: boolean;
            /** Id */
            id: number;
            /** Last Status Update */
            last_status_update: string | null;
            /** Listener Classname */
            listener_classname: string | null;
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
            /** Status */
            status: {
                [key: string]: unknown;
            } | null;
            /** @default null */
            telescope: components["schemas"]["TelescopeView"] | null;
            /** Telescope Id */
            telescope_id: number;
            /** Tns Id */
            tns_id: number | null;
            /** Treasuremap Id */
            treasuremap_id: number | null;
            /** Type */
            type: string;
        };
        /**
         * InterestBody
         * @description Why a team looks at a source.
         */
        InterestBody: {
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * Link
             * @default null
             */
            link: string | null;
            /** Title */
            title: string;
        };
        /**
         * InterestId
         * @description The id of the new interest.
         */
        InterestId: {
            /** Id */
            id: number;
        };
        /**
         * InterestOut
         * @description Why a team looks at a source.
         */
        InterestOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /** Link */
            link: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Title */
            title: string;
            user: components["schemas"]["AuthorOut"] | null;
            /** User Id */
            user_id: number;
        };
        /**
         * InvitationBody
         * @description Whom to invite, and to what; flags are for each group, in the groups' order.
         */
        InvitationBody: {
            /**
             * Cansave
             * @default null
             */
            canSave: boolean[] | null;
            /**
             * Cansharephotometry
             * @default null
             */
            canSharePhotometry: boolean[] | null;
            /**
             * Groupadmin
             * @default null
             */
            groupAdmin: boolean[] | null;
            /** Groupids */
            groupIDs: number[];
            /**
             * Role
             * @default Full user
             * @enum {string}
             */
            role: "Full user" | "View only";
            /**
             * Streamids
             * @default null
             */
            streamIDs: number[] | null;
            /** Useremail */
            userEmail: string;
            /**
             * Userexpirationdate
             * @default null
             */
            userExpirationDate: string | null;
        };
        /**
         * InvitationId
         * @description The id of an invitation.
         */
        InvitationId: {
            /** Id */
            id: number;
        };
        /**
         * InvitationPatchBody
         * @description What changes in an invitation.
         */
        InvitationPatchBody: {
            /**
             * Groupids
             * @default null
             */
            groupIDs: number[] | null;
            /**
             * Role
             * @default null
             */
            role: ("Full user" | "View only") | null;
            /**
             * Streamids
             * @default null
             */
            streamIDs: number[] | null;
            /**
             * Userexpirationdate
             * @default null
             */
            userExpirationDate: string | null;
        };
        /**
         * InvitationView
         * @description An invitation as SkyPortal shows it; ``token`` is the secret of its link, for the inviter alone.
         */
        InvitationView: {
            /** Admin For Groups */
            admin_for_groups: boolean[];
            /** Can Save To Groups */
            can_save_to_groups: boolean[];
            /** Can Share Photometry For Groups */
            can_share_photometry_for_groups: boolean[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Groups */
            groups: {
                [key: string]: unknown;
            }[];
            /** Id */
            id: number;
            /** Invited By */
            invited_by: {
                [key: string]: unknown;
            } | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Role Id */
            role_id: string;
            /** Streams */
            streams: components["schemas"]["StreamView"][];
            /** Token */
            token: string | null;
            /** Used */
            used: boolean;
            /** User Email */
            user_email: string;
            /** User Expiration Date */
            user_expiration_date: string | null;
        };
        /**
         * InvitationsPage
         * @description One page of invitations.
         */
        InvitationsPage: {
            /** Invitations */
            invitations: components["schemas"]["InvitationView"][];
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * IrsaBody
         * @description How to ask IRSA: a WISE catalogue, arcseconds.
         */
        IrsaBody: {
            /**
             * Catalog
             * @default allwise_p3as_psd
             */
            catalog: string;
            /**
             * Crossmatchradius
             * @default 2
             */
            crossmatchRadius: number;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
        };
        /**
         * ItemChange
         * @description The comment of an item.
         */
        ItemChange: {
            /**
             * Comment
             * @default null
             */
            comment: string | null;
        };
        /**
         * ItemOut
         * @description A saved candidate, with what the reader may read of it.
         */
        ItemOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Scan Report Id */
            scan_report_id: number;
        };
        /**
         * LabelBody
         * @description Whether the source is labelled as looked at by whoever deletes.
         */
        LabelBody: {
            /**
             * Label
             * @default null
             */
            label: boolean | null;
        };
        /**
         * LabelsBody
         * @description The groups that a source is labelled for.
         */
        LabelsBody: {
            /** Groupids */
            groupIds: number[];
        };
        /**
         * ListingBody
         * @description An obj to put on a list; ``params`` say what a watch list watches for.
         */
        ListingBody: {
            /** List Name */
            list_name: string;
            /** Obj Id */
            obj_id: string;
            /**
             * Params
             * @default null
             */
            params: {
                [key: string]: unknown;
            } | null;
            /**
             * User Id
             * @default null
             */
            user_id: number | null;
        };
        /**
         * ListingChange
         * @description What is to become of an entry.
         */
        ListingChange: {
            /**
             * List Name
             * @default null
             */
            list_name: string | null;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /**
             * User Id
             * @default null
             */
            user_id: number | null;
        };
        /**
         * ListingId
         * @description The id of the new entry.
         */
        ListingId: {
            /** Id */
            id: number;
        };
        /**
         * ListingOut
         * @description An entry of a list.
         */
        ListingOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** List Name */
            list_name: string;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Params */
            params: {
                [key: string]: unknown;
            } | null;
            /** User Id */
            user_id: number;
        };
        /**
         * LogBody
         * @description A log of a period (UTC): JSON, or lines of text.
         */
        LogBody: {
            /**
             * End Date
             * Format: date-time
             */
            end_date: string;
            /** Log */
            log: {
                [key: string]: unknown;
            } | string;
            /**
             * Start Date
             * Format: date-time
             */
            start_date: string;
        };
        /**
         * LogOut
         * @description A log.
         */
        LogOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * End Date
             * Format: date-time
             */
            end_date: string;
            /** Id */
            id: number;
            /** Instrument Id */
            instrument_id: number;
            /** Log */
            log: {
                [key: string]: unknown;
            };
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /**
             * Start Date
             * Format: date-time
             */
            start_date: string;
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
         * Made
         * @description The id of what was made.
         */
        Made: {
            /** Id */
            id: number;
        };
        /**
         * MadeOut
         * @description The id of what was made.
         */
        MadeOut: {
            /** Id */
            id: number;
        };
        /**
         * MarkOut
         * @description The id of the mark.
         */
        MarkOut: {
            /** Id */
            id: number;
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
         * MemberOut
         * @description An obj of a super-obj.
         */
        MemberOut: {
            /** Dec */
            dec: number;
            /** Id */
            id: string;
            /** Ra */
            ra: number;
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
         * NameBody
         * @description The user name that a passkey is made for.
         */
        NameBody: {
            /** Username */
            username: string;
        };
        /**
         * NamedOut
         * @description A group or stream, by name.
         */
        NamedOut: {
            /** Id */
            id: number;
            /** Name */
            name: string;
        };
        /**
         * NewsAuthor
         * @description Who it comes from.
         */
        NewsAuthor: {
            /** First Name */
            first_name: string | null;
            /** Is Bot */
            is_bot: boolean;
            /** Last Name */
            last_name: string | null;
            /** Username */
            username: string;
        };
        /**
         * NewsItem
         * @description One piece of news.
         */
        NewsItem: {
            /**
             * Author
             * @default null
             */
            author: string | null;
            /** @default null */
            author_info: components["schemas"]["NewsAuthor"] | null;
            /**
             * Classification
             * @default null
             */
            classification: string | null;
            /** Message */
            message: string;
            /** Source Id */
            source_id: string;
            /**
             * Time
             * Format: date-time
             */
            time: string;
            /**
             * Type
             * @enum {string}
             */
            type: "source" | "comment" | "classification" | "spectrum" | "photometry";
        };
        /**
         * NotificationOut
         * @description A notification; ``url`` is the dashboard's page of what it is about.
         */
        NotificationOut: {
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
            /** Notification Type */
            notification_type: string;
            /** Text */
            text: string;
            /** Url */
            url: string | null;
            /** User Id */
            user_id: number;
            /** Viewed */
            viewed: boolean;
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
         * ObjOut
         * @description The columns of an obj.
         */
        ObjOut: {
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
         * OffsetsOut
         * @description Offset stars of a source.
         */
        OffsetsOut: {
            /** Dec */
            dec: number;
            /** Facility */
            facility: string;
            /** Gaia Available */
            gaia_available: boolean;
            /** Noffsets */
            noffsets: number;
            /** Queries Issued */
            queries_issued: number;
            /** Query */
            query: string;
            /** Ra */
            ra: number;
            /** Starlist Info */
            starlist_info: components["schemas"]["StarOut"][];
            /** Starlist Str */
            starlist_str: string;
            /** Used Ztfref */
            used_ztfref: boolean;
        };
        /**
         * OneClassification
         * @description A class for an obj; the author also votes for it and labels the source, unless ``vote`` or ``label`` is false.
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
         * Opened
         * @description What an invitation is to, for whoever has its link.
         */
        Opened: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Groups */
            groups: string[];
            /** Invited By */
            invited_by: string;
            /** Role */
            role: string;
            /** User Email */
            user_email: string;
            /** User Expiration Date */
            user_expiration_date: string | null;
        };
        /**
         * OptionBody
         * @description A tag: letters and digits, and a colour such as ``#3a87ad``.
         */
        OptionBody: {
            /**
             * Color
             * @default null
             */
            color: string | null;
            /** Name */
            name: string;
        };
        /**
         * OptionOut
         * @description A tag that objs may get.
         */
        OptionOut: {
            /** Color */
            color: string | null;
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
         * PageBody
         * @description What is to be published.
         */
        PageBody: {
            /** Options */
            options?: {
                [key: string]: unknown;
            };
            /**
             * Release Id
             * @default null
             */
            release_id: number | null;
        };
        /**
         * PageOut
         * @description A public page of a source.
         */
        PageOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Hash */
            hash: string;
            /** Id */
            id: number;
            /** Is Visible */
            is_visible: boolean;
            options: components["schemas"]["PageStates"];
            /** Release Link Name */
            release_link_name: string | null;
            /** Source Id */
            source_id: string;
        };
        /**
         * PageStates
         * @description Of each section, whether the page shows it.
         */
        PageStates: {
            /**
             * Classifications
             * @enum {string}
             */
            classifications: "public" | "private" | "no data";
            /**
             * Photometry
             * @enum {string}
             */
            photometry: "public" | "private" | "no data";
            /**
             * Spectroscopy
             * @enum {string}
             */
            spectroscopy: "public" | "private" | "no data";
            /**
             * Summary
             * @enum {string}
             */
            summary: "public" | "private" | "no data";
        };
        /**
         * ParsedOut
         * @description What a text file says; nothing of it is kept.
         */
        ParsedOut: {
            /**
             * Altdata
             * @default null
             */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Errors
             * @default null
             */
            errors: number[] | null;
            /** Fluxes */
            fluxes: number[];
            /** Wavelengths */
            wavelengths: number[];
        };
        /**
         * Passage
         * @description One passage of a filter as it is stored.
         */
        Passage: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Filter Id */
            filter_id: number;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /**
             * Passed At
             * Format: date-time
             */
            passed_at: string;
            /** Passing Alert Id */
            passing_alert_id: number | null;
            /** Uploader Id */
            uploader_id: number;
        };
        /**
         * PassagesPage
         * @description One page of passages.
         */
        PassagesPage: {
            /** Candidates */
            candidates: components["schemas"]["Passage"][];
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * PassedRange
         * @description When candidates passed a filter.
         */
        PassedRange: {
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
         * PasskeyBody
         * @description What the browser made, and what to call it.
         */
        PasskeyBody: {
            /** Ceremony */
            ceremony: string;
            /** Credential */
            credential: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
        };
        /**
         * PasskeyId
         * @description The id of a passkey.
         */
        PasskeyId: {
            /** Id */
            id: number;
        };
        /**
         * PasskeyLoginBody
         * @description What the browser answered.
         */
        PasskeyLoginBody: {
            /** Ceremony */
            ceremony: string;
            /** Credential */
            credential: {
                [key: string]: unknown;
            };
        };
        /**
         * PasskeyView
         * @description A passkey as its owner sees it.
         */
        PasskeyView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
        };
        /**
         * PasswordBody
         * @description A new password; ``current`` where there is one.
         */
        PasswordBody: {
            /**
             * Current
             * @default null
             */
            current: string | null;
            /** New */
            new: string;
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
         * PhotStatOut
         * @description Statistics of what the reader may read of a source's photometry; magnitudes AB, times MJD (UTC).
         */
        PhotStatOut: {
            /** Decay Rate */
            decay_rate: number | null;
            /** Deepest Limit Global */
            deepest_limit_global: number | null;
            /** Deepest Limit Per Filter */
            deepest_limit_per_filter: {
                [key: string]: number | null;
            };
            /** Faintest Mag Global */
            faintest_mag_global: number | null;
            /** Faintest Mag Per Filter */
            faintest_mag_per_filter: {
                [key: string]: number;
            };
            /** First Detected Filter */
            first_detected_filter: string | null;
            /** First Detected Mag */
            first_detected_mag: number | null;
            /** First Detected Mjd */
            first_detected_mjd: number | null;
            /** First Detected No Forced Phot Filter */
            first_detected_no_forced_phot_filter: string | null;
            /** First Detected No Forced Phot Mag */
            first_detected_no_forced_phot_mag: number | null;
            /** First Detected No Forced Phot Mjd */
            first_detected_no_forced_phot_mjd: number | null;
            /** Id */
            id: number;
            /** Last Detected Filter */
            last_detected_filter: string | null;
            /** Last Detected Mag */
            last_detected_mag: number | null;
            /** Last Detected Mjd */
            last_detected_mjd: number | null;
            /** Last Detected No Forced Phot Filter */
            last_detected_no_forced_phot_filter: string | null;
            /** Last Detected No Forced Phot Mag */
            last_detected_no_forced_phot_mag: number | null;
            /** Last Detected No Forced Phot Mjd */
            last_detected_no_forced_phot_mjd: number | null;
            /** Last Full Update */
            last_full_update: string | null;
            /** Last Non Detection Mjd */
            last_non_detection_mjd: number | null;
            /** Last Phot Add Time */
            last_phot_add_time: string | null;
            /** Last Update */
            last_update: string | null;
            /** Mag Rms Global */
            mag_rms_global: number | null;
            /** Mag Rms Per Filter */
            mag_rms_per_filter: {
                [key: string]: number;
            };
            /** Mean Color */
            mean_color: {
                [key: string]: number;
            };
            /** Mean Mag Global */
            mean_mag_global: number | null;
            /** Mean Mag Per Filter */
            mean_mag_per_filter: {
                [key: string]: number;
            };
            /** Num Det Global */
            num_det_global: number;
            /** Num Det No Forced Phot Global */
            num_det_no_forced_phot_global: number;
            /** Num Det Per Filter */
            num_det_per_filter: {
                [key: string]: number;
            };
            /** Num Obs Global */
            num_obs_global: number;
            /** Num Obs Per Filter */
            num_obs_per_filter: {
                [key: string]: number;
            };
            /** Obj Id */
            obj_id: string;
            /** Peak Mag Global */
            peak_mag_global: number | null;
            /** Peak Mag Per Filter */
            peak_mag_per_filter: {
                [key: string]: number;
            };
            /** Peak Mjd Global */
            peak_mjd_global: number | null;
            /** Peak Mjd Per Filter */
            peak_mjd_per_filter: {
                [key: string]: number;
            };
            /** Predetection Mjds */
            predetection_mjds: number[];
            /** Recent Obs Mjd */
            recent_obs_mjd: number | null;
            /** Rise Rate */
            rise_rate: number | null;
            /** Time To Non Detection */
            time_to_non_detection: number | null;
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
         * PlacesOut
         * @description How many pictures are where they belong, and how many are missing there.
         */
        PlacesOut: {
            /** Incorrectfolder */
            inCorrectFolder: number;
            /** Inwrongfolder */
            inWrongFolder: number;
            /**
             * Nummoved
             * @default null
             */
            numMoved: number | null;
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * PlanetsBody
         * @description How to ask the Minor Planet Center: observatory code, UTC, V magnitude, arcminutes.
         */
        PlanetsBody: {
            /**
             * Date
             * @default null
             */
            date: string | null;
            /**
             * Limiting Magnitude
             * @default 24
             */
            limiting_magnitude: number;
            /**
             * Obscode
             * @default 500
             */
            obscode: string;
            /**
             * Search Radius
             * @default 1
             */
            search_radius: number;
        };
        /**
         * PointOut
         * @description One source of a plot.
         */
        PointOut: {
            /** Classification */
            classification: string | null;
            /** Dec */
            dec: number;
            /** First Detected Mjd */
            first_detected_mjd: number | null;
            /** Id */
            id: string;
            /** Peak Mjd */
            peak_mjd: number | null;
            /** Ra */
            ra: number;
            /** Redshift */
            redshift: number | null;
            /** X */
            x: number;
            /** Y */
            y: number;
            /** Z */
            z: number | null;
        };
        /**
         * PointsOut
         * @description The ids of the photometry that was made, and what undoes it.
         */
        PointsOut: {
            /** Ids */
            ids: number[];
            /** Upload Id */
            upload_id: string;
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
         * PositionOut
         * @description A position in degrees, and its distance in arcsec from that of discovery.
         */
        PositionOut: {
            /** Dec */
            dec: number;
            /** Discovery Dec */
            discovery_dec: number;
            /** Discovery Ra */
            discovery_ra: number;
            /** Gal Lat */
            gal_lat: number;
            /** Gal Lon */
            gal_lon: number;
            /** Ra */
            ra: number;
            /** Separation */
            separation: number;
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
         * Prioritization
         * @description Which requests to order, and between which priorities; ``ascending``: the brightest is the most urgent.
         */
        Prioritization: {
            /**
             * Localizationid
             * @default null
             */
            localizationId: number | null;
            /**
             * Magnitudeordering
             * @default ascending
             * @enum {string}
             */
            magnitudeOrdering: "ascending" | "descending";
            /**
             * Maximumpriority
             * @default 5
             */
            maximumPriority: number;
            /**
             * Minimumpriority
             * @default 1
             */
            minimumPriority: number;
            /**
             * Prioritytype
             * @default magnitude
             * @enum {string}
             */
            priorityType: "magnitude" | "localization";
            /** Requestids */
            requestIds: number[];
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
         * ProviderName
         * @description A provider to log in by, at ``/login/oidc/<id>``.
         */
        ProviderName: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Ps1Body
         * @description How to ask PanSTARRS1 DR2: arcseconds (at most 5).
         */
        Ps1Body: {
            /**
             * Catalog
             * @default ps1.dr2
             */
            catalog: string;
            /**
             * Crossmatchmindetections
             * @default 1
             */
            crossmatchMinDetections: number;
            /**
             * Crossmatchnumber
             * @default 5
             */
            crossmatchNumber: number;
            /**
             * Crossmatchradius
             * @default 2
             */
            crossmatchRadius: number;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
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
         * PublishersBody
         * @description Whose names a group's sources are published in.
         */
        PublishersBody: {
            /** User Ids */
            user_ids: number[];
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
         * ReleaseBody
         * @description A new release; ``link_name`` is part of its address.
         */
        ReleaseBody: {
            /**
             * Auto Publish Enabled
             * @default false
             */
            auto_publish_enabled: boolean;
            /**
             * Description
             * @default
             */
            description: string;
            /** Group Ids */
            group_ids: number[];
            /**
             * Is Visible
             * @default true
             */
            is_visible: boolean;
            /** Link Name */
            link_name: string;
            /** Name */
            name: string;
            /** Options */
            options?: {
                [key: string]: unknown;
            };
        };
        /**
         * ReleaseChange
         * @description What a release is to be; what is not named goes back to its default.
         */
        ReleaseChange: {
            /**
             * Auto Publish Enabled
             * @default false
             */
            auto_publish_enabled: boolean;
            /**
             * Description
             * @default
             */
            description: string;
            /** Group Ids */
            group_ids: number[];
            /**
             * Is Visible
             * @default true
             */
            is_visible: boolean;
            /** Name */
            name: string;
            /** Options */
            options?: {
                [key: string]: unknown;
            };
        };
        /**
         * ReleaseOut
         * @description A public release.
         */
        ReleaseOut: {
            /** Auto Publish Enabled */
            auto_publish_enabled: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string;
            /** Group Ids */
            group_ids: number[];
            /** Id */
            id: number;
            /** Is Visible */
            is_visible: boolean;
            /** Link Name */
            link_name: string;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Options */
            options: {
                [key: string]: unknown;
            };
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
         * ReminderBody
         * @description A new reminder: told at ``next_reminder`` (UTC), then every ``reminder_delay`` days.
         */
        ReminderBody: {
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Next Reminder
             * Format: date-time
             */
            next_reminder: string;
            /**
             * Number Of Reminders
             * @default 1
             */
            number_of_reminders: number;
            /**
             * Reminder Delay
             * @default 1
             */
            reminder_delay: number;
            /** Text */
            text: string;
            /**
             * User Ids
             * @default null
             */
            user_ids: number[] | null;
        };
        /**
         * ReminderChange
         * @description What is to change about a reminder.
         */
        ReminderChange: {
            /**
             * Bot
             * @default null
             */
            bot: boolean | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Next Reminder
             * @default null
             */
            next_reminder: string | null;
            /**
             * Number Of Reminders
             * @default null
             */
            number_of_reminders: number | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Reminder Delay
             * @default null
             */
            reminder_delay: number | null;
            /**
             * Text
             * @default null
             */
            text: string | null;
            /**
             * User Ids
             * @default null
             */
            user_ids: number[] | null;
        };
        /**
         * ReminderIds
         * @description The ids of the new reminders.
         */
        ReminderIds: {
            /** Reminder Ids */
            reminder_ids: number[];
        };
        /**
         * ReminderOut
         * @description A reminder.
         */
        ReminderOut: {
            /** Bot */
            bot: boolean;
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /**
             * Next Reminder
             * Format: date-time
             */
            next_reminder: string;
            /** Number Of Reminders */
            number_of_reminders: number;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /** Origin */
            origin: string | null;
            /** Reminder Delay */
            reminder_delay: number;
            /**
             * Shift Id
             * @default null
             */
            shift_id: number | null;
            /**
             * Spectrum Id
             * @default null
             */
            spectrum_id: number | null;
            /** Text */
            text: string;
            user: components["schemas"]["AuthorOut"] | null;
            /** User Id */
            user_id: number;
        };
        /**
         * RemindersOut
         * @description The reminders of one thing.
         */
        RemindersOut: {
            /** Reminders */
            reminders: components["schemas"]["ReminderOut"][];
            /** Resourceid */
            resourceId: string;
            /** Resourcetype */
            resourceType: string;
        };
        /**
         * ReportBody
         * @description Which candidates to report: ranges, or windows in hours that end now; a range goes before a window.
         */
        ReportBody: {
            /**
             * Gcn Event Dateobs
             * @default null
             */
            gcn_event_dateobs: null;
            /** Group Ids */
            group_ids: number[];
            /** @default null */
            passed_filters_range: components["schemas"]["PassedRange"] | null;
            /**
             * Passed Filters Window Hours
             * @default null
             */
            passed_filters_window_hours: number | null;
            /** @default null */
            saved_candidates_range: components["schemas"]["SavedRange"] | null;
            /**
             * Saved Candidates Window Hours
             * @default null
             */
            saved_candidates_window_hours: number | null;
        };
        /**
         * ReportOut
         * @description A report; ``author`` is a username.
         */
        ReportOut: {
            /** Author */
            author: string | null;
            /** Author Id */
            author_id: number;
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
            /** Options */
            options: {
                [key: string]: unknown;
            };
        };
        /**
         * ReportsPage
         * @description One page of reports.
         */
        ReportsPage: {
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Reports */
            reports: components["schemas"]["ReportOut"][];
            /** Totalmatches */
            totalMatches: number;
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
         * ResourceAnnotationOut
         * @description An annotation on a spectrum or a photometry point.
         */
        ResourceAnnotationOut: {
            author: components["schemas"]["AuthorOut"] | null;
            /** Author Id */
            author_id: number;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /** Obj Id */
            obj_id: string;
            /** Origin */
            origin: string;
            /**
             * Photometry Id
             * @default null
             */
            photometry_id: number | null;
            /**
             * Spectrum Id
             * @default null
             */
            spectrum_id: number | null;
        };
        /**
         * ResourceCommentOut
         * @description A comment on a spectrum or a shift.
         */
        ResourceCommentOut: {
            /** Attachment Name */
            attachment_name: string | null;
            author: components["schemas"]["AuthorOut"] | null;
            /** Author Id */
            author_id: number;
            /** Bot */
            bot: boolean;
            /** Channel */
            channel: string | null;
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /** Origin */
            origin: string | null;
            /** Resourcetype */
            resourceType: string;
            /**
             * Shift Id
             * @default null
             */
            shift_id: number | null;
            /**
             * Spectrum Id
             * @default null
             */
            spectrum_id: number | null;
            /** Text */
            text: string;
        };
        /**
         * Restatus
         * @description Which status becomes which.
         */
        Restatus: {
            /** Current Status */
            current_status: string;
            /** New Status */
            new_status: string;
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
         * RunBody
         * @description A new run: of a group, or without one open to everybody.
         */
        RunBody: {
            /**
             * Calendar Date
             * Format: date
             */
            calendar_date: string;
            /**
             * Duration
             * @default 1
             */
            duration: number;
            /**
             * Group Id
             * @default null
             */
            group_id: number | null;
            /** Instrument Id */
            instrument_id: number;
            /**
             * Observers
             * @default null
             */
            observers: string | null;
            /**
             * Pi
             * @default null
             */
            pi: string | null;
        };
        /**
         * RunChange
         * @description What is to change about a run; ``calendar_date`` is local, ``duration`` a number of nights.
         */
        RunChange: {
            /**
             * Calendar Date
             * @default null
             */
            calendar_date: string | null;
            /**
             * Duration
             * @default null
             */
            duration: number | null;
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
             * Observers
             * @default null
             */
            observers: string | null;
            /**
             * Pi
             * @default null
             */
            pi: string | null;
        };
        /**
         * RunDetail
         * @description A run with its targets.
         */
        RunDetail: {
            /** Assignments */
            assignments: components["schemas"]["AssignmentOut"][];
            /**
             * Calendar Date
             * Format: date
             */
            calendar_date: string;
            /** Duration */
            duration: number;
            ephemeris: components["schemas"]["EphemerisView"] | null;
            group: components["schemas"]["GroupOut"] | null;
            /** Group Id */
            group_id: number | null;
            /** Id */
            id: number;
            instrument: components["schemas"]["InstrumentView"];
            /** Instrument Id */
            instrument_id: number;
            /** Observers */
            observers: string | null;
            owner: components["schemas"]["AuthorOut"] | null;
            /** Owner Id */
            owner_id: number;
            /** Pi */
            pi: string | null;
        };
        /**
         * RunId
         * @description The id of a run.
         */
        RunId: {
            /** Id */
            id: number;
        };
        /**
         * RunOut
         * @description A run in a list; ``run_end_utc`` is the last sunrise.
         */
        RunOut: {
            /**
             * Calendar Date
             * Format: date
             */
            calendar_date: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Duration */
            duration: number;
            /** Group Id */
            group_id: number | null;
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
            /** Observers */
            observers: string | null;
            /** Owner Id */
            owner_id: number;
            /** Pi */
            pi: string | null;
            /** Run End Utc */
            run_end_utc: string | null;
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
         * SavedRange
         * @description When candidates were saved.
         */
        SavedRange: {
            /**
             * End Saved Date
             * Format: date-time
             */
            end_saved_date: string;
            /**
             * Start Saved Date
             * Format: date-time
             */
            start_saved_date: string;
        };
        /**
         * SeriesBody
         * @description A series, or what is to change about one.
         *
         *     ``data`` are columns by name, or in base64 an HDF5 file that ``pandas.HDFStore`` wrote: mjd (UTC), flux (µJy) or mag
         *     (AB), and what else there is. ``ra`` and ``dec`` are in degrees, ``exp_time`` in seconds.
         */
        SeriesBody: {
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
            assignment_id: number | null;
            /**
             * Channel
             * @default null
             */
            channel: string | null;
            /**
             * Data
             * @default null
             */
            data: {
                [key: string]: unknown[];
            } | string | null;
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
             * Exp Time
             * @default null
             */
            exp_time: number | null;
            /**
             * Filter
             * @default null
             */
            filter: string | null;
            /**
             * Followup Request Id
             * @default null
             */
            followup_request_id: number | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | "all" | null;
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
             * Magref
             * @default null
             */
            magref: number | null;
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
             * Series Name
             * @default null
             */
            series_name: string | null;
            /**
             * Series Obj Id
             * @default null
             */
            series_obj_id: string | null;
            /**
             * Stream Ids
             * @default null
             */
            stream_ids: number[] | null;
            /**
             * Time Stamp Alignment
             * @default null
             */
            time_stamp_alignment: ("start" | "middle" | "end") | null;
        };
        /**
         * SeriesOut
         * @description A series with its statistics; ``data`` as they were asked for.
         */
        SeriesOut: {
            /** Altdata */
            altdata: {
                [key: string]: unknown;
            } | null;
            /** Assignment Id */
            assignment_id: number | null;
            /** Best Snr */
            best_snr: number | null;
            /** Channel */
            channel: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Data */
            data: {
                [key: string]: unknown[];
            } | string | null;
            /** Dec */
            dec: number;
            /** Dec Unc */
            dec_unc: number | null;
            /** Exp Time */
            exp_time: number;
            /** Filename */
            filename: string;
            /** Filter */
            filter: string;
            /** Followup Request Id */
            followup_request_id: number | null;
            /** Frame Rate */
            frame_rate: number | null;
            /** Group Ids */
            group_ids: number[];
            /** Groups */
            groups: components["schemas"]["NamedOut"][];
            /** Hash */
            hash: string;
            /** Id */
            id: number;
            /** Instrument Id */
            instrument_id: number;
            /** Is Detected */
            is_detected: boolean;
            /** Limiting Mag */
            limiting_mag: number | null;
            /** Mag First */
            mag_first: number | null;
            /** Mag Last */
            mag_last: number | null;
            /** Mag Last Detected */
            mag_last_detected: number | null;
            /** Maxima */
            maxima: {
                [key: string]: number | null;
            };
            /** Mean Mag */
            mean_mag: number | null;
            /** Median Snr */
            median_snr: number | null;
            /** Medians */
            medians: {
                [key: string]: number | null;
            };
            /** Minima */
            minima: {
                [key: string]: number | null;
            };
            /** Mjd First */
            mjd_first: number;
            /** Mjd Last */
            mjd_last: number;
            /** Mjd Last Detected */
            mjd_last_detected: number | null;
            /** Mjd Mid */
            mjd_mid: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Num Exp */
            num_exp: number;
            /** Obj Id */
            obj_id: string;
            /** Origin */
            origin: string;
            /** Owner Id */
            owner_id: number;
            /** Ra */
            ra: number;
            /** Ra Unc */
            ra_unc: number | null;
            /** Ref Flux */
            ref_flux: number | null;
            /** Ref Fluxerr */
            ref_fluxerr: number | null;
            /** Rms Mag */
            rms_mag: number | null;
            /** Robust Mag */
            robust_mag: number | null;
            /** Robust Rms */
            robust_rms: number | null;
            /** Series Name */
            series_name: string;
            /** Series Obj Id */
            series_obj_id: string;
            /** Stds */
            stds: {
                [key: string]: number | null;
            };
            /** Stream Ids */
            stream_ids: number[];
            /** Streams */
            streams: components["schemas"]["NamedOut"][];
            /** Time Stamp Alignment */
            time_stamp_alignment: string;
            /** Worst Snr */
            worst_snr: number | null;
        };
        /**
         * SeriesPage
         * @description One page of series.
         */
        SeriesPage: {
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Series */
            series: components["schemas"]["SeriesOut"][];
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * ServiceChange
         * @description What is to change about a service; what is not named stays.
         */
        ServiceChange: {
            /**
             * Authinfo
             * @default null
             */
            _authinfo: {
                [key: string]: unknown;
            } | null;
            /**
             * Analysis Type
             * @default null
             */
            analysis_type: ("lightcurve_fitting" | "spectrum_fitting" | "meta_analysis") | null;
            /**
             * Authentication Type
             * @default null
             */
            authentication_type: ("none" | "header_token" | "api_key" | "HTTPBasicAuth" | "HTTPDigestAuth" | "OAuth1") | null;
            /**
             * Contact Email
             * @default null
             */
            contact_email: string | null;
            /**
             * Contact Name
             * @default null
             */
            contact_name: string | null;
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * Display Name
             * @default null
             */
            display_name: string | null;
            /**
             * Display On Resource Dropdown
             * @default null
             */
            display_on_resource_dropdown: boolean | null;
            /**
             * Enabled
             * @default null
             */
            enabled: boolean | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Input Data Types
             * @default null
             */
            input_data_types: ("photometry" | "spectra" | "redshift" | "annotations" | "comments" | "classifications")[] | null;
            /**
             * Is Summary
             * @default null
             */
            is_summary: boolean | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Optional Analysis Parameters
             * @default null
             */
            optional_analysis_parameters: {
                [key: string]: unknown;
            } | null;
            /**
             * Timeout
             * @default null
             */
            timeout: number | null;
            /**
             * Upload Only
             * @default null
             */
            upload_only: boolean | null;
            /**
             * Url
             * @default null
             */
            url: string | null;
            /**
             * Version
             * @default null
             */
            version: string | null;
        };
        /**
         * SessionView
         * @description A logged-in browser of the caller's.
         */
        SessionView: {
            /** Address */
            address: string | null;
            /** Agent */
            agent: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Current */
            current: boolean;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** How */
            how: string | null;
            /** Id */
            id: string;
        };
        /**
         * SharingBody
         * @description What is to be shared with whom; people are meant by their groups of one.
         */
        SharingBody: {
            /** Groupids */
            groupIDs: number[];
            /**
             * Photometryids
             * @default null
             */
            photometryIDs: number[] | null;
            /**
             * Spectrumids
             * @default null
             */
            spectrumIDs: number[] | null;
            /**
             * Why
             * @default null
             */
            why: string | null;
        };
        /**
         * ShiftBody
         * @description A new shift of a group; its maker and ``shift_admins`` lead it.
         */
        ShiftBody: {
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * End Date
             * Format: date-time
             */
            end_date: string;
            /** Group Id */
            group_id: number;
            /** Name */
            name: string;
            /**
             * Required Users Number
             * @default null
             */
            required_users_number: number | null;
            /** Shift Admins */
            shift_admins?: number[];
            /**
             * Start Date
             * Format: date-time
             */
            start_date: string;
        };
        /**
         * ShiftChange
         * @description What is to change about a shift.
         */
        ShiftChange: {
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Required Users Number
             * @default null
             */
            required_users_number: number | null;
        };
        /**
         * ShiftDetail
         * @description A shift with its group.
         */
        ShiftDetail: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /**
             * End Date
             * Format: date-time
             */
            end_date: string;
            group: components["schemas"]["ShiftGroup"];
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
            /** Required Users Number */
            required_users_number: number | null;
            /** Shift Users */
            shift_users: components["schemas"]["ShiftUserOut"][];
            /** Shift Users Ids */
            shift_users_ids: number[];
            /**
             * Start Date
             * Format: date-time
             */
            start_date: string;
            /** Users */
            users: components["schemas"]["AuthorOut"][];
        };
        /**
         * ShiftGroup
         * @description A shift's group, with whether the caller administers it.
         */
        ShiftGroup: {
            /** Group Users */
            group_users: components["schemas"]["ShiftMember"][];
            /** Has Admin Access */
            has_admin_access: boolean;
            /** Id */
            id: number;
            /** Name */
            name: string | null;
        };
        /**
         * ShiftId
         * @description The id of a shift.
         */
        ShiftId: {
            /** Id */
            id: number;
        };
        /**
         * ShiftMember
         * @description A member of a shift's group.
         */
        ShiftMember: {
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
         * ShiftOut
         * @description A shift with its people; times are UTC.
         */
        ShiftOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /**
             * End Date
             * Format: date-time
             */
            end_date: string;
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
            /** Required Users Number */
            required_users_number: number | null;
            /** Shift Users */
            shift_users: components["schemas"]["ShiftUserOut"][];
            /** Shift Users Ids */
            shift_users_ids: number[];
            /**
             * Start Date
             * Format: date-time
             */
            start_date: string;
            /** Users */
            users: components["schemas"]["AuthorOut"][];
        };
        /**
         * ShiftSummary
         * @description What happened on shifts; there are no GCN events here.
         */
        ShiftSummary: {
            gcns: components["schemas"]["SummarySection"];
            shifts: components["schemas"]["SummarySection"];
        };
        /**
         * ShiftUserAdded
         * @description Who is now on which shift.
         */
        ShiftUserAdded: {
            /** Admin */
            admin: boolean;
            /** Shift Id */
            shift_id: number;
            /** User Id */
            user_id: number;
        };
        /**
         * ShiftUserBody
         * @description Who is to be on a shift.
         */
        ShiftUserBody: {
            /**
             * Admin
             * @default null
             */
            admin: boolean | null;
            /**
             * Needs Replacement
             * @default false
             */
            needs_replacement: boolean;
            /** Userid */
            userID: number;
        };
        /**
         * ShiftUserChange
         * @description What somebody is to be on a shift.
         */
        ShiftUserChange: {
            /**
             * Admin
             * @default null
             */
            admin: boolean | null;
            /**
             * Needs Replacement
             * @default false
             */
            needs_replacement: boolean;
            /**
             * Userid
             * @default null
             */
            userID: number | null;
        };
        /**
         * ShiftUserOut
         * @description Somebody on a shift.
         */
        ShiftUserOut: {
            /** Admin */
            admin: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** First Name */
            first_name: string | null;
            /** Id */
            id: number;
            /** Last Name */
            last_name: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Needs Replacement */
            needs_replacement: boolean;
            /** Shift Id */
            shift_id: number;
            user: components["schemas"]["AuthorOut"];
            /** User Id */
            user_id: number;
            /** Username */
            username: string;
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
         * SourceFilter
         * @description Which sources: saved to a group (the allocation's unless named), by part of the name, origin, classification.
         */
        SourceFilter: {
            /**
             * Classification
             * @default null
             */
            classification: string | null;
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
             * Origin
             * @default null
             */
            origin: string | null;
        };
        /**
         * SourceGroupChange
         * @description How a source is saved to a group from now on.
         */
        SourceGroupChange: {
            /** Active */
            active: boolean;
            /** Groupid */
            groupID: number;
            /** Requested */
            requested: boolean;
        };
        /**
         * SourceGroupsBody
         * @description To which groups to save a source (others than one's own are asked to), and from which to unsave it.
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
         * SourceNotificationBody
         * @description A call of groups' attention to a source. SkyPortal's levels: ``soft``, and ``hard``, the urgent one.
         */
        SourceNotificationBody: {
            /**
             * Additionalnotes
             * @default null
             */
            additionalNotes: string | null;
            /** Groupids */
            groupIds: number[];
            /**
             * Level
             * @enum {string}
             */
            level: "soft" | "hard";
            /** Sourceid */
            sourceId: string;
        };
        /**
         * SourceNotificationId
         * @description The id of the call.
         */
        SourceNotificationId: {
            /** Id */
            id: number;
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
            /**
             * Annotations
             * @default null
             */
            annotations: components["schemas"]["AnnotationOut"][] | null;
            /**
             * Associated Objs
             * @default null
             */
            associated_objs: {
                [key: string]: unknown;
            }[] | null;
            /**
             * Candidates
             * @default null
             */
            candidates: {
                [key: string]: unknown;
            }[] | null;
            /**
             * Classifications
             * @default null
             */
            classifications: components["schemas"]["ClassificationOut"][] | null;
            /**
             * Color Magnitude
             * @default null
             */
            color_magnitude: {
                [key: string]: unknown;
            }[] | null;
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
            /**
             * Groups
             * @default null
             */
            groups: components["schemas"]["SavedGroupOut"][] | null;
            /** Healpix */
            healpix: number;
            /**
             * Host
             * @default null
             */
            host: null;
            /** Id */
            id: string;
            /**
             * Is Roid
             * @default null
             */
            is_roid: boolean | null;
            /**
             * Labellers
             * @default null
             */
            labellers: {
                [key: string]: unknown;
            }[] | null;
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
             * Period
             * @default null
             */
            period: boolean | null;
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
         * SourceSpectraOut
         * @description The spectra of a source.
         */
        SourceSpectraOut: {
            /** Obj Id */
            obj_id: string;
            /** Spectra */
            spectra: components["schemas"]["SpectrumOut"][];
        };
        /**
         * SourcesPage
         * @description One page of sources.
         */
        SourcesPage: {
            /**
             * Geojson
             * @default null
             */
            geojson: {
                [key: string]: unknown;
            } | null;
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
         * SpectrumBody
         * @description A new spectrum: wavelengths in Å, fluxes and errors in ``units``, the time in UTC.
         */
        SpectrumBody: {
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
            assignment_id: number | null;
            /**
             * Errors
             * @default null
             */
            errors: number[] | null;
            /**
             * External Observer
             * @default null
             */
            external_observer: string | null;
            /**
             * External Pi
             * @default null
             */
            external_pi: string | null;
            /**
             * External Reducer
             * @default null
             */
            external_reducer: string | null;
            /** Fluxes */
            fluxes: number[];
            /**
             * Followup Request Id
             * @default null
             */
            followup_request_id: number | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | "all" | null;
            /** Instrument Id */
            instrument_id: number;
            /**
             * Label
             * @default null
             */
            label: string | null;
            /** Obj Id */
            obj_id: string;
            /**
             * Observed At
             * Format: date-time
             */
            observed_at: string;
            /**
             * Observed By
             * @default null
             */
            observed_by: number[] | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Pi
             * @default null
             */
            pi: number[] | null;
            /**
             * Reduced By
             * @default null
             */
            reduced_by: number[] | null;
            /**
             * Type
             * @default null
             */
            type: ("source" | "host" | "host_center") | null;
            /**
             * Units
             * @default null
             */
            units: ("erg/s/cm/cm/AA" | "Jy" | "AB") | null;
            /** Wavelengths */
            wavelengths: number[];
        };
        /**
         * SpectrumChange
         * @description What is to change about a spectrum; groups are added to those that read it.
         */
        SpectrumChange: {
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
            assignment_id: number | null;
            /**
             * Errors
             * @default null
             */
            errors: number[] | null;
            /**
             * External Observer
             * @default null
             */
            external_observer: string | null;
            /**
             * External Pi
             * @default null
             */
            external_pi: string | null;
            /**
             * External Reducer
             * @default null
             */
            external_reducer: string | null;
            /**
             * Fluxes
             * @default null
             */
            fluxes: number[] | null;
            /**
             * Followup Request Id
             * @default null
             */
            followup_request_id: number | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | "all" | null;
            /**
             * Instrument Id
             * @default null
             */
            instrument_id: number | null;
            /**
             * Label
             * @default null
             */
            label: string | null;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /**
             * Observed At
             * @default null
             */
            observed_at: string | null;
            /**
             * Observed By
             * @default null
             */
            observed_by: number[] | null;
            /**
             * Origin
             * @default null
             */
            origin: string | null;
            /**
             * Pi
             * @default null
             */
            pi: number[] | null;
            /**
             * Reduced By
             * @default null
             */
            reduced_by: number[] | null;
            /**
             * Type
             * @default null
             */
            type: ("source" | "host" | "host_center") | null;
            /**
             * Units
             * @default null
             */
            units: ("erg/s/cm/cm/AA" | "Jy" | "AB") | null;
            /**
             * Wavelengths
             * @default null
             */
            wavelengths: number[] | null;
            /**
             * Why
             * @default null
             */
            why: string | null;
        };
        /**
         * SpectrumOut
         * @description A spectrum; the arrays, people, notes and the file are there where they were asked for.
         */
        SpectrumOut: {
            /** Altdata */
            altdata: {
                [key: string]: unknown;
            } | null;
            /**
             * Annotations
             * @default null
             */
            annotations: {
                [key: string]: unknown;
            }[] | null;
            /** Assignment Id */
            assignment_id: number | null;
            /**
             * Comments
             * @default null
             */
            comments: {
                [key: string]: unknown;
            }[] | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Errors
             * @default null
             */
            errors: number[] | null;
            /**
             * External Observer
             * @default null
             */
            external_observer: string | null;
            /**
             * External Pi
             * @default null
             */
            external_pi: string | null;
            /**
             * External Reducer
             * @default null
             */
            external_reducer: string | null;
            /**
             * Fluxes
             * @default null
             */
            fluxes: number[] | null;
            /** Followup Request Id */
            followup_request_id: number | null;
            /**
             * Groups
             * @default null
             */
            groups: components["schemas"]["GroupOut"][] | null;
            /** Id */
            id: number;
            /** Instrument Id */
            instrument_id: number;
            /** Instrument Name */
            instrument_name: string;
            /** Label */
            label: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /**
             * Observed At
             * Format: date-time
             */
            observed_at: string;
            /**
             * Observed At Mjd
             * @default null
             */
            observed_at_mjd: number | null;
            /**
             * Observers
             * @default null
             */
            observers: components["schemas"]["AuthorOut"][] | null;
            /** Origin */
            origin: string | null;
            /** Original File Filename */
            original_file_filename: string | null;
            /**
             * Original File String
             * @default null
             */
            original_file_string: string | null;
            /** @default null */
            owner: components["schemas"]["AuthorOut"] | null;
            /** Owner Id */
            owner_id: number;
            /**
             * Pis
             * @default null
             */
            pis: components["schemas"]["AuthorOut"][] | null;
            /**
             * Reducers
             * @default null
             */
            reducers: components["schemas"]["AuthorOut"][] | null;
            /** Telescope Id */
            telescope_id: number;
            /** Telescope Name */
            telescope_name: string;
            /** Type */
            type: string;
            /** Units */
            units: string | null;
            /**
             * Wavelengths
             * @default null
             */
            wavelengths: number[] | null;
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
         * StarOut
         * @description A line of a star list; ``dras`` and ``ddecs`` lead from the star to the target.
         */
        StarOut: {
            /**
             * Ddecs
             * @default null
             */
            ddecs: string | null;
            /**
             * Dec
             * @default null
             */
            dec: number | null;
            /**
             * Dras
             * @default null
             */
            dras: string | null;
            /**
             * Mag
             * @default null
             */
            mag: number | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Pa
             * @default null
             */
            pa: number | null;
            /**
             * Ra
             * @default null
             */
            ra: number | null;
            /** Str */
            str: string;
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
         * StatusBody
         * @description How an instrument is; without a status, its facility is asked what it last said.
         */
        StatusBody: {
            /**
             * Status
             * @default null
             */
            status: {
                [key: string]: unknown;
            } | null;
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
         * SubmissionBody
         * @description What is to be published.
         */
        SubmissionBody: {
            /**
             * Archival
             * @default false
             */
            archival: boolean;
            /**
             * Archival Comment
             * @default null
             */
            archival_comment: string | null;
            /**
             * Instrument Ids
             * @default null
             */
            instrument_ids: number[] | null;
            /** Obj Id */
            obj_id: string;
            /**
             * Photometry Options
             * @default null
             */
            photometry_options: {
                [key: string]: boolean | null;
            } | null;
            /**
             * Publish To Hermes
             * @default false
             */
            publish_to_hermes: boolean;
            /**
             * Publish To Tns
             * @default false
             */
            publish_to_tns: boolean;
            /** Publishers */
            publishers: string;
            /**
             * Remarks
             * @default null
             */
            remarks: string | null;
            /** Sharing Service Id */
            sharing_service_id: number;
            /**
             * Stream Ids
             * @default null
             */
            stream_ids: number[] | null;
        };
        /**
         * SubmissionOut
         * @description A submission; payload and answers where they were asked for.
         */
        SubmissionOut: {
            /** Archival */
            archival: boolean;
            /** Archival Comment */
            archival_comment: string | null;
            /** Auto Submission */
            auto_submission: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Custom Publishing String */
            custom_publishing_string: string;
            /** Custom Remarks String */
            custom_remarks_string: string | null;
            /**
             * Hermes Response
             * @default null
             */
            hermes_response: {
                [key: string]: unknown;
            } | null;
            /** Hermes Status */
            hermes_status: string | null;
            /** Id */
            id: number;
            /** Instrument Ids */
            instrument_ids: number[];
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Obj Id */
            obj_id: string;
            /** Photometry Options */
            photometry_options: {
                [key: string]: boolean;
            };
            /** Publish To Hermes */
            publish_to_hermes: boolean;
            /** Publish To Tns */
            publish_to_tns: boolean;
            /** Sharing Service Id */
            sharing_service_id: number;
            /** Stream Ids */
            stream_ids: number[];
            /** Tns Name */
            tns_name: string | null;
            /**
             * Tns Payload
             * @default null
             */
            tns_payload: {
                [key: string]: unknown;
            } | null;
            /**
             * Tns Response
             * @default null
             */
            tns_response: {
                [key: string]: unknown;
            } | null;
            /** Tns Status */
            tns_status: string | null;
            /** Tns Submission Id */
            tns_submission_id: number | null;
            /** User Id */
            user_id: number;
        };
        /**
         * SubmissionsOut
         * @description A page of submissions.
         */
        SubmissionsOut: {
            /** Numperpage */
            numPerPage: number;
            /** Pagenumber */
            pageNumber: number;
            /** Sharing Service Id */
            sharing_service_id: number;
            /** Submissions */
            submissions: components["schemas"]["SubmissionOut"][];
            /** Totalmatches */
            totalMatches: number;
        };
        /**
         * SummarySection
         * @description How many there are, and each.
         */
        SummarySection: {
            /** Data */
            data: {
                [key: string]: unknown;
            }[];
            /** Total */
            total: number;
        };
        /**
         * SuperObjBody
         * @description A super-obj to make.
         */
        SuperObjBody: {
            /**
             * Is Roid
             * @default false
             */
            is_roid: boolean;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Obj Ids
             * @default null
             */
            obj_ids: string[] | null;
        };
        /**
         * SuperObjChange
         * @description What is to become of a super-obj: all its members, or some more and some less.
         */
        SuperObjChange: {
            /** Add Obj Ids */
            add_obj_ids?: string[];
            /**
             * Is Roid
             * @default null
             */
            is_roid: boolean | null;
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Obj Ids
             * @default null
             */
            obj_ids: string[] | null;
            /** Remove Obj Ids */
            remove_obj_ids?: string[];
        };
        /**
         * SuperObjId
         * @description The id of the new super-obj.
         */
        SuperObjId: {
            /** Id */
            id: number;
        };
        /**
         * SuperObjOut
         * @description A super-obj, with those of its objs that the reader may know of.
         */
        SuperObjOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** Is Roid */
            is_roid: boolean;
            /** Name */
            name: string | null;
            /** Objs */
            objs: components["schemas"]["MemberOut"][];
        };
        /**
         * SweepBody
         * @description Which old candidates go: the age of their last passage in months, how many at most.
         */
        SweepBody: {
            /**
             * Batchsize
             * @default 1000
             */
            batchSize: number;
            /**
             * Dryrun
             * @default false
             */
            dryRun: boolean;
            /**
             * Maxagemonths
             * @default 6
             */
            maxAgeMonths: number;
        };
        /**
         * Swept
         * @description How many objs went, or would go, and how many of that age are left.
         */
        Swept: {
            /** Deleted */
            deleted: number;
            /** Dryrun */
            dryRun: boolean;
            /** Remaining */
            remaining: number;
        };
        /**
         * SynthBody
         * @description The bandpasses to compute magnitudes in.
         */
        SynthBody: {
            /**
             * Filters
             * @default null
             */
            filters: string[] | null;
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
         * TagBody
         * @description A tag to put on an obj; the default groups are those that have the source saved.
         */
        TagBody: {
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /** Obj Id */
            obj_id: string;
            /** Objtagoption Id */
            objtagoption_id: number;
        };
        /**
         * TagOut
         * @description A tag on an obj.
         */
        TagOut: {
            author: components["schemas"]["AuthorOut"] | null;
            /** Author Id */
            author_id: number;
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
            /** Name */
            name: string;
            /** Obj Id */
            obj_id: string;
            objtagoption: components["schemas"]["OptionOut"];
            /** Objtagoption Id */
            objtagoption_id: number;
        };
        /**
         * TaggedOut
         * @description The new tag on an obj; where it was there, its id only.
         */
        TaggedOut: {
            /**
             * Author Id
             * @default null
             */
            author_id: number | null;
            /**
             * Created At
             * @default null
             */
            created_at: string | null;
            /**
             * Groups
             * @default null
             */
            groups: components["schemas"]["GroupOut"][] | null;
            /** Id */
            id: number;
            /**
             * Message
             * @default null
             */
            message: string | null;
            /**
             * Modified
             * @default null
             */
            modified: string | null;
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /**
             * Objtagoption Id
             * @default null
             */
            objtagoption_id: number | null;
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
         * TeamBody
         * @description A new team.
         */
        TeamBody: {
            /**
             * Background Url
             * @default null
             */
            background_url: string | null;
            /**
             * Description
             * @default null
             */
            description: string | null;
            /** Group Ids */
            group_ids?: number[];
            /**
             * Logo Url
             * @default null
             */
            logo_url: string | null;
            /** Name */
            name: string;
            /**
             * Nickname
             * @default null
             */
            nickname: string | null;
            /**
             * Primary Color
             * @default null
             */
            primary_color: string | null;
            /**
             * Secondary Color
             * @default null
             */
            secondary_color: string | null;
        };
        /**
         * TeamDetail
         * @description A team with its members.
         */
        TeamDetail: {
            /** Background Url */
            background_url: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /**
             * Groups
             * @default []
             */
            groups: components["schemas"]["TeamGroupView"][];
            /** Id */
            id: number;
            /** Logo Url */
            logo_url: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string | null;
            /**
             * Num Members
             * @default 0
             */
            num_members: number;
            /** Primary Color */
            primary_color: string | null;
            /** Secondary Color */
            secondary_color: string | null;
            /** Users */
            users: components["schemas"]["TeamMember"][];
        };
        /**
         * TeamGroupView
         * @description A group of a team.
         */
        TeamGroupView: {
            /** Id */
            id: number;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string | null;
        };
        /**
         * TeamId
         * @description The id of a team.
         */
        TeamId: {
            /** Id */
            id: number;
        };
        /**
         * TeamMember
         * @description Somebody in one of a team's groups.
         */
        TeamMember: {
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
         * TeamPutBody
         * @description What changes in a team; null clears a field.
         */
        TeamPutBody: {
            /**
             * Background Url
             * @default null
             */
            background_url: string | null;
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Logo Url
             * @default null
             */
            logo_url: string | null;
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
             * Primary Color
             * @default null
             */
            primary_color: string | null;
            /**
             * Secondary Color
             * @default null
             */
            secondary_color: string | null;
        };
        /**
         * TeamView
         * @description A team as SkyPortal lists it.
         */
        TeamView: {
            /** Background Url */
            background_url: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /**
             * Groups
             * @default []
             */
            groups: components["schemas"]["TeamGroupView"][];
            /** Id */
            id: number;
            /** Logo Url */
            logo_url: string | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Nickname */
            nickname: string | null;
            /**
             * Num Members
             * @default 0
             */
            num_members: number;
            /** Primary Color */
            primary_color: string | null;
            /** Secondary Color */
            secondary_color: string | null;
        };
        /**
         * TeamsList
         * @description The teams that the caller may see.
         */
        TeamsList: {
            /** Teams */
            teams: components["schemas"]["TeamView"][];
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
            /**
             * Mpc Obscode
             * @default null
             */
            mpc_obscode: string | null;
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
         * TelescopeNow
         * @description A telescope with its sky now: the next astronomical twilights (UTC), null where it moves or none comes.
         */
        TelescopeNow: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Diameter */
            diameter: number;
            /** Elevation */
            elevation: number | null;
            /**
             * Evening
             * @default null
             */
            evening: string | null;
            /** Fixed Location */
            fixed_location: boolean;
            /** Id */
            id: number;
            /**
             * Is Night Astronomical
             * @default null
             */
            is_night_astronomical: boolean | null;
            /** Lat */
            lat: number | null;
            /** Lon */
            lon: number | null;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /**
             * Morning
             * @default null
             */
            morning: string | null;
            /** Mpc Obscode */
            mpc_obscode: string | null;
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
             * Mpc Obscode
             * @default null
             */
            mpc_obscode: string | null;
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
            /** Mpc Obscode */
            mpc_obscode: string | null;
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
         * ThumbnailChange
         * @description What is to become of a thumbnail; where its picture is kept cannot be changed.
         */
        ThumbnailChange: {
            /**
             * File Uri
             * @default null
             */
            file_uri: string | null;
            /**
             * Is Grayscale
             * @default null
             */
            is_grayscale: boolean | null;
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
             * Public Url
             * @default null
             */
            public_url: string | null;
            /**
             * Type
             * @default null
             */
            type: ("new" | "ref" | "sub" | "sdss" | "dr8" | "ls" | "ps1" | "sm" | "hst" | "chandra" | "jwst" | "new_gz" | "ref_gz" | "sub_gz") | null;
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
         * UntagBody
         * @description The groups that shall not see a tag on an obj any more; without them, all.
         */
        UntagBody: {
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
        };
        /**
         * UploadBody
         * @description A result that was made elsewhere.
         */
        UploadBody: {
            /** Analysis */
            analysis?: {
                [key: string]: unknown;
            };
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /**
             * Message
             * @default null
             */
            message: string | null;
            /**
             * Show Corner
             * @default false
             */
            show_corner: boolean;
            /**
             * Show Parameters
             * @default false
             */
            show_parameters: boolean;
            /**
             * Show Plots
             * @default false
             */
            show_plots: boolean;
            /**
             * Status
             * @default success
             */
            status: string;
        };
        /**
         * UploadMade
         * @description The id of the analysis, and its message.
         */
        UploadMade: {
            /** Id */
            id: number;
            /** Message */
            message: string;
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
         * @description A user; an administrator also sees groups, streams and who it is at a provider.
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
            /**
             * Oauth Uid
             * @default null
             */
            oauth_uid: string | null;
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
         * ValidationBody
         * @description A mark: true is valid, false rejected, null undecided.
         */
        ValidationBody: {
            /**
             * Explanation
             * @default null
             */
            explanation: string | null;
            /**
             * Magsys
             * @default null
             */
            magsys: ("jla1" | "ab" | "vega" | "bd17" | "csp" | "ab-b12") | null;
            /**
             * Notes
             * @default null
             */
            notes: string | null;
            /**
             * Validated
             * @default null
             */
            validated: boolean | null;
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
         * ViewedBody
         * @description Whether it was seen.
         */
        ViewedBody: {
            /** Viewed */
            viewed: boolean;
        };
        /**
         * VizierBody
         * @description How to ask VizieR: a catalogue of one table, arcseconds.
         */
        VizierBody: {
            /**
             * Catalog
             * @default VII/290
             */
            catalog: string;
            /**
             * Crossmatchradius
             * @default 2
             */
            crossmatchRadius: number;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
        };
        /**
         * VoteBody
         * @description A vote: 1 for, -1 against.
         */
        VoteBody: {
            /**
             * Vote
             * @enum {integer}
             */
            vote: 1 | -1;
        };
        /**
         * VoteOut
         * @description A vote on a classification: 1 for, -1 against.
         */
        VoteOut: {
            /** Classification Id */
            classification_id: number;
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
            /** Vote */
            vote: number;
            /** Voter Id */
            voter_id: number;
        };
        /**
         * WatcherView
         * @description Somebody who watches a request.
         */
        WatcherView: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Followuprequest Id */
            followuprequest_id: number;
            /** Id */
            id: number;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** User Id */
            user_id: number;
        };
        /**
         * Ways
         * @description The ways to log in here; passkeys only where the page was opened by ``passkeys_at``.
         */
        Ways: {
            /** Passkeys */
            passkeys: boolean;
            /** Passkeys At */
            passkeys_at: string;
            /** Passwords */
            passwords: boolean;
            /** Providers */
            providers: components["schemas"]["ProviderName"][];
        };
        /**
         * WeatherOut
         * @description The weather service's own document, when it was fetched, and when it will be again (UTC).
         */
        WeatherOut: {
            /**
             * Message
             * @default null
             */
            message: string | null;
            /**
             * Telescope Id
             * @default null
             */
            telescope_id: number | null;
            /**
             * Telescope Name
             * @default null
             */
            telescope_name: string | null;
            /**
             * Telescope Nickname
             * @default null
             */
            telescope_nickname: string | null;
            /** Weather */
            weather: {
                [key: string]: unknown;
            } | null;
            /**
             * Weather Fetch At
             * @default null
             */
            weather_fetch_at: string | null;
            /**
             * Weather Link
             * @default null
             */
            weather_link: string | null;
            /**
             * Weather Retrieved At
             * @default null
             */
            weather_retrieved_at: string | null;
        };
        /**
         * WebhookBody
         * @description What a service answers: ``status`` is ``success``, or it failed.
         */
        WebhookBody: {
            /** Analysis */
            analysis?: {
                [key: string]: unknown;
            };
            /**
             * Message
             * @default null
             */
            message: string | null;
            /** Status */
            status: string;
        };
        /**
         * WithheldOut
         * @description A group that was asked for and does not read ``n_rows`` of the data yet; ``due_at`` null means never.
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
         * ServiceBody
         * @description A new service.
         */
        app__api__analysis_services__ServiceBody: {
            /**
             * Authinfo
             * @default null
             */
            _authinfo: {
                [key: string]: unknown;
            } | null;
            /**
             * Analysis Type
             * @enum {string}
             */
            analysis_type: "lightcurve_fitting" | "spectrum_fitting" | "meta_analysis";
            /**
             * Authentication Type
             * @enum {string}
             */
            authentication_type: "none" | "header_token" | "api_key" | "HTTPBasicAuth" | "HTTPDigestAuth" | "OAuth1";
            /**
             * Contact Email
             * @default null
             */
            contact_email: string | null;
            /**
             * Contact Name
             * @default null
             */
            contact_name: string | null;
            /**
             * Description
             * @default null
             */
            description: string | null;
            /**
             * Display Name
             * @default null
             */
            display_name: string | null;
            /**
             * Display On Resource Dropdown
             * @default null
             */
            display_on_resource_dropdown: boolean | null;
            /**
             * Enabled
             * @default null
             */
            enabled: boolean | null;
            /**
             * Group Ids
             * @default null
             */
            group_ids: number[] | null;
            /** Input Data Types */
            input_data_types: ("photometry" | "spectra" | "redshift" | "annotations" | "comments" | "classifications")[];
            /**
             * Is Summary
             * @default null
             */
            is_summary: boolean | null;
            /** Name */
            name: string;
            /**
             * Optional Analysis Parameters
             * @default null
             */
            optional_analysis_parameters: {
                [key: string]: unknown;
            } | null;
            /**
             * Timeout
             * @default null
             */
            timeout: number | null;
            /**
             * Upload Only
             * @default null
             */
            upload_only: boolean | null;
            /** Url */
            url: string;
            /**
             * Version
             * @default null
             */
            version: string | null;
        };
        /**
         * ServiceOut
         * @description An analysis service; how we show it who we are is no part of any answer.
         */
        app__api__analysis_services__ServiceOut: {
            /**
             * Analysis Type
             * @enum {string}
             */
            analysis_type: "lightcurve_fitting" | "spectrum_fitting" | "meta_analysis";
            /**
             * Authentication Type
             * @enum {string}
             */
            authentication_type: "none" | "header_token" | "api_key" | "HTTPBasicAuth" | "HTTPDigestAuth" | "OAuth1";
            /** Contact Email */
            contact_email: string | null;
            /** Contact Name */
            contact_name: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /** Display Name */
            display_name: string | null;
            /** Display On Resource Dropdown */
            display_on_resource_dropdown: boolean;
            /** Enabled */
            enabled: boolean;
            /** Groups */
            groups: components["schemas"]["GroupOut"][];
            /** Id */
            id: number;
            /** Input Data Types */
            input_data_types: ("photometry" | "spectra" | "redshift" | "annotations" | "comments" | "classifications")[];
            /** Is Summary */
            is_summary: boolean;
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Optional Analysis Parameters */
            optional_analysis_parameters: {
                [key: string]: unknown;
            };
            /** Timeout */
            timeout: number;
            /** Upload Only */
            upload_only: boolean;
            /** Url */
            url: string;
            /** Version */
            version: string | null;
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
         * CommentBody
         * @description A new comment.
         */
        app__api__comments__CommentBody: {
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
            /**
             * Obj Id
             * @default null
             */
            obj_id: string | null;
            /** Text */
            text: string;
        };
        /**
         * GroupBody
         * @description A new group.
         */
        app__api__groups__GroupBody: {
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
        /**
         * GroupBody
         * @description A group's settings at a service.
         */
        app__api__sharing_services__GroupBody: {
            /**
             * Auto Share To Hermes
             * @default null
             */
            auto_share_to_hermes: boolean | null;
            /**
             * Auto Share To Tns
             * @default null
             */
            auto_share_to_tns: boolean | null;
            /**
             * Auto Sharing Allow Bots
             * @default null
             */
            auto_sharing_allow_bots: boolean | null;
            /**
             * Owner
             * @default null
             */
            owner: boolean | null;
        };
        /**
         * ServiceBody
         * @description A sharing service; ``_tns_altdata`` carries the bot's ``api_key``, which is kept encrypted and never shown.
         */
        app__api__sharing_services__ServiceBody: {
            /** @default null */
            _tns_altdata: components["schemas"]["BotSecret"] | null;
            /**
             * Acknowledgments
             * @default null
             */
            acknowledgments: string | null;
            /**
             * Enable Sharing With Hermes
             * @default null
             */
            enable_sharing_with_hermes: boolean | null;
            /**
             * Enable Sharing With Tns
             * @default null
             */
            enable_sharing_with_tns: boolean | null;
            /**
             * Instrument Ids
             * @default null
             */
            instrument_ids: number[] | null;
            /** Name */
            name: string;
            /**
             * Owner Group Ids
             * @default null
             */
            owner_group_ids: number[] | null;
            /**
             * Photometry Options
             * @default null
             */
            photometry_options: {
                [key: string]: boolean | null;
            } | null;
            /**
             * Publish Existing Tns Objects
             * @default null
             */
            publish_existing_tns_objects: boolean | null;
            /**
             * Stream Ids
             * @default null
             */
            stream_ids: number[] | null;
            /**
             * Testing
             * @default null
             */
            testing: boolean | null;
            /**
             * Tns Bot Id
             * @default null
             */
            tns_bot_id: number | null;
            /**
             * Tns Bot Name
             * @default null
             */
            tns_bot_name: string | null;
            /**
             * Tns Source Group Id
             * @default null
             */
            tns_source_group_id: number | null;
        };
        /**
         * ServiceOut
         * @description A sharing service, without its key.
         */
        app__api__sharing_services__ServiceOut: {
            /** Acknowledgments */
            acknowledgments: string | null;
            /** Coauthors */
            coauthors: {
                [key: string]: unknown;
            }[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Enable Sharing With Hermes */
            enable_sharing_with_hermes: boolean;
            /** Enable Sharing With Tns */
            enable_sharing_with_tns: boolean;
            /** Groups */
            groups: {
                [key: string]: unknown;
            }[];
            /** Id */
            id: number;
            /** Instruments */
            instruments: {
                [key: string]: unknown;
            }[];
            /**
             * Modified
             * Format: date-time
             */
            modified: string;
            /** Name */
            name: string;
            /** Owner Group Ids */
            owner_group_ids: number[];
            /** Photometry Options */
            photometry_options: {
                [key: string]: boolean;
            };
            /** Publish Existing Tns Objects */
            publish_existing_tns_objects: boolean;
            /** Streams */
            streams: {
                [key: string]: unknown;
            }[];
            /** Testing */
            testing: boolean;
            /** Tns Bot Id */
            tns_bot_id: number | null;
            /** Tns Bot Name */
            tns_bot_name: string | null;
            /** Tns Source Group Id */
            tns_source_group_id: number | null;
        };
        /**
         * AsciiBody
         * @description A catalogue as a table of comma-separated values, its first line the names of the columns.
         */
        app__api__spatial_catalogs__AsciiBody: {
            /** Catalogdata */
            catalogData: string;
            /** Catalogname */
            catalogName: string;
        };
        /**
         * AsciiBody
         * @description A text file, and in which columns (from 0) what stands.
         */
        app__api__spectra_shapes__AsciiBody: {
            /** Ascii */
            ascii: string;
            /**
             * Flux Column
             * @default 1
             */
            flux_column: number;
            /**
             * Fluxerr Column
             * @default null
             */
            fluxerr_column: number | null;
            /**
             * Wave Column
             * @default 0
             */
            wave_column: number;
        };
        /**
         * CommentBody
         * @description A remark on a request; none clears it.
         */
        followup__requests_api__CommentBody: {
            /**
             * Comment
             * @default null
             */
            comment: string | null;
        };
    };
    responses: {
        /** @description What was sent cannot be used, or what it names is not here for the caller. */
        BadInput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The state of things does not allow this now. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The caller is known, and has no right to do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description It does not exist, or the caller may not know that it does. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The upload is larger than the limit. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests; the header Retry-After says when to come back. */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No usable credentials came with the request. */
        Unauthorised: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A part that is needed does not answer; nothing was changed. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
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
                user_id?: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_allocation: {
        parameters: {
            query?: {
                instrument_id?: number;
                apiType?: "api_classname" | "api_classname_obsplan";
                apiImplements?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_allocation_report_instrument_id_int: {
        parameters: {
            query?: {
                output_format?: "pdf" | "png";
            };
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
                    "application/pdf": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_allocation_allocation_id_int: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
                sortBy?: "created_at" | "modified" | "status" | "obj";
                sortOrder?: "asc" | "desc";
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_analysis_service: {
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
                        data: components["schemas"]["app__api__analysis_services__ServiceOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_analysis_service: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__analysis_services__ServiceBody"];
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
                        data: components["schemas"]["Made"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_analysis_service_service_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
                        data: components["schemas"]["app__api__analysis_services__ServiceOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_analysis_service_service_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_analysis_service_service_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_analysis_service_service_id_int_default_analysis: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
                        data: components["schemas"]["DefaultOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_analysis_service_service_id_int_default_analysis: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefaultBody"];
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
                        data: components["schemas"]["Made"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_analysis_service_service_id_int_default_analysis_default_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
                default_id: number;
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
                        data: components["schemas"]["DefaultOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_analysis_service_service_id_int_default_analysis_default_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
                default_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_analysis_service_service_id_int_default_analysis_default_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
                default_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefaultBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_assignment: {
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
                        data: components["schemas"]["AssignmentOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentBody"];
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
                        data: components["schemas"]["AssignmentId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_assignment_assignment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: number;
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
                        data: components["schemas"]["AssignmentOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_assignment_assignment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_assignment_assignment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_candidates: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
                groupIDs?: number[];
                filterIDs?: number[];
                savedStatus?: "all" | "savedToAllSelected" | "savedToAnySelected" | "savedToAnyAccessible" | "notSavedToAnyAccessible" | "notSavedToAnySelected" | "notSavedToAllSelected";
                startDate?: string;
                endDate?: string;
                localizationDateobs?: string;
                localizationName?: string;
                localizationCumprob?: number;
                localizationRejectSources?: boolean;
                includeSourcesInGcn?: boolean;
                includePhotometry?: boolean;
                includeSpectra?: boolean;
                includeComments?: boolean;
                includeAlerts?: boolean;
                queryID?: string;
                objID?: string;
                nameOnly?: boolean;
                classifications?: string[];
                classificationsReject?: string[];
                minRedshift?: number;
                maxRedshift?: number;
                numberDetections?: number;
                firstDetectionAfter?: string;
                lastDetectionBefore?: string;
                requireDetections?: boolean;
                excludeForcedPhotometry?: boolean;
                sortByAnnotationOrigin?: string;
                sortByAnnotationKey?: string;
                sortByAnnotationOrder?: "asc" | "desc";
                annotationFilterList?: string;
                listName?: string;
                listNameReject?: string;
                photometryAnnotationsFilter?: string[];
                photometryAnnotationsFilterOrigin?: string[];
                photometryAnnotationsFilterBefore?: string;
                photometryAnnotationsFilterAfter?: string;
                photometryAnnotationsFilterMinCount?: number;
                autosave?: boolean;
                autosaveGroupIds?: number[];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_candidates_bulk_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SweepBody"];
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
                        data: components["schemas"]["Swept"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_candidates_scan_reports: {
        parameters: {
            query?: {
                page?: number;
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
                        data: components["schemas"]["ReportsPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_candidates_scan_reports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_candidates_scan_reports_report_id_int_items: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
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
                        data: components["schemas"]["ItemOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_candidates_scan_reports_report_id_int_items_item_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_candidates_obj_id: {
        parameters: {
            query?: {
                includePhotometry?: boolean;
                includeSpectra?: boolean;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_candidates_filter: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
                groupIDs?: number[];
                filterIDs?: number[];
                savedStatus?: "all" | "savedToAllSelected" | "savedToAnySelected" | "savedToAnyAccessible" | "notSavedToAnyAccessible" | "notSavedToAnySelected" | "notSavedToAllSelected";
                startDate?: string;
                endDate?: string;
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
                        data: components["schemas"]["PassagesPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_classification: {
        parameters: {
            query?: {
                includeTaxonomy?: boolean;
                pageNumber?: number;
                numPerPage?: number;
                startDate?: string;
                endDate?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_classification_sources: {
        parameters: {
            query?: {
                includeTaxonomy?: boolean;
                pageNumber?: number;
                numPerPage?: number;
                startDate?: string;
                endDate?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_classification_votes_classification_id_int: {
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
                "application/json": components["schemas"]["VoteBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_classification_votes_classification_id_int: {
        parameters: {
            query?: never;
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_comment_attachment: {
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
                        data: components["schemas"]["AttachmentCounts"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_comment_attachment: {
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
                        data: components["schemas"]["AttachmentBatch"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_default_followup_request: {
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
                        data: components["schemas"]["DefaultRequestView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_default_followup_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefaultRequestPost"];
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
                        data: components["schemas"]["DefaultId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_default_followup_request_default_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                default_id: number;
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
                        data: components["schemas"]["DefaultRequestView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_default_followup_request_default_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                default_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_errands: {
        parameters: {
            query?: {
                state?: "waiting" | "running" | "done" | "failed" | "cancelled";
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
                        data: components["schemas"]["ErrandsOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_facility: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FacilityMessage"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_finder_chart_facilities: {
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
                            [key: string]: components["schemas"]["FacilityOut"];
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_followup_request: {
        parameters: {
            query?: {
                sourceID?: string;
                instrumentID?: number;
                allocationID?: number;
                status?: string;
                startDate?: string;
                endDate?: string;
                observationStartDate?: string;
                observationEndDate?: string;
                priorityThreshold?: number;
                requesters?: number[];
                sortBy?: "created_at" | "modified" | "status" | "obj";
                sortOrder?: "asc" | "desc";
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_followup_request_prioritization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Prioritization"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_followup_request_schedule_instrument_id_int: {
        parameters: {
            query?: {
                sourceID?: string;
                instrumentID?: number;
                allocationID?: number;
                status?: string;
                startDate?: string;
                endDate?: string;
                observationStartDate?: string;
                observationEndDate?: string;
                priorityThreshold?: number;
                requesters?: number[];
                timeResolution?: number;
                includeStandards?: boolean;
                standardsOnly?: boolean;
                standardType?: "ESO";
                magnitudeRange?: string;
                output_format?: "csv" | "png" | "pdf";
            };
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
                    "application/pdf": string;
                    "image/png": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_followup_request_watch_request_id_int: {
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_followup_request_watch_request_id_int: {
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_followup_request_request_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowupRequestPut"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_followup_request_request_id_int_comment: {
        parameters: {
            query?: {
                comment?: string;
            };
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["followup__requests_api__CommentBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_group_admission_requests: {
        parameters: {
            query?: {
                groupID?: number;
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
                        data: components["schemas"]["AdmissionView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_group_admission_requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmissionBody"];
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
                        data: components["schemas"]["AdmissionId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_group_admission_requests_request_id_int: {
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
                        data: components["schemas"]["AdmissionView"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_group_admission_requests_request_id_int: {
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_group_admission_requests_request_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmissionPatchBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_groups: {
        parameters: {
            query?: {
                name?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                "application/json": components["schemas"]["app__api__groups__GroupBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_ingest_quarantine: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
                runID?: number;
                code?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_instrument: {
        parameters: {
            query?: {
                name?: string;
                includeRegion?: boolean;
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
                        data: components["schemas"]["InstrumentListed"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_instrument_allocation_id_int_external_api: {
        parameters: {
            query: {
                startDate: string;
                endDate: string;
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_instrument_instrument_id_int: {
        parameters: {
            query?: {
                includeGeoJSON?: boolean;
                includeGeoJSONSummary?: boolean;
                includeRegion?: boolean;
                airmassTime?: string;
                localizationDateobs?: string;
            };
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
                        data: components["schemas"]["InstrumentDetail"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_instrument_instrument_id_int: {
        parameters: {
            query?: {
                fieldsOnly?: boolean;
            };
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_instrument_instrument_id_int_fields: {
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_instrument_instrument_id_int_log: {
        parameters: {
            query?: {
                startDate?: string;
                endDate?: string;
            };
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
                        data: components["schemas"]["LogOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_instrument_instrument_id_int_log: {
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
                "application/json": components["schemas"]["LogBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_instrument_instrument_id_int_status: {
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
                "application/json": components["schemas"]["StatusBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_altdata_info: {
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
                        }[];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_annotations_info: {
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
                            [key: string]: {
                                [key: string]: string;
                            }[];
                        };
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_history: {
        parameters: {
            query?: {
                kind?: string;
                rowID?: string;
                action?: string;
                userID?: number;
                groupID?: number;
                startDate?: string;
                endDate?: string;
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
                        data: components["schemas"]["HistoryPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_notifications: {
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
                        data: components["schemas"]["NotificationOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_internal_notifications_all: {
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_internal_notifications_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewedBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_notifications_notification_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: number;
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
                        data: components["schemas"]["NotificationOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_internal_notifications_notification_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_internal_notifications_notification_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewedBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_passkeys: {
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
                        data: components["schemas"]["PasskeyView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_internal_passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyBody"];
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
                        data: components["schemas"]["PasskeyId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_internal_passkeys_options: {
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
                        data: components["schemas"]["Begun"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_internal_passkeys_passkey_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkey_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_internal_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_plot_airmass_objtel_obj_id_telescope_id_int: {
        parameters: {
            query?: {
                time?: string;
            };
            header?: never;
            path: {
                obj_id: string;
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
                        data: components["schemas"]["AirmassOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_sessions: {
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
                        data: components["schemas"]["SessionView"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_internal_sessions_session_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_internal_tokens: {
        parameters: {
            query?: {
                userID?: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_invitation_code: {
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
                        data: components["schemas"]["Opened"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_invitation_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_invitation_code_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
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
                        data: components["schemas"]["Begun"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_invitations: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
                includeUsed?: boolean;
                email?: string;
                group?: string;
                stream?: string;
                invitedBy?: string;
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
                        data: components["schemas"]["InvitationsPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_invitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBody"];
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
                        data: components["schemas"]["InvitationId"];
                        link?: string;
                        mailed?: boolean;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_invitations_invitation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_invitations_invitation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationPatchBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_listing: {
        parameters: {
            query?: {
                list_name?: string;
                listName?: string;
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
                        data: components["schemas"]["ListingOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_listing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListingBody"];
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
                        data: components["schemas"]["ListingId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_listing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListingChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_listing_number_int: {
        parameters: {
            query?: {
                list_name?: string;
                listName?: string;
            };
            header?: never;
            path: {
                number: number;
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
                        data: components["schemas"]["ListingOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_listing_number_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListingChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_listing_number_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListingChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_login: {
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
                        data: components["schemas"]["Ways"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_login_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyLoginBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_login_passkey_options: {
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
                        data: components["schemas"]["Begun"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_newsfeed: {
        parameters: {
            query?: {
                numItems?: number;
                teamID?: number;
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
                        data: components["schemas"]["NewsItem"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_obj_analysis: {
        parameters: {
            query?: {
                includeAnalysisData?: boolean;
                includeFilename?: boolean;
                objID?: string;
                analysisServiceID?: number;
                summaryOnly?: boolean;
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
                        data: components["schemas"]["AnalysisOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_obj_analysis_analysis_id_int: {
        parameters: {
            query?: {
                includeAnalysisData?: boolean;
                includeFilename?: boolean;
            };
            header?: never;
            path: {
                analysis_id: number;
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
                        data: components["schemas"]["AnalysisOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_obj_analysis_analysis_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                analysis_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_obj_analysis_analysis_id_int_corner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                analysis_id: number;
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
                    "application/pdf": string;
                    "image/gif": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_obj_analysis_analysis_id_int_plots_plot_number_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                analysis_id: number;
                plot_number: number;
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
                    "application/pdf": string;
                    "image/gif": string;
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_obj_analysis_analysis_id_int_results: {
        parameters: {
            query?: {
                download?: boolean;
            };
            header?: never;
            path: {
                analysis_id: number;
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
                    "application/json": string;
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_obj_obj_id_analysis_service_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                service_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalysisBody"];
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
                        data: components["schemas"]["Made"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_obj_obj_id_analysis_upload_service_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                service_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadBody"];
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
                        data: components["schemas"]["UploadMade"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_objs_obj_id: {
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_objtag: {
        parameters: {
            query?: {
                obj_id?: string;
                objtagoption_id?: number;
                includeSuperObjs?: boolean;
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
                        data: components["schemas"]["TagOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_objtag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagBody"];
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
                        data: components["schemas"]["TaggedOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_objtag_association_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                association_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UntagBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_objtagoption: {
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
                        data: components["schemas"]["OptionOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_objtagoption: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionBody"];
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
                        data: components["schemas"]["OptionOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_objtagoption_tag_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_objtagoption_tag_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OptionBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_obligations: {
        parameters: {
            query?: {
                side?: "owe" | "owed";
                publication_id?: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_observing_run: {
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
                        data: components["schemas"]["RunOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_observing_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunBody"];
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
                        data: components["schemas"]["RunId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_observing_run_run_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
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
                        data: components["schemas"]["RunDetail"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_observing_run_run_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_observing_run_run_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_observing_run_run_id_int_not_observed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Restatus"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_phot_stats: {
        parameters: {
            query?: {
                createdAtStartTime?: string;
                createdAtEndTime?: string;
                quickUpdateStartTime?: string;
                quickUpdateEndTime?: string;
                fullUpdateStartTime?: string;
                fullUpdateEndTime?: string;
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
                        data: components["schemas"]["CountsOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_phot_stats: {
        parameters: {
            query?: {
                createdAtStartTime?: string;
                createdAtEndTime?: string;
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
                        data: components["schemas"]["BatchOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_phot_stats: {
        parameters: {
            query?: {
                createdAtStartTime?: string;
                createdAtEndTime?: string;
                quickUpdateStartTime?: string;
                quickUpdateEndTime?: string;
                fullUpdateStartTime?: string;
                fullUpdateEndTime?: string;
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
                        data: components["schemas"]["BatchOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_phot_stats_aggregate: {
        parameters: {
            query?: {
                xField?: string;
                yField?: string;
                zField?: string;
                classifications?: string[];
                classificationProbThreshold?: number;
                group_id?: number;
                obj_ids?: string[];
                maxMatches?: number;
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
                        data: components["schemas"]["AggregateOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_photometric_series: {
        parameters: {
            query?: {
                dataFormat?: "json" | "hdf5" | "none";
                pageNumber?: number;
                numPerPage?: number;
                sortBy?: string;
                sortOrder?: "asc" | "desc";
                ra?: number;
                dec?: number;
                radius?: number;
                objectID?: string;
                rejectedObjectID?: string[];
                seriesName?: string;
                seriesObjID?: string;
                filter?: string;
                channel?: string;
                origin?: string;
                filename?: string;
                startBefore?: string;
                startAfter?: string;
                midBefore?: string;
                midAfter?: string;
                endBefore?: string;
                endAfter?: string;
                detected?: boolean;
                expTime?: number;
                minExpTime?: number;
                maxExpTime?: number;
                minFrameRate?: number;
                maxFrameRate?: number;
                minNumExposures?: number;
                maxNumExposures?: number;
                instrumentID?: number;
                followupRequestID?: number;
                assignmentID?: number;
                ownerID?: number;
                magBrighterThan?: number;
                magFainterThan?: number;
                limitingMagBrighterThan?: number;
                limitingMagFainterThan?: number;
                limitingMagIsNaN?: boolean;
                magrefBrighterThan?: number;
                magrefFainterThan?: number;
                minRMS?: number;
                maxRMS?: number;
                useRobustMagAndRMS?: boolean;
                minMedianSNR?: number;
                maxMedianSNR?: number;
                minBestSNR?: number;
                maxBestSNR?: number;
                minWorstSNR?: number;
                maxWorstSNR?: number;
                hash?: string;
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
                        data: components["schemas"]["SeriesPage"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_photometric_series: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesBody"];
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
                        data: components["schemas"]["MadeOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_photometric_series_series_id_int: {
        parameters: {
            query?: {
                dataFormat?: "json" | "hdf5" | "none";
            };
            header?: never;
            path: {
                series_id: number;
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
                        data: components["schemas"]["SeriesOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_photometric_series_series_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_photometric_series_series_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesBody"];
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
                        data: components["schemas"]["MadeOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_photometry_origins: {
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_photometry_range: {
        parameters: {
            query?: {
                format?: "mag" | "flux" | "both" | "plot";
                magsys?: "jla1" | "ab" | "vega" | "bd17" | "csp" | "ab-b12";
                instrument_ids?: number[];
                min_date?: string;
                max_date?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_photometry_key_int_annotations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["ResourceAnnotationOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_photometry_key_int_annotations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_photometry_key_int_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["ResourceAnnotationOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_photometry_key_int_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_photometry_key_int_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_photometry_photometry_id_int: {
        parameters: {
            query?: {
                format?: "mag" | "flux" | "both" | "plot";
                magsys?: "jla1" | "ab" | "vega" | "bd17" | "csp" | "ab-b12";
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_photometry_photometry_id_int_validation: {
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
                "application/json": components["schemas"]["ValidationBody"];
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
                        data: components["schemas"]["MarkOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_photometry_photometry_id_int_validation: {
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
                        data: components["schemas"]["MarkOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_photometry_photometry_id_int_validation: {
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
                "application/json": components["schemas"]["ValidationBody"];
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
                        data: components["schemas"]["MarkOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_photometry_request_request_id_int: {
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
                        data: components["schemas"]["Posted"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_public_pages_release: {
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
                        data: components["schemas"]["ReleaseOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_public_pages_release: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseBody"];
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
                        data: components["schemas"]["Made"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_public_pages_release_release_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_public_pages_release_release_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                release_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_public_pages_source_source_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
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
                        data: components["schemas"]["PageOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_public_pages_source_source_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PageBody"];
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
                        data: components["schemas"]["Made"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_public_pages_source_source_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_publications: {
        parameters: {
            query?: {
                obj_id?: string;
                stage?: "idea" | "announced" | "analysis" | "draft" | "circulation" | "submitted" | "accepted" | "published" | "withdrawn" | "lapsed";
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_releases: {
        parameters: {
            query?: {
                obj_id?: string;
                state?: "scheduled" | "done";
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sharing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharingBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sharing_service: {
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
                        data: components["schemas"]["app__api__sharing_services__ServiceOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_sharing_service: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__sharing_services__ServiceBody"];
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
                        data: components["schemas"]["Id"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sharing_service_submission: {
        parameters: {
            query: {
                sharing_service_id: number;
                pageNumber?: number;
                numPerPage?: number;
                include_payload?: boolean;
                include_response?: boolean;
                objectID?: string;
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
                        data: components["schemas"]["SubmissionsOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sharing_service_submission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sharing_service_submission_submission_id_int: {
        parameters: {
            query: {
                sharing_service_id: number;
            };
            header?: never;
            path: {
                submission_id: number;
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
                        data: components["schemas"]["SubmissionOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sharing_service_service_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
                        data: components["schemas"]["app__api__sharing_services__ServiceOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_sharing_service_service_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__sharing_services__ServiceBody"];
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
                        data: components["schemas"]["Id"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sharing_service_service_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sharing_service_service_id_int_coauthor_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
                        data: components["schemas"]["Id"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sharing_service_service_id_int_coauthor_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_sharing_service_service_id_int_group_group_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__sharing_services__GroupBody"];
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
                        data: components["schemas"]["Id"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sharing_service_service_id_int_group_group_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sharing_service_service_id_int_group_group_id_int_auto_publisher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishersBody"];
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
                        data: components["schemas"]["Ids"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sharing_service_service_id_int_group_group_id_int_auto_publisher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishersBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sharing_service_service_id_int_group_group_id_int_auto_publisher_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
                        data: components["schemas"]["Ids"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sharing_service_service_id_int_group_group_id_int_auto_publisher_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shift_key_int_comments: {
        parameters: {
            query?: {
                text?: string;
                channel?: string;
                pageNumber?: number;
                numPerPage?: number;
            };
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["ResourceCommentOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_shift_key_int_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__comments__CommentBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_shift_key_int_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shift_key_int_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["ResourceCommentOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_shift_key_int_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_shift_key_int_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shift_key_int_comments_comment_id_int_attachment: {
        parameters: {
            query?: {
                download?: string;
                preview?: string;
            };
            header?: never;
            path: {
                key: number;
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
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shift_key_int_comments_comment_id_int_attachment_pdf: {
        parameters: {
            query?: {
                download?: string;
                preview?: string;
            };
            header?: never;
            path: {
                key: number;
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
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shift_key_int_reminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["RemindersOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_shift_key_int_reminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderBody"];
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
                        data: components["schemas"]["ReminderIds"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shift_key_int_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
                reminder_id: number;
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
                        data: components["schemas"]["ReminderOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_shift_key_int_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
                reminder_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_shift_key_int_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
                reminder_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shifts: {
        parameters: {
            query?: {
                group_id?: number;
                start_date_limit?: string;
                end_date_limit?: string;
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
                        data: components["schemas"]["ShiftOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_shifts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftBody"];
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
                        data: components["schemas"]["ShiftId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shifts_summary: {
        parameters: {
            query?: {
                startDate?: string;
                endDate?: string;
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
                        data: components["schemas"]["ShiftSummary"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shifts_summary_shift_id_int: {
        parameters: {
            query?: {
                startDate?: string;
                endDate?: string;
            };
            header?: never;
            path: {
                shift_id: number;
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
                        data: components["schemas"]["ShiftSummary"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_shifts_shift_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: number;
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
                        data: components["schemas"]["ShiftDetail"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_shifts_shift_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_shifts_shift_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_shifts_shift_id_int_users: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftUserBody"];
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
                        data: components["schemas"]["ShiftUserAdded"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_shifts_shift_id_int_users_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_shifts_shift_id_int_users_user_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shift_id: number;
                user_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftUserChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_source_obj_id_reminders: {
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
                        data: components["schemas"]["RemindersOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_source_obj_id_reminders: {
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
                "application/json": components["schemas"]["ReminderBody"];
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
                        data: components["schemas"]["ReminderIds"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_source_obj_id_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                reminder_id: number;
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
                        data: components["schemas"]["ReminderOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_source_obj_id_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                reminder_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_source_obj_id_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                reminder_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_source_exists: {
        parameters: {
            query?: {
                ra?: number;
                dec?: number;
                radius?: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_source_exists_obj_id: {
        parameters: {
            query?: {
                ra?: number;
                dec?: number;
                radius?: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_source_groups_obj_id: {
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
                "application/json": components["schemas"]["SourceGroupChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_source_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceNotificationBody"];
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
                        data: components["schemas"]["SourceNotificationId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources: {
        parameters: {
            query?: {
                localizationDateobs?: string;
                localizationName?: string;
                localizationCumprob?: number;
                localizationRejectSources?: boolean;
                includeSourcesInGcn?: boolean;
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
                includeColorMagnitude?: boolean;
                includeLabellers?: boolean;
                includeHosts?: boolean;
                includeTags?: boolean;
                pageNumber?: number;
                numPerPage?: number;
                group_ids?: number[];
                sourceID?: string;
                rejectedSourceIDs?: string[];
                ra?: number;
                dec?: number;
                radius?: number;
                spatialCatalogName?: string;
                spatialCatalogEntryName?: string;
                savedBefore?: string;
                savedAfter?: string;
                savedByCurrentUser?: boolean;
                createdOrModifiedAfter?: string;
                listName?: string;
                alias?: string;
                origin?: string;
                simbadClass?: string;
                hasTNSname?: boolean;
                hasNoTNSname?: boolean;
                minRedshift?: number;
                maxRedshift?: number;
                minPeakMagnitude?: number;
                maxPeakMagnitude?: number;
                minLatestMagnitude?: number;
                maxLatestMagnitude?: number;
                startDate?: string;
                endDate?: string;
                numberDetections?: number;
                requireDetections?: boolean;
                excludeForcedPhotometry?: boolean;
                hasSpectrum?: boolean;
                hasNoSpectrum?: boolean;
                hasSpectrumBefore?: string;
                hasSpectrumAfter?: string;
                hasBeenLabelled?: boolean;
                hasNotBeenLabelled?: boolean;
                currentUserLabeller?: boolean;
                classifications?: string[];
                classifications_simul?: boolean;
                nonclassifications?: string[];
                classified?: boolean;
                unclassified?: boolean;
                annotationsFilter?: string[];
                annotationsFilterOrigin?: string[];
                annotationsFilterBefore?: string;
                annotationsFilterAfter?: string;
                commentsFilter?: string[];
                commentsFilterAuthor?: number;
                commentsFilterBefore?: string;
                commentsFilterAfter?: string;
                hasFollowupRequest?: boolean;
                followupRequestStatus?: string;
                sortBy?: string;
                sortOrder?: "asc" | "desc";
                saveSummary?: boolean;
                removeNested?: boolean;
                includeGeoJSON?: boolean;
                useCache?: boolean;
                queryID?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                includeColorMagnitude?: boolean;
                includeLabellers?: boolean;
                includeHosts?: boolean;
                includeTags?: boolean;
                TNSname?: string;
                includeAssociatedObjs?: boolean;
                includeSuperObjs?: boolean;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id: {
        parameters: {
            query?: {
                group_id?: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_annotations_datalab: {
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
                "application/json": components["schemas"]["DatalabBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_annotations_gaia: {
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
                "application/json": components["schemas"]["GaiaBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_annotations_irsa: {
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
                "application/json": components["schemas"]["IrsaBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_annotations_ps1: {
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
                "application/json": components["schemas"]["Ps1Body"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_annotations_vizier: {
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
                "application/json": components["schemas"]["VizierBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_classifications: {
        parameters: {
            query?: {
                includeTaxonomy?: boolean;
                includeSuperObjs?: boolean;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_color_mag: {
        parameters: {
            query?: {
                catalog?: string;
                apparentMagKey?: string;
                parallaxKey?: string;
                absorptionKey?: string;
                absoluteMagKey?: string;
                blueMagKey?: string;
                redMagKey?: string;
                colorKey?: string;
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
                        data: components["schemas"]["ColorMagOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_comments: {
        parameters: {
            query?: {
                text?: string;
                channel?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                "application/json": components["schemas"]["app__api__comments__CommentBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_comments: {
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_comments_channels: {
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
                        data: string[];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_comments_channels: {
        parameters: {
            query: {
                channel: string;
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_comments_comment_id_int_attachment: {
        parameters: {
            query?: {
                download?: string;
                preview?: string;
            };
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
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_comments_comment_id_int_attachment_pdf: {
        parameters: {
            query?: {
                download?: string;
                preview?: string;
            };
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
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_copy_photometry: {
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
                "application/json": components["schemas"]["CopyBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_finder: {
        parameters: {
            query?: {
                imsize?: number;
                facility?: "Keck" | "Shane" | "P200" | "P200-NGPS";
                image_source?: "desi" | "dss" | "ztfref" | "ps1";
                use_ztfref?: boolean;
                obstime?: string;
                type?: "png" | "pdf";
                num_offset_stars?: number;
                mag_min?: number;
                mag_limit?: number;
                as_json?: boolean;
                use_cache?: boolean;
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
                        data: components["schemas"]["ChartOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                    "application/pdf": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_host: {
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
                "application/json": components["schemas"]["HostBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_host: {
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_interests: {
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
                        data: components["schemas"]["InterestOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_interests: {
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
                "application/json": components["schemas"]["InterestBody"];
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
                        data: components["schemas"]["InterestId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_interests: {
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_interests_interest_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                interest_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_labels: {
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
                "application/json": components["schemas"]["LabelsBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_labels: {
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
                "application/json": components["schemas"]["LabelsBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_mpc: {
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
                "application/json": components["schemas"]["PlanetsBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_observability: {
        parameters: {
            query?: {
                maximumAirmass?: number;
                twilight?: "astronomical" | "nautical" | "civil";
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
                    "application/pdf": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_offsets: {
        parameters: {
            query?: {
                facility?: "Keck" | "Shane" | "P200" | "P200-NGPS";
                num_offset_stars?: number;
                obstime?: string;
                use_ztfref?: boolean;
                observing_run_id?: number;
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
                        data: components["schemas"]["OffsetsOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_phot_stat: {
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
                        data: components["schemas"]["PhotStatOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_sources_obj_id_phot_stat: {
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_phot_stat: {
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_phot_stat: {
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_photometry: {
        parameters: {
            query?: {
                format?: "mag" | "flux" | "both" | "plot";
                magsys?: "jla1" | "ab" | "vega" | "bd17" | "csp" | "ab-b12";
                includeExtinction?: boolean;
                includeValidationInfo?: boolean;
                includeAnnotationInfo?: boolean;
                includeOwnerInfo?: boolean;
                includeStreamInfo?: boolean;
                deduplicatePhotometry?: boolean;
                individualOrSeries?: "individual" | "series" | "both";
                phaseFoldData?: boolean;
                includeSuperObjsPhotometry?: boolean;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_photometry: {
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
                        data: string;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_position: {
        parameters: {
            query?: {
                instrument_ids?: number[];
                stream_ids?: number[];
                stream_only?: boolean;
                snr_threshold?: number;
                method?: "snr2" | "invvar";
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
                        data: components["schemas"]["PositionOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_reminders: {
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
                        data: components["schemas"]["RemindersOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_sources_obj_id_reminders: {
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
                "application/json": components["schemas"]["ReminderBody"];
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
                        data: components["schemas"]["ReminderIds"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                reminder_id: number;
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
                        data: components["schemas"]["ReminderOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_sources_obj_id_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                reminder_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_sources_obj_id_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obj_id: string;
                reminder_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_spectra: {
        parameters: {
            query?: {
                includeOriginalFile?: boolean;
                normalization?: "median";
                sortBy?: "observed_at" | "created_at";
                sortOrder?: "asc" | "desc";
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
                        data: components["schemas"]["SourceSpectraOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_sources_obj_id_tns: {
        parameters: {
            query?: {
                radius?: number;
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
                        data: unknown;
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spatial_catalog: {
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
                        data: components["schemas"]["CatalogOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spatial_catalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogBody"];
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
                        data: components["schemas"]["CatalogId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spatial_catalog_ascii: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__spatial_catalogs__AsciiBody"];
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
                        data: components["schemas"]["CatalogId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spatial_catalog_catalog_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                catalog_id: number;
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
                        data: components["schemas"]["CatalogOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_spatial_catalog_catalog_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                catalog_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra: {
        parameters: {
            query?: {
                includeOriginalFile?: boolean;
                minimalPayload?: boolean;
                observedBefore?: string;
                observedAfter?: string;
                modifiedBefore?: string;
                modifiedAfter?: string;
                objID?: string;
                instrumentIDs?: number[];
                groupIDs?: number[];
                followupRequestIDs?: number[];
                assignmentIDs?: number[];
                origin?: string[];
                label?: string[];
                type?: string[];
                commentsFilter?: string[];
                commentsFilterAuthor?: string[];
                commentsFilterBefore?: string;
                commentsFilterAfter?: string;
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
                        data: components["schemas"]["SpectrumOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectra: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpectrumBody"];
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
                        data: components["schemas"]["MadeOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectra_ascii: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AsciiUpload"];
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
                        data: components["schemas"]["MadeOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectra_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBody"];
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
                        data: components["schemas"]["BulkOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectra_parse_ascii: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__spectra_shapes__AsciiBody"];
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
                        data: components["schemas"]["ParsedOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_range: {
        parameters: {
            query?: {
                instrument_ids?: number[];
                min_date?: string;
                max_date?: string;
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
                        data: components["schemas"]["SpectrumOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectra_synthphot_spectrum_id_int: {
        parameters: {
            query?: {
                filters?: string[];
            };
            header?: never;
            path: {
                spectrum_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SynthBody"];
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
                        data: components["schemas"]["PointsOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_key_int_annotations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["ResourceAnnotationOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectra_key_int_annotations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_key_int_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["ResourceAnnotationOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_spectra_key_int_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_spectra_key_int_annotations_annotation_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_key_int_comments: {
        parameters: {
            query?: {
                text?: string;
                channel?: string;
                pageNumber?: number;
                numPerPage?: number;
            };
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["ResourceCommentOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectra_key_int_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__comments__CommentBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_spectra_key_int_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_key_int_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["ResourceCommentOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_spectra_key_int_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_spectra_key_int_comments_comment_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_key_int_comments_comment_id_int_attachment: {
        parameters: {
            query?: {
                download?: string;
                preview?: string;
            };
            header?: never;
            path: {
                key: number;
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
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_key_int_comments_comment_id_int_attachment_pdf: {
        parameters: {
            query?: {
                download?: string;
                preview?: string;
            };
            header?: never;
            path: {
                key: number;
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
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_key_int_reminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
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
                        data: components["schemas"]["RemindersOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectra_key_int_reminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderBody"];
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
                        data: components["schemas"]["ReminderIds"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_key_int_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
                reminder_id: number;
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
                        data: components["schemas"]["ReminderOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_spectra_key_int_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
                reminder_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_spectra_key_int_reminders_reminder_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: number;
                reminder_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectra_spectrum_id_int: {
        parameters: {
            query?: {
                includeOriginalFile?: boolean;
            };
            header?: never;
            path: {
                spectrum_id: number;
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
                        data: components["schemas"]["SpectrumOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_spectra_spectrum_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spectrum_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpectrumChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_spectra_spectrum_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spectrum_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectrum: {
        parameters: {
            query?: {
                includeOriginalFile?: boolean;
                minimalPayload?: boolean;
                observedBefore?: string;
                observedAfter?: string;
                modifiedBefore?: string;
                modifiedAfter?: string;
                objID?: string;
                instrumentIDs?: number[];
                groupIDs?: number[];
                followupRequestIDs?: number[];
                assignmentIDs?: number[];
                origin?: string[];
                label?: string[];
                type?: string[];
                commentsFilter?: string[];
                commentsFilterAuthor?: string[];
                commentsFilterBefore?: string;
                commentsFilterAfter?: string;
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
                        data: components["schemas"]["SpectrumOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectrum: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpectrumBody"];
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
                        data: components["schemas"]["MadeOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectrum_ascii: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AsciiUpload"];
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
                        data: components["schemas"]["MadeOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                        withheld?: components["schemas"]["WithheldOut"][];
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectrum_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkBody"];
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
                        data: components["schemas"]["BulkOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectrum_parse_ascii: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["app__api__spectra_shapes__AsciiBody"];
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
                        data: components["schemas"]["ParsedOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectrum_range: {
        parameters: {
            query?: {
                instrument_ids?: number[];
                min_date?: string;
                max_date?: string;
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
                        data: components["schemas"]["SpectrumOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_spectrum_synthphot_spectrum_id_int: {
        parameters: {
            query?: {
                filters?: string[];
            };
            header?: never;
            path: {
                spectrum_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SynthBody"];
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
                        data: components["schemas"]["PointsOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_spectrum_spectrum_id_int: {
        parameters: {
            query?: {
                includeOriginalFile?: boolean;
            };
            header?: never;
            path: {
                spectrum_id: number;
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
                        data: components["schemas"]["SpectrumOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_spectrum_spectrum_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spectrum_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpectrumChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_spectrum_spectrum_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                spectrum_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_super_objs: {
        parameters: {
            query?: {
                name?: string;
                isRoid?: boolean;
                objID?: string;
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
                        data: components["schemas"]["SuperObjOut"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_super_objs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuperObjBody"];
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
                        data: components["schemas"]["SuperObjId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_super_objs_super_obj_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                super_obj_id: number;
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
                        data: components["schemas"]["SuperObjOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_super_objs_super_obj_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                super_obj_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_super_objs_super_obj_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                super_obj_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuperObjChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_teams: {
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
                        data: components["schemas"]["TeamsList"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_teams: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamBody"];
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
                        data: components["schemas"]["TeamId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_teams_team_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: number;
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
                        data: components["schemas"]["TeamDetail"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_teams_team_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamPutBody"];
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
                        data: components["schemas"]["TeamId"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_teams_team_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                team_id: number;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_telescope: {
        parameters: {
            query?: {
                name?: string;
                latitudeMin?: number;
                latitudeMax?: number;
                longitudeMin?: number;
                longitudeMax?: number;
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
                        data: components["schemas"]["TelescopeNow"][];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                        data: components["schemas"]["TelescopeNow"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_api_thumbnail_thumbnail_id_int: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                thumbnail_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThumbnailChange"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
                    "image/jpeg": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_thumbnailpath: {
        parameters: {
            query?: {
                types?: string[];
                requiredDepth?: number;
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
                        data: components["schemas"]["PlacesOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_api_thumbnailpath: {
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_api_thumbnailpath: {
        parameters: {
            query?: {
                types?: string[];
                requiredDepth?: number;
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
                        data: components["schemas"]["PlacesOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_triggers: {
        parameters: {
            query?: {
                obj_id?: string;
                group_id?: number;
                state?: string[];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_unsourced_finder: {
        parameters: {
            query: {
                imsize?: number;
                facility?: "Keck" | "Shane" | "P200" | "P200-NGPS";
                image_source?: "desi" | "dss" | "ztfref" | "ps1";
                use_ztfref?: boolean;
                obstime?: string;
                type?: "png" | "pdf";
                num_offset_stars?: number;
                location_type: "gaia_dr3" | "gaia_dr2" | "pos";
                catalog_id?: string;
                ra?: number;
                dec?: number;
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
                    "application/pdf": string;
                    "image/png": string;
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_user: {
        parameters: {
            query?: {
                pageNumber?: number;
                numPerPage?: number;
                firstName?: string;
                lastName?: string;
                username?: string;
                email?: string;
                role?: string;
                acl?: string;
                group?: string;
                stream?: string;
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_api_weather: {
        parameters: {
            query?: {
                telescope_id?: number;
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
                        data: components["schemas"]["WeatherOut"];
                        message: string;
                        /** @constant */
                        status: "success";
                        version: string;
                    };
                };
            };
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_api_webhook_obj_analysis_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookBody"];
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
            400: components["responses"]["BadInput"];
            401: components["responses"]["Unauthorised"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
        };
    };
}
