-- Analyses, their results, and public pages: see docs/decisions/0028-errands.md.

-- A result is for those who may read everything that it was made from; live, so that a release of an input opens it
-- and a revocation closes it. Written out, and no function, so that the reader's audiences are hashed once a query.
CREATE POLICY readable ON public.obj_analyses FOR SELECT TO skyrelay_web USING (
  (owner_id = (SELECT access.me()) AND NOT EXISTS (
    SELECT FROM unnest(foreign_audience_ids) AS a(id) WHERE a.id NOT IN (SELECT access.my_audiences())))
  OR (audience_id IN (SELECT access.my_audiences()) AND NOT EXISTS (
    SELECT FROM unnest(input_audience_ids) AS a(id) WHERE a.id NOT IN (SELECT access.my_audiences()))));
CREATE POLICY made ON public.obj_analyses FOR INSERT TO skyrelay_web
  WITH CHECK (owner_id = (SELECT access.me()) AND holder_id IN (SELECT access.my_groups()));
CREATE POLICY changed ON public.obj_analyses FOR UPDATE TO skyrelay_web
  USING (owner_id = (SELECT access.me())) WITH CHECK (owner_id = (SELECT access.me()));
CREATE POLICY gone ON public.obj_analyses FOR DELETE TO skyrelay_web
  USING (owner_id = (SELECT access.me()) OR holder_id IN (SELECT access.my_admin_groups()));
GRANT SELECT, INSERT, UPDATE, DELETE ON public.obj_analyses TO skyrelay_web;

-- The audiences of an analysis' inputs only ever grow: what it was made from cannot be forgotten.
CREATE FUNCTION access.inputs_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (OLD.input_audience_ids <@ NEW.input_audience_ids AND OLD.foreign_audience_ids <@ NEW.foreign_audience_ids) THEN
    RAISE EXCEPTION 'the inputs of an analysis cannot be taken back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inputs_stay BEFORE UPDATE OF input_audience_ids, foreign_audience_ids ON public.obj_analyses
  FOR EACH ROW EXECUTE FUNCTION access.inputs_stay();

-- How we show services who we are: written by the portal, read by the errands service.
CREATE POLICY managed ON public.analysis_secrets TO skyrelay_web
  USING (EXISTS (SELECT FROM public.analysis_services s WHERE s.id = service_id
         AND (s.owner_id = (SELECT access.me()) OR s.holder_id IN (SELECT access.my_admin_groups()))))
  WITH CHECK (EXISTS (SELECT FROM public.analysis_services s WHERE s.id = service_id
         AND (s.owner_id = (SELECT access.me()) OR s.holder_id IN (SELECT access.my_admin_groups()))));
GRANT INSERT, UPDATE, DELETE, SELECT (service_id) ON public.analysis_secrets TO skyrelay_web;
REVOKE SELECT ON public.analysis_secrets FROM skyrelay_admin;
GRANT SELECT (service_id) ON public.analysis_secrets TO skyrelay_admin;

-- A service answers with the token alone: it is nobody here. Whether one is awaited; and the answer, taken once.
CREATE FUNCTION access.analysis_awaited(secret bytea) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM public.obj_analyses
                 WHERE token_sha256 = secret AND status IN ('queued', 'pending') AND invalid_after > now())
$$;

CREATE FUNCTION access.take_analysis(
  secret bytea, new_status text, message text, new_result bytea, new_hash text, plots int
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE a public.obj_analyses%ROWTYPE;
BEGIN
  UPDATE public.obj_analyses
  SET status = new_status, status_message = message, result = new_result, hash = new_hash, num_plots = plots,
      token_sha256 = NULL, last_activity = now(), modified = now(),
      duration = extract(epoch FROM now() - created_at)
  WHERE token_sha256 = secret AND status IN ('queued', 'pending') AND invalid_after > now()
  RETURNING * INTO a;
  IF a.id IS NULL THEN RETURN NULL; END IF;
  INSERT INTO public.history (user_id, holder_id, action, kind, row_id, after, why)
  VALUES (NULL, a.holder_id, 'result', 'analysis', a.id::text, jsonb_build_object('status', new_status, 'hash', new_hash),
          'The analysis service answered.');
  -- To the owner alone: not everybody whom the audience lets in may read all of its inputs.
  INSERT INTO public.outbox (kind, user_id, obj_id, payload)
  VALUES ('analysis.done', a.owner_id, a.obj_id, jsonb_build_object('analysis_id', a.id));
  RETURN a.id;
END $$;

-- A classification starts the default analyses that it fits, of those who may read it; once an obj, by the errand's key
-- and by the unique index on obj_analyses.
CREATE FUNCTION access.default_analyses_wanted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.errands (kind, key, payload, owner_id, holder_id)
  SELECT DISTINCT 'analysis.default', d.id || ':' || n.obj_id,
         jsonb_build_object('default_analysis_id', d.id, 'obj_id', n.obj_id), d.owner_id, d.holder_id
  FROM new_rows n
  JOIN public.default_analyses d ON EXISTS (
    SELECT FROM jsonb_array_elements(d.source_filter -> 'classifications') AS f(wanted)
    WHERE f.wanted ->> 'name' = n.classification
      AND coalesce(n.probability, 1) >= coalesce((f.wanted ->> 'probability')::float8, 0))
  JOIN public.analysis_services s ON s.id = d.analysis_service_id AND s.enabled
  WHERE n.owner_id = d.owner_id OR EXISTS (
    SELECT FROM public.audience_grants g WHERE g.audience_id = n.audience_id
      AND (g.group_id IS NULL OR EXISTS (
        SELECT FROM public.group_users gu WHERE gu.group_id = g.group_id AND gu.user_id = d.owner_id))
      AND (g.stream_id IS NULL OR EXISTS (
        SELECT FROM public.stream_users su WHERE su.stream_id = g.stream_id AND su.user_id = d.owner_id)))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER default_analyses_wanted AFTER INSERT ON public.classifications REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.default_analyses_wanted();

-- Public pages: for anybody at all while the page, its release and the holder's source are there.
CREATE FUNCTION access.is_public(page_source text, page_holder int, page_release int) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM public.sources s
                 WHERE s.obj_id = page_source AND s.holder_id = page_holder AND s.active)
     AND (page_release IS NULL OR EXISTS (SELECT FROM public.public_releases r WHERE r.id = page_release AND r.is_visible))
$$;
CREATE POLICY public ON public.public_source_pages FOR SELECT TO skyrelay_web
  USING (is_visible AND access.is_public(source_id, holder_id, release_id));
CREATE POLICY public ON public.public_releases FOR SELECT TO skyrelay_web USING (is_visible);

-- What a saved source starts: the releases of its group that take everything.
CREATE FUNCTION access.pages_wanted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.errands (kind, key, payload, owner_id, holder_id)
  SELECT DISTINCT 'page.auto', r.id || ':' || n.obj_id,
         jsonb_build_object('release_id', r.id, 'obj_id', n.obj_id), r.owner_id, r.holder_id
  FROM new_rows n JOIN public.public_releases r ON r.auto_publish_enabled AND r.holder_id = n.holder_id
  WHERE n.active
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER pages_wanted AFTER INSERT ON public.sources REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.pages_wanted();

REVOKE EXECUTE ON FUNCTION access.analysis_awaited, access.take_analysis, access.is_public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.is_public TO skyrelay_web, skyrelay_admin;
GRANT EXECUTE ON FUNCTION access.analysis_awaited, access.take_analysis TO skyrelay_web;
REVOKE EXECUTE ON FUNCTION access.default_analyses_wanted, access.pages_wanted FROM PUBLIC;
