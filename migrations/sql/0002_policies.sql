-- Embargoes by stream and by what was asked for, combined policy versions, and what publications owe.

-- An embargo's audience is shared by a policy version, a holder, a night, the stream that its readers must subscribe
-- to (if any), and the groups that were asked for (null: all whom the policy names). The caller has made sure that a
-- group in `now_ids` may read every row of that night, and that each `due_at` is past the night's end.
DROP FUNCTION access.open_embargo(int, int, date, int[], int[], timestamptz[]);
CREATE FUNCTION access.open_embargo(
  version_id int, holder int, on_night date, needs_stream int, asked_ids int[],
  now_ids int[], later_ids int[], due_at timestamptz[]
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE a bigint;
BEGIN
  INSERT INTO public.audiences (policy_version_id, holder_id, night, stream_id, asked)
  VALUES (version_id, holder, on_night, needs_stream, asked_ids) ON CONFLICT DO NOTHING;
  SELECT id INTO STRICT a FROM public.audiences
  WHERE policy_version_id = version_id AND holder_id = holder AND night = on_night
    AND stream_id IS NOT DISTINCT FROM needs_stream AND asked IS NOT DISTINCT FROM asked_ids;
  -- A group that is gone reads nothing; sorted, so that two uploads never wait for each other in a circle.
  INSERT INTO public.audience_grants (audience_id, group_id, stream_id)
  SELECT a, g, needs_stream FROM unnest(now_ids) AS g WHERE EXISTS (SELECT FROM public.groups WHERE id = g) ORDER BY g
  ON CONFLICT DO NOTHING;
  INSERT INTO public.releases (audience_id, policy_version_id, holder_id, group_id, due_at)
  SELECT a, version_id, holder, t.g, t.due FROM unnest(later_ids, due_at) AS t(g, due)
  WHERE EXISTS (SELECT FROM public.groups WHERE id = t.g)
    AND NOT EXISTS (SELECT FROM public.audience_grants ag WHERE ag.audience_id = a AND ag.group_id = t.g)
  ORDER BY t.g
  ON CONFLICT (audience_id, group_id) DO NOTHING;
  RETURN a;
END $$;

-- The version that stands for several which meet on the same data; equal sets are one row.
CREATE FUNCTION access.combine_versions(version_ids int[], combined jsonb, told text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE v int; ids int[] := ARRAY(SELECT DISTINCT i FROM unnest(version_ids) AS i ORDER BY i);
BEGIN
  IF cardinality(ids) < 2 THEN RAISE EXCEPTION 'a combination needs two versions'; END IF;
  INSERT INTO public.policy_versions (parts, document, summary) VALUES (ids, combined, told) ON CONFLICT DO NOTHING;
  SELECT id INTO STRICT v FROM public.policy_versions WHERE parts = ids;
  RETURN v;
END $$;

-- Who may bind a thing to a policy: its group's admins; for what belongs to all, those who manage it.
DROP POLICY managed ON public.policy_attachments;
CREATE POLICY gone ON public.policy_attachments FOR DELETE TO skyrelay_web
  USING (EXISTS (SELECT FROM public.policies p WHERE p.id = policy_id AND p.holder_id IN (SELECT access.my_admin_groups())));
CREATE POLICY made ON public.policy_attachments FOR INSERT TO skyrelay_web WITH CHECK (
  EXISTS (SELECT FROM public.policies p WHERE p.id = policy_id AND p.holder_id IN (SELECT access.my_admin_groups()))
  AND (group_id IS NULL OR group_id IN (SELECT access.my_admin_groups()))
  AND (allocation_id IS NULL OR EXISTS (SELECT FROM public.allocations a
       WHERE a.id = allocation_id AND a.group_id IN (SELECT access.my_admin_groups())))
  AND (instrument_id IS NULL OR 'Manage instruments' = ANY (access.acls_of(access.me())))
  AND (stream_id IS NULL OR 'Manage streams' = ANY (access.acls_of(access.me()))));

-- What a publication's opener can read of others' data under a policy: the rows it owes something for.
CREATE FUNCTION access.owed(pub int) RETURNS TABLE (creditor_id int, policy_version_id int, n_rows bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE was text := current_setting('skyrelay.user_id', true); p public.publications;
BEGIN
  SELECT * INTO p FROM public.publications WHERE id = pub;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('skyrelay.user_id', p.owner_id::text, true);
  RETURN QUERY
    SELECT ph.holder_id, ph.policy_version_id, count(*) FROM public.photometry ph
    WHERE ph.obj_id = ANY (p.obj_ids) AND ph.policy_version_id IS NOT NULL AND ph.holder_id <> p.holder_id
      AND ph.holder_id NOT IN (SELECT g.id FROM public.groups g JOIN public.group_users gu ON gu.group_id = g.id
                               WHERE g.single_user_group AND gu.user_id = p.owner_id)
      AND (ph.owner_id = p.owner_id OR ph.audience_id IN (SELECT access.my_audiences()))
    GROUP BY ph.holder_id, ph.policy_version_id;
  PERFORM set_config('skyrelay.user_id', coalesce(was, ''), true);
END $$;

-- Writes what is owed, keeps every state, loses no obligation; answers the new creditors that may know. A publication
-- is its group's until it is announced or something is asked of a creditor, who then reads it too.
CREATE FUNCTION access.keep_obligations(pub int, owed jsonb) RETURNS int[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE p public.publications; own bigint; known_to bigint; fresh int[]; readers int[];
BEGIN
  SELECT * INTO p FROM public.publications WHERE id = pub FOR UPDATE;
  IF NOT FOUND THEN RETURN '{}'; END IF;
  SELECT access.intern_audience(ARRAY[g.id], ARRAY[NULL::int]) INTO own
  FROM public.groups g JOIN public.group_users gu ON gu.group_id = g.id
  WHERE g.single_user_group AND gu.user_id = p.owner_id;
  WITH kept AS (
    INSERT INTO public.obligations AS ob (publication_id, creditor_id, policy_version_id, kind, text, required, state,
      n_rows, audience_id, holder_id, owner_id)
    SELECT pub, i.creditor_id, i.policy_version_id, i.kind, i.text, i.required, 'open', i.n_rows,
      coalesce(own, p.audience_id), p.holder_id, p.owner_id
    FROM jsonb_to_recordset(owed) AS i(creditor_id int, policy_version_id int, kind text, text text, required bool, n_rows bigint)
    ON CONFLICT (publication_id, creditor_id, policy_version_id, kind) DO UPDATE
    SET n_rows = excluded.n_rows, modified = now() WHERE ob.n_rows <> excluded.n_rows
    RETURNING ob.creditor_id, ob.xmax = 0 AS is_new)
  SELECT coalesce(array_agg(DISTINCT creditor_id), '{}') INTO fresh FROM kept WHERE is_new;
  UPDATE public.obligations ob SET n_rows = 0, modified = now()
  WHERE ob.publication_id = pub AND ob.n_rows <> 0 AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(owed) AS i(creditor_id int, policy_version_id int)
    WHERE i.creditor_id = ob.creditor_id AND i.policy_version_id = ob.policy_version_id);
  SELECT array_agg(DISTINCT g) INTO readers FROM (
    SELECT p.holder_id AS g
    UNION ALL SELECT creditor_id FROM public.obligations
    WHERE publication_id = pub AND (p.stage <> 'idea' OR state NOT IN ('open', 'included'))) AS t;
  known_to := access.intern_audience(readers, array_fill(NULL::int, ARRAY[cardinality(readers)]));
  UPDATE public.publications SET audience_id = known_to WHERE id = pub AND audience_id <> known_to;
  RETURN CASE WHEN p.stage = 'idea' THEN '{}' ELSE fresh END;
END $$;

-- How many required obligations are still to be discharged, seen or not by whom it is asked for.
CREATE FUNCTION access.undischarged(pub int, discharged text[]) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*) FROM public.obligations WHERE publication_id = pub AND required AND state <> ALL (discharged)
$$;

-- An obligation is derived from data: the opener reads it, a colleague who can read such a row, and the creditor once
-- the publication is known to them.
DROP POLICY readable ON public.obligations;
DROP POLICY read_by_creditor ON public.obligations;
DROP POLICY changed_by_creditor ON public.obligations;
CREATE POLICY readable ON public.obligations FOR SELECT TO skyrelay_web USING (owner_id = access.me());
CREATE POLICY read_by_group ON public.obligations FOR SELECT TO skyrelay_web
  USING (holder_id IN (SELECT access.my_groups()) AND EXISTS (
    SELECT FROM public.publications p JOIN public.photometry ph ON ph.obj_id = ANY (p.obj_ids)
    WHERE p.id = obligations.publication_id AND ph.holder_id = obligations.creditor_id
      AND ph.policy_version_id = obligations.policy_version_id));
CREATE POLICY read_by_creditor ON public.obligations FOR SELECT TO skyrelay_web
  USING (creditor_id IN (SELECT access.my_groups())
         AND EXISTS (SELECT FROM public.publications p WHERE p.id = obligations.publication_id));
CREATE POLICY changed_by_creditor ON public.obligations FOR UPDATE TO skyrelay_web
  USING (creditor_id IN (SELECT access.my_admin_groups())) WITH CHECK (creditor_id IN (SELECT access.my_admin_groups()));

-- What is owed is computed, and publications are withdrawn, not deleted.
REVOKE INSERT, UPDATE, DELETE ON public.obligations FROM skyrelay_web;
GRANT UPDATE (state, reason, changed_by_id, modified) ON public.obligations TO skyrelay_web;
REVOKE UPDATE, DELETE ON public.publications FROM skyrelay_web;
GRANT UPDATE (title, kind, stage, lead_id, modified) ON public.publications TO skyrelay_web;

REVOKE EXECUTE ON FUNCTION access.open_embargo, access.combine_versions, access.owed, access.keep_obligations,
  access.undischarged FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.open_embargo, access.combine_versions
  TO skyrelay_web, skyrelay_ingest, skyrelay_followup, skyrelay_admin;
GRANT EXECUTE ON FUNCTION access.owed, access.keep_obligations TO skyrelay_web, skyrelay_release, skyrelay_admin;
GRANT EXECUTE ON FUNCTION access.undischarged TO skyrelay_web, skyrelay_admin;
