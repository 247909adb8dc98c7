-- Row security: who reads and writes what. See docs/decisions/0002-access-in-the-database.md.

-- Service roles. They cannot log in; the login roles of one installation are members of them.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['skyrelay_web','skyrelay_ingest','skyrelay_followup','skyrelay_release','skyrelay_admin'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    END IF;
  END LOOP;
END $$;

CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO skyrelay_web, skyrelay_ingest, skyrelay_followup, skyrelay_release, skyrelay_admin;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO skyrelay_web, skyrelay_ingest, skyrelay_followup, skyrelay_release, skyrelay_admin;

-- The principal of the transaction: empty, missing, unknown or expired means nobody. Policies ask it in a sub-select,
-- which runs once a query and not once a row.
CREATE FUNCTION access.me() RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT u.id FROM public.users u
  WHERE u.id = NULLIF(current_setting('skyrelay.user_id', true), '')::int
    AND (u.expiration_date IS NULL OR u.expiration_date > now())
$$;

CREATE FUNCTION access.my_groups() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 20 SET search_path = pg_catalog, public AS $$
  SELECT gu.group_id FROM public.group_users gu WHERE gu.user_id = (SELECT access.me())
$$;

CREATE FUNCTION access.my_admin_groups() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 5 SET search_path = pg_catalog, public AS $$
  SELECT gu.group_id FROM public.group_users gu WHERE gu.user_id = (SELECT access.me()) AND gu.admin
$$;

CREATE FUNCTION access.my_streams() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 5 SET search_path = pg_catalog, public AS $$
  SELECT su.stream_id FROM public.stream_users su WHERE su.user_id = (SELECT access.me())
$$;

-- The audiences that the principal's grants open. Two arms, so that each starts from an index.
CREATE FUNCTION access.my_audiences() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 500 SET search_path = pg_catalog, public AS $$
  SELECT g.audience_id FROM public.audience_grants g
  WHERE g.group_id IN (SELECT access.my_groups())
    AND (g.stream_id IS NULL OR g.stream_id IN (SELECT access.my_streams()))
  UNION
  SELECT g.audience_id FROM public.audience_grants g
  WHERE g.group_id IS NULL AND g.stream_id IN (SELECT access.my_streams())
$$;

-- Interning: equal sets of grants are one row. A grant is (group, stream), either of which may be null, not both.
CREATE FUNCTION access.intern_audience(group_ids int[], stream_ids int[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE d bytea; a bigint;
BEGIN
  IF group_ids IS NULL OR cardinality(group_ids) = 0 OR cardinality(group_ids) <> cardinality(stream_ids) THEN
    RAISE EXCEPTION 'an audience needs at least one grant';
  END IF;
  SELECT sha256(convert_to(string_agg(k, ',' ORDER BY k COLLATE "C"), 'UTF8')) INTO d
  FROM (SELECT DISTINCT coalesce(g::text, '') || ':' || coalesce(s::text, '') AS k
        FROM unnest(group_ids, stream_ids) AS t(g, s)) AS keys;
  SELECT id INTO a FROM public.audiences WHERE digest = d;
  IF a IS NOT NULL THEN RETURN a; END IF;
  INSERT INTO public.audiences (digest) VALUES (d) ON CONFLICT (digest) DO NOTHING RETURNING id INTO a;
  IF a IS NULL THEN
    SELECT id INTO a FROM public.audiences WHERE digest = d;
    RETURN a;
  END IF;
  INSERT INTO public.audience_grants (audience_id, group_id, stream_id)
  SELECT DISTINCT a, g, s FROM unnest(group_ids, stream_ids) AS t(g, s);
  RETURN a;
END $$;

-- An embargo's audience: one for a policy version, a holder and a night; its releases are scheduled with it.
-- Groups in `now_ids` read at once; `later_ids` at `due_at`, when the release worker inserts the grant.
CREATE FUNCTION access.open_embargo(
  version_id int, holder int, on_night date, now_ids int[], later_ids int[], due_at timestamptz[]
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE a bigint;
BEGIN
  -- A portal connection may open the embargoes of its principal's groups only, or it could let itself into any.
  IF current_setting('role', true) = 'skyrelay_web' AND holder NOT IN (SELECT access.my_groups()) THEN
    RAISE EXCEPTION 'not a member of the holder' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.audiences (policy_version_id, holder_id, night) VALUES (version_id, holder, on_night)
  ON CONFLICT (policy_version_id, holder_id, night) DO NOTHING;
  SELECT id INTO STRICT a FROM public.audiences
  WHERE policy_version_id = version_id AND holder_id = holder AND night = on_night;
  INSERT INTO public.audience_grants (audience_id, group_id) SELECT a, g FROM unnest(now_ids) AS g
  ON CONFLICT DO NOTHING;
  INSERT INTO public.releases (audience_id, policy_version_id, holder_id, group_id, due_at)
  SELECT a, version_id, holder, t.g, t.due FROM unnest(later_ids, due_at) AS t(g, due)
  ON CONFLICT (audience_id, group_id) DO NOTHING;
  RETURN a;
END $$;

-- Objs are shared names for places on the sky: making one that exists changes nothing and tells nothing.
CREATE FUNCTION access.ensure_objs(new_objs jsonb, by_user int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n int;
BEGIN
  INSERT INTO public.objs (id, ra, dec, healpix, origin, altdata, alias, transient, is_roid, redshift, score,
    ra_dis, dec_dis, ra_err, dec_err, "offset", t0, redshift_error, redshift_origin, summary, dist_nearest_source,
    mag_nearest_source, e_mag_nearest_source, varstar, mpc_name, tns_name, created_by_id)
  SELECT o.id, o.ra, o.dec, o.healpix, o.origin, o.altdata,
         CASE WHEN jsonb_typeof(o.alias) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(o.alias)) END,
         o.transient, o.is_roid, o.redshift, o.score, o.ra_dis, o.dec_dis, o.ra_err, o.dec_err, o."offset", o.t0,
         o.redshift_error, o.redshift_origin, o.summary, o.dist_nearest_source, o.mag_nearest_source,
         o.e_mag_nearest_source, o.varstar, o.mpc_name, o.tns_name, by_user
  FROM jsonb_to_recordset(new_objs) AS o(
    id text, ra float8, dec float8, healpix int8, origin text, altdata jsonb, alias jsonb,
    transient bool, is_roid bool, redshift float8, score float8, ra_dis float8, dec_dis float8, ra_err float8,
    dec_err float8, "offset" float8, t0 float8, redshift_error float8, redshift_origin text, summary text,
    dist_nearest_source float8, mag_nearest_source float8, e_mag_nearest_source float8, varstar bool, mpc_name text,
    tns_name text)
  ORDER BY o.id
  ON CONFLICT (id) DO NOTHING;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- Who comes with a token, a session cookie, a login link. Answers the user's ACLs, for a token cut down to its own.
CREATE FUNCTION access.acls_of(uid int) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT a), '{}') FROM (
    SELECT ra.acl_id FROM public.user_roles ur JOIN public.role_acls ra USING (role_id) WHERE ur.user_id = uid
    UNION SELECT ua.acl_id FROM public.user_acls ua WHERE ua.user_id = uid) AS t(a)
$$;

CREATE FUNCTION access.principal_of_token(secret bytea)
RETURNS TABLE (user_id int, username text, expired bool, token_id text, acls text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.username, coalesce(u.expiration_date <= now(), false), t.id,
         ARRAY(SELECT unnest(access.acls_of(u.id)) INTERSECT SELECT unnest(t.acls))
  FROM public.tokens t JOIN public.users u ON u.id = t.user_id WHERE t.secret_sha256 = secret
$$;

CREATE FUNCTION access.principal_of_session(secret bytea)
RETURNS TABLE (user_id int, username text, expired bool, token_id text, acls text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, u.username, coalesce(u.expiration_date <= now(), false), NULL::text, access.acls_of(u.id)
  FROM public.web_sessions s JOIN public.users u ON u.id = s.user_id
  WHERE s.secret_sha256 = secret AND s.expires_at > now()
$$;

CREATE FUNCTION access.use_login_link(secret bytea) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.login_links SET used_at = now()
  WHERE secret_sha256 = secret AND used_at IS NULL AND expires_at > now() RETURNING user_id
$$;

CREATE FUNCTION access.password_of(name text) RETURNS TABLE (user_id int, argon2 text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT u.id, p.argon2 FROM public.users u JOIN public.passwords p ON p.user_id = u.id WHERE u.username = name
$$;

CREATE FUNCTION access.open_session(secret bytea, uid int, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.web_sessions (secret_sha256, user_id, expires_at) VALUES (secret, uid, until)
$$;

CREATE FUNCTION access.close_session(secret bytea) RETURNS bool
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH gone AS (DELETE FROM public.web_sessions WHERE secret_sha256 = secret RETURNING 1) SELECT EXISTS (SELECT FROM gone)
$$;

-- A new group with its first admins: its maker could not read it back before being a member.
CREATE FUNCTION access.create_group(
  name_ text, nickname_ text, description_ text, private_ bool, auto_accept bool, admin_ids int[]
) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE g int;
BEGIN
  INSERT INTO public.groups (name, nickname, description, private, auto_accept_requests)
  VALUES (name_, nickname_, description_, private_, auto_accept) RETURNING id INTO g;
  INSERT INTO public.group_users (group_id, user_id, admin) SELECT DISTINCT g, a, true FROM unnest(admin_ids) AS a;
  RETURN g;
END $$;

-- Why can, or cannot, this user read this row: the grants of its audience, each with what is missing.
CREATE FUNCTION access.explain_audience(aid bigint, uid int)
RETURNS TABLE (group_id int, stream_id int, in_group bool, in_stream bool)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT g.group_id, g.stream_id,
    g.group_id IS NULL OR EXISTS (SELECT FROM public.group_users gu WHERE gu.user_id = uid AND gu.group_id = g.group_id),
    g.stream_id IS NULL OR EXISTS (SELECT FROM public.stream_users su WHERE su.user_id = uid AND su.stream_id = g.stream_id)
  FROM public.audience_grants g
  WHERE g.audience_id = aid
    AND (current_setting('role', true) IS DISTINCT FROM 'skyrelay_web' OR aid IN (SELECT access.my_audiences()))
$$;

-- What each audience can know about an obj, kept in the transaction of the data.
CREATE FUNCTION access.rows_added() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.obj_audience (obj_id, audience_id, n_rows, latest_at)
  SELECT obj_id, audience_id, count(*), now() FROM new_rows GROUP BY obj_id, audience_id ORDER BY obj_id, audience_id
  ON CONFLICT (obj_id, audience_id) DO UPDATE
  SET n_rows = obj_audience.n_rows + excluded.n_rows, latest_at = excluded.latest_at;
  RETURN NULL;
END $$;

CREATE FUNCTION access.rows_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM public.obj_audience oa
  WHERE (oa.obj_id, oa.audience_id) IN (SELECT obj_id, audience_id FROM old_rows)
  ORDER BY oa.obj_id, oa.audience_id FOR UPDATE;
  UPDATE public.obj_audience oa SET n_rows = oa.n_rows - o.n
  FROM (SELECT obj_id, audience_id, count(*) AS n FROM old_rows GROUP BY obj_id, audience_id) o
  WHERE oa.obj_id = o.obj_id AND oa.audience_id = o.audience_id;
  DELETE FROM public.obj_audience oa USING (SELECT DISTINCT obj_id, audience_id FROM old_rows) o
  WHERE oa.obj_id = o.obj_id AND oa.audience_id = o.audience_id AND oa.n_rows <= 0;
  RETURN NULL;
END $$;

CREATE FUNCTION access.rows_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.obj_audience (obj_id, audience_id, n_rows, latest_at)
  SELECT obj_id, audience_id, sum(n), now() FROM (
    SELECT obj_id, audience_id, 1 AS n FROM new_rows UNION ALL SELECT obj_id, audience_id, -1 FROM old_rows) t
  GROUP BY obj_id, audience_id HAVING sum(n) <> 0 ORDER BY obj_id, audience_id
  ON CONFLICT (obj_id, audience_id) DO UPDATE SET n_rows = obj_audience.n_rows + excluded.n_rows;
  DELETE FROM public.obj_audience oa USING (SELECT DISTINCT obj_id, audience_id FROM old_rows) o
  WHERE oa.obj_id = o.obj_id AND oa.audience_id = o.audience_id AND oa.n_rows <= 0;
  RETURN NULL;
END $$;

CREATE FUNCTION access.photometry_added() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.obj_audience AS oa
    (obj_id, audience_id, n_rows, n_photometry, n_detections, first_detected_mjd, last_detected_mjd, latest_at)
  SELECT obj_id, audience_id, count(*), count(*), count(*) FILTER (WHERE abs(flux) >= 3 * fluxerr),
    min(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr), max(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr), now()
  FROM new_rows GROUP BY obj_id, audience_id ORDER BY obj_id, audience_id
  ON CONFLICT (obj_id, audience_id) DO UPDATE SET
    n_rows = oa.n_rows + excluded.n_rows, n_photometry = oa.n_photometry + excluded.n_photometry,
    n_detections = oa.n_detections + excluded.n_detections,
    first_detected_mjd = least(oa.first_detected_mjd, excluded.first_detected_mjd),
    last_detected_mjd = greatest(oa.last_detected_mjd, excluded.last_detected_mjd), latest_at = excluded.latest_at;
  RETURN NULL;
END $$;

-- After a deletion or a change, minima and maxima cannot be subtracted: count the touched pairs again. The row locks
-- come first, and the count is a statement of its own: only then does it see what another transaction, which held
-- the lock before, has committed.
CREATE FUNCTION access.photometry_recount(obj_ids text[], audience_ids bigint[]) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public AS $$
  UPDATE public.obj_audience oa
  SET n_photometry = c.n, n_detections = c.n_detections, first_detected_mjd = c.first, last_detected_mjd = c.last
  FROM (
    SELECT t.obj_id, t.audience_id, count(p.id) AS n, count(*) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS n_detections,
      min(p.mjd) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS first,
      max(p.mjd) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS last
    FROM unnest(obj_ids, audience_ids) AS t(obj_id, audience_id)
    LEFT JOIN public.photometry p ON p.obj_id = t.obj_id AND p.audience_id = t.audience_id
    GROUP BY t.obj_id, t.audience_id) c
  WHERE oa.obj_id = c.obj_id AND oa.audience_id = c.audience_id;
  DELETE FROM public.obj_audience oa USING unnest(obj_ids, audience_ids) AS t(obj_id, audience_id)
  WHERE oa.obj_id = t.obj_id AND oa.audience_id = t.audience_id AND oa.n_rows <= 0;
$$;

CREATE FUNCTION access.photometry_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE objs text[]; audiences bigint[];
BEGIN
  SELECT array_agg(obj_id ORDER BY obj_id, audience_id), array_agg(audience_id ORDER BY obj_id, audience_id)
  INTO objs, audiences FROM (SELECT DISTINCT obj_id, audience_id FROM old_rows) t;
  IF objs IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM public.obj_audience oa
  WHERE (oa.obj_id, oa.audience_id) IN (SELECT * FROM unnest(objs, audiences))
  ORDER BY oa.obj_id, oa.audience_id FOR UPDATE;
  UPDATE public.obj_audience oa SET n_rows = oa.n_rows - o.n
  FROM (SELECT obj_id, audience_id, count(*) AS n FROM old_rows GROUP BY obj_id, audience_id) o
  WHERE oa.obj_id = o.obj_id AND oa.audience_id = o.audience_id;
  PERFORM access.photometry_recount(objs, audiences);
  RETURN NULL;
END $$;

CREATE FUNCTION access.photometry_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE objs text[]; audiences bigint[];
BEGIN
  SELECT array_agg(obj_id ORDER BY obj_id, audience_id), array_agg(audience_id ORDER BY obj_id, audience_id)
  INTO objs, audiences
  FROM (SELECT obj_id, audience_id FROM new_rows UNION SELECT obj_id, audience_id FROM old_rows) t;
  IF objs IS NULL THEN RETURN NULL; END IF;
  INSERT INTO public.obj_audience AS oa (obj_id, audience_id, n_rows, latest_at)
  SELECT obj_id, audience_id, sum(n), now() FROM (
    SELECT obj_id, audience_id, 1 AS n FROM new_rows UNION ALL SELECT obj_id, audience_id, -1 FROM old_rows) t
  GROUP BY obj_id, audience_id ORDER BY obj_id, audience_id
  ON CONFLICT (obj_id, audience_id) DO UPDATE SET n_rows = oa.n_rows + excluded.n_rows;
  PERFORM access.photometry_recount(objs, audiences);
  RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['candidates','sources','thumbnails','annotations','classifications','comments',
                           'followup_requests','triggers'] LOOP
    EXECUTE format('CREATE TRIGGER rows_added AFTER INSERT ON public.%I REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION access.rows_added()', t);
    EXECUTE format('CREATE TRIGGER rows_gone AFTER DELETE ON public.%I REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION access.rows_gone()', t);
    EXECUTE format('CREATE TRIGGER rows_moved AFTER UPDATE ON public.%I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION access.rows_moved()', t);
  END LOOP;
END $$;
CREATE TRIGGER photometry_added AFTER INSERT ON public.photometry REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.photometry_added();
CREATE TRIGGER photometry_gone AFTER DELETE ON public.photometry REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.photometry_gone();
CREATE TRIGGER photometry_moved AFTER UPDATE ON public.photometry REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.photometry_moved();

-- Wake the readers of the outbox once per statement, not per row.
CREATE FUNCTION access.outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('skyrelay_outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_wake AFTER INSERT ON public.outbox FOR EACH STATEMENT EXECUTE FUNCTION access.outbox_wake();

-- Every table is closed; what follows opens it by name.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY admin ON public.%I TO skyrelay_admin USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO skyrelay_admin', t);
  END LOOP;
END $$;
REVOKE SELECT ON public.allocation_secrets, public.passwords FROM skyrelay_admin;
GRANT SELECT (allocation_id) ON public.allocation_secrets TO skyrelay_admin;
GRANT SELECT (user_id) ON public.passwords TO skyrelay_admin;

-- Held rows: read by owner or audience; written by their owner, in a group of theirs; changed by owner or group admin.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['candidates','sources','photometry','thumbnails','annotations','taxonomies','classifications',
                           'comments','followup_requests','triggers','attempts','publications','obligations'] LOOP
    EXECUTE format('CREATE POLICY readable ON public.%I FOR SELECT TO skyrelay_web
      USING (owner_id = (SELECT access.me()) OR audience_id IN (SELECT access.my_audiences()))', t);
    EXECUTE format('CREATE POLICY made ON public.%I FOR INSERT TO skyrelay_web
      WITH CHECK (owner_id = (SELECT access.me()) AND holder_id IN (SELECT access.my_groups()))', t);
    EXECUTE format('CREATE POLICY changed ON public.%I FOR UPDATE TO skyrelay_web
      USING (owner_id = (SELECT access.me()) OR holder_id IN (SELECT access.my_admin_groups()))
      WITH CHECK (holder_id IN (SELECT access.my_groups()))', t);
    EXECUTE format('CREATE POLICY gone ON public.%I FOR DELETE TO skyrelay_web
      USING (owner_id = (SELECT access.me()) OR holder_id IN (SELECT access.my_admin_groups()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO skyrelay_web', t);
  END LOOP;
END $$;
-- What a whole group does together: unsave a source, cancel a trigger, answer an obligation.
CREATE POLICY changed_by_group ON public.sources FOR UPDATE TO skyrelay_web
  USING (holder_id IN (SELECT access.my_groups())) WITH CHECK (holder_id IN (SELECT access.my_groups()));
CREATE POLICY changed_by_group ON public.triggers FOR UPDATE TO skyrelay_web
  USING (holder_id IN (SELECT access.my_groups())) WITH CHECK (holder_id IN (SELECT access.my_groups()));
CREATE POLICY read_by_creditor ON public.obligations FOR SELECT TO skyrelay_web
  USING (creditor_id IN (SELECT access.my_groups()));
CREATE POLICY changed_by_creditor ON public.obligations FOR UPDATE TO skyrelay_web
  USING (creditor_id IN (SELECT access.my_groups())) WITH CHECK (creditor_id IN (SELECT access.my_groups()));

-- Objs are as visible as what is known about them.
CREATE POLICY readable ON public.obj_audience FOR SELECT TO skyrelay_web
  USING (audience_id IN (SELECT access.my_audiences()));
GRANT SELECT ON public.obj_audience TO skyrelay_web;
CREATE POLICY readable ON public.objs FOR SELECT TO skyrelay_web
  USING (created_by_id = (SELECT access.me()) OR EXISTS (SELECT FROM public.obj_audience oa WHERE oa.obj_id = objs.id));
CREATE POLICY changed ON public.objs FOR UPDATE TO skyrelay_web
  USING (EXISTS (SELECT FROM public.sources s WHERE s.obj_id = objs.id AND s.active)) WITH CHECK (true);
GRANT SELECT, UPDATE ON public.objs TO skyrelay_web;
CREATE POLICY readable ON public.audiences FOR SELECT TO skyrelay_web USING (id IN (SELECT access.my_audiences()));
CREATE POLICY readable ON public.audience_grants FOR SELECT TO skyrelay_web
  USING (audience_id IN (SELECT access.my_audiences()));
GRANT SELECT ON public.audiences, public.audience_grants TO skyrelay_web;

-- People, groups, streams.
CREATE POLICY readable ON public.users FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY changed ON public.users FOR UPDATE TO skyrelay_web USING (id = (SELECT access.me())) WITH CHECK (id = (SELECT access.me()));
GRANT SELECT ON public.users TO skyrelay_web;
GRANT UPDATE (first_name, last_name, contact_email, contact_phone, affiliations, bio, preferences, modified)
  ON public.users TO skyrelay_web;
CREATE POLICY readable ON public.acls FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY readable ON public.roles FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY readable ON public.role_acls FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY readable ON public.user_roles FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY readable ON public.user_acls FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
GRANT SELECT ON public.acls, public.roles, public.role_acls, public.user_roles, public.user_acls TO skyrelay_web;
CREATE POLICY mine ON public.tokens TO skyrelay_web USING (user_id = (SELECT access.me())) WITH CHECK (user_id = (SELECT access.me()));
GRANT SELECT, INSERT, DELETE ON public.tokens TO skyrelay_web;
CREATE POLICY readable ON public.groups FOR SELECT TO skyrelay_web
  USING (((SELECT access.me()) IS NOT NULL AND NOT private AND NOT single_user_group) OR id IN (SELECT access.my_groups()));
CREATE POLICY changed ON public.groups FOR UPDATE TO skyrelay_web
  USING (id IN (SELECT access.my_admin_groups()) AND NOT sitewide AND NOT single_user_group) WITH CHECK (true);
CREATE POLICY gone ON public.groups FOR DELETE TO skyrelay_web
  USING (id IN (SELECT access.my_admin_groups()) AND NOT sitewide AND NOT single_user_group);
GRANT SELECT, DELETE ON public.groups TO skyrelay_web;
GRANT UPDATE (name, nickname, description, private, auto_accept_requests, modified) ON public.groups TO skyrelay_web;
CREATE POLICY readable ON public.group_users FOR SELECT TO skyrelay_web
  USING (user_id = (SELECT access.me()) OR group_id IN (SELECT access.my_groups()));
CREATE POLICY managed ON public.group_users TO skyrelay_web
  USING (group_id IN (SELECT access.my_admin_groups())) WITH CHECK (group_id IN (SELECT access.my_admin_groups()));
GRANT SELECT, INSERT, UPDATE, DELETE ON public.group_users TO skyrelay_web;
CREATE POLICY readable ON public.streams FOR SELECT TO skyrelay_web USING (id IN (SELECT access.my_streams()));
CREATE POLICY readable ON public.stream_users FOR SELECT TO skyrelay_web USING (user_id = (SELECT access.me()));
CREATE POLICY readable ON public.group_streams FOR SELECT TO skyrelay_web USING (group_id IN (SELECT access.my_groups()));
CREATE POLICY managed ON public.group_streams TO skyrelay_web
  USING (group_id IN (SELECT access.my_admin_groups()))
  WITH CHECK (group_id IN (SELECT access.my_admin_groups()) AND stream_id IN (SELECT access.my_streams()));
GRANT SELECT ON public.streams, public.stream_users TO skyrelay_web;
GRANT SELECT, INSERT, DELETE ON public.group_streams TO skyrelay_web;
CREATE POLICY readable ON public.filters FOR SELECT TO skyrelay_web USING (group_id IN (SELECT access.my_groups()));
CREATE POLICY managed ON public.filters TO skyrelay_web
  USING (group_id IN (SELECT access.my_admin_groups()))
  WITH CHECK (group_id IN (SELECT access.my_admin_groups()) AND stream_id IN (SELECT access.my_streams()));
GRANT SELECT, INSERT, UPDATE, DELETE ON public.filters TO skyrelay_web;

-- Telescopes and what is on them; allocations are their group's.
CREATE POLICY readable ON public.telescopes FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY readable ON public.instruments FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
GRANT SELECT ON public.telescopes, public.instruments TO skyrelay_web;
CREATE POLICY readable ON public.allocations FOR SELECT TO skyrelay_web USING (group_id IN (SELECT access.my_groups()));
CREATE POLICY managed ON public.allocations TO skyrelay_web
  USING (group_id IN (SELECT access.my_admin_groups())) WITH CHECK (group_id IN (SELECT access.my_admin_groups()));
GRANT SELECT, INSERT, UPDATE, DELETE ON public.allocations TO skyrelay_web;
CREATE POLICY managed ON public.allocation_secrets TO skyrelay_web
  USING (allocation_id IN (SELECT a.id FROM public.allocations a WHERE a.group_id IN (SELECT access.my_admin_groups())))
  WITH CHECK (allocation_id IN (SELECT a.id FROM public.allocations a WHERE a.group_id IN (SELECT access.my_admin_groups())));
GRANT INSERT, UPDATE, SELECT (allocation_id) ON public.allocation_secrets TO skyrelay_web;
CREATE POLICY readable ON public.facility_states FOR SELECT TO skyrelay_web
  USING (EXISTS (SELECT FROM public.allocations a WHERE a.id = facility_states.allocation_id));
GRANT SELECT ON public.facility_states TO skyrelay_web;
CREATE POLICY readable ON public.trigger_transitions FOR SELECT TO skyrelay_web
  USING (EXISTS (SELECT FROM public.triggers t WHERE t.id = trigger_transitions.trigger_id));
CREATE POLICY made ON public.trigger_transitions FOR INSERT TO skyrelay_web
  WITH CHECK (by_id = (SELECT access.me()) AND EXISTS (SELECT FROM public.triggers t WHERE t.id = trigger_transitions.trigger_id));
GRANT SELECT, INSERT ON public.trigger_transitions TO skyrelay_web;

-- Policies are agreements: everybody logged in may read them; the holder's admins write them.
CREATE POLICY readable ON public.policies FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY managed ON public.policies TO skyrelay_web
  USING (holder_id IN (SELECT access.my_admin_groups())) WITH CHECK (holder_id IN (SELECT access.my_admin_groups()));
GRANT SELECT, INSERT, UPDATE ON public.policies TO skyrelay_web;
CREATE POLICY readable ON public.policy_versions FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY made ON public.policy_versions FOR INSERT TO skyrelay_web
  WITH CHECK (EXISTS (SELECT FROM public.policies p WHERE p.id = policy_id AND p.holder_id IN (SELECT access.my_admin_groups())));
GRANT SELECT, INSERT ON public.policy_versions TO skyrelay_web;
CREATE POLICY readable ON public.policy_attachments FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
CREATE POLICY managed ON public.policy_attachments TO skyrelay_web
  USING (EXISTS (SELECT FROM public.policies p WHERE p.id = policy_id AND p.holder_id IN (SELECT access.my_admin_groups())))
  WITH CHECK (EXISTS (SELECT FROM public.policies p WHERE p.id = policy_id AND p.holder_id IN (SELECT access.my_admin_groups())));
GRANT SELECT, INSERT, DELETE ON public.policy_attachments TO skyrelay_web;
-- A release that is to come is the holder's knowledge; once done, also the receiver's.
CREATE POLICY readable ON public.releases FOR SELECT TO skyrelay_web
  USING (holder_id IN (SELECT access.my_groups())
         OR (done_at IS NOT NULL AND group_id IN (SELECT access.my_groups())));
GRANT SELECT ON public.releases TO skyrelay_web;

-- Ingest's books, for the subscribers of the stream.
CREATE POLICY readable ON public.ingest_runs FOR SELECT TO skyrelay_web USING (stream_id IN (SELECT access.my_streams()));
CREATE POLICY readable ON public.quarantined_packets FOR SELECT TO skyrelay_web
  USING (EXISTS (SELECT FROM public.ingest_runs r WHERE r.id = quarantined_packets.run_id));
GRANT SELECT ON public.ingest_runs, public.quarantined_packets TO skyrelay_web;

CREATE POLICY readable ON public.history FOR SELECT TO skyrelay_web
  USING (user_id = (SELECT access.me()) OR holder_id IN (SELECT access.my_admin_groups()));
CREATE POLICY made ON public.history FOR INSERT TO skyrelay_web WITH CHECK (user_id = (SELECT access.me()));
GRANT SELECT, INSERT ON public.history TO skyrelay_web;
CREATE POLICY readable ON public.outbox FOR SELECT TO skyrelay_web
  USING (user_id = (SELECT access.me()) OR audience_id IN (SELECT access.my_audiences()));
CREATE POLICY made ON public.outbox FOR INSERT TO skyrelay_web WITH CHECK ((SELECT access.me()) IS NOT NULL);
GRANT SELECT, INSERT ON public.outbox TO skyrelay_web;

-- Services: each reads and writes what its work needs, and no more.
CREATE FUNCTION pg_temp.open_to(role_name text, tables text[], commands text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY tables LOOP
    EXECUTE format('GRANT %s ON public.%I TO %I', commands, t, role_name);
    IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'public' AND tablename = t AND policyname = 'service_' || role_name) THEN
      EXECUTE format('CREATE POLICY %I ON public.%I TO %I USING (true) WITH CHECK (true)', 'service_' || role_name, t, role_name);
    END IF;
  END LOOP;
END $$;
SELECT pg_temp.open_to('skyrelay_ingest', ARRAY['users','groups','group_users','streams','stream_users','group_streams',
  'filters','audiences','audience_grants','objs','obj_audience','telescopes','instruments','policies','policy_versions',
  'policy_attachments'], 'SELECT');
SELECT pg_temp.open_to('skyrelay_ingest', ARRAY['candidates','sources','photometry','thumbnails','annotations',
  'ingest_runs','stream_offsets','seen_alerts','quarantined_packets','history','outbox'], 'SELECT, INSERT, UPDATE');
SELECT pg_temp.open_to('skyrelay_ingest', ARRAY['objs','instruments','telescopes','streams'], 'INSERT, UPDATE');
SELECT pg_temp.open_to('skyrelay_followup', ARRAY['users','groups','group_users','streams','audiences','audience_grants',
  'objs','obj_audience','telescopes','instruments','allocations','allocation_secrets','policies','policy_versions',
  'policy_attachments','releases'], 'SELECT');
SELECT pg_temp.open_to('skyrelay_followup', ARRAY['triggers','attempts','trigger_transitions','followup_requests',
  'facility_states','returned_frames','photometry','thumbnails','history','outbox'], 'SELECT, INSERT, UPDATE');
SELECT pg_temp.open_to('skyrelay_release', ARRAY['users','groups','group_users','audiences','obj_audience','objs',
  'photometry','policies','policy_versions','policy_attachments','followup_requests','publications'], 'SELECT');
SELECT pg_temp.open_to('skyrelay_release', ARRAY['releases','audience_grants','obligations','history','outbox'],
  'SELECT, INSERT, UPDATE');

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA access FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access
  TO skyrelay_web, skyrelay_ingest, skyrelay_followup, skyrelay_release, skyrelay_admin;
REVOKE EXECUTE ON FUNCTION access.principal_of_token, access.principal_of_session, access.use_login_link,
  access.password_of, access.open_session, access.close_session
  FROM skyrelay_ingest, skyrelay_followup, skyrelay_release, skyrelay_admin;
