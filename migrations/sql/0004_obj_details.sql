-- What is stated of an obj beyond its name and position: held rows. See docs/decisions/0002-access-in-the-database.md.

ALTER TABLE public.obj_details ENABLE ROW LEVEL SECURITY;
CREATE POLICY admin ON public.obj_details TO skyrelay_admin USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON public.obj_details TO skyrelay_admin;
CREATE POLICY readable ON public.obj_details FOR SELECT TO skyrelay_web
  USING (owner_id = (SELECT access.me()) OR audience_id IN (SELECT access.my_audiences()));
CREATE POLICY made ON public.obj_details FOR INSERT TO skyrelay_web
  WITH CHECK (owner_id = (SELECT access.me()) AND holder_id IN (SELECT access.my_groups()));
CREATE POLICY changed ON public.obj_details FOR UPDATE TO skyrelay_web
  USING (owner_id = (SELECT access.me()) OR holder_id IN (SELECT access.my_admin_groups()))
  WITH CHECK (holder_id IN (SELECT access.my_groups()));
CREATE POLICY gone ON public.obj_details FOR DELETE TO skyrelay_web
  USING (owner_id = (SELECT access.me()) OR holder_id IN (SELECT access.my_admin_groups()));
GRANT SELECT, INSERT, UPDATE, DELETE ON public.obj_details TO skyrelay_web;
CREATE POLICY service_skyrelay_ingest ON public.obj_details TO skyrelay_ingest USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON public.obj_details TO skyrelay_ingest;

CREATE TRIGGER rows_added AFTER INSERT ON public.obj_details REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.rows_added();
CREATE TRIGGER rows_gone AFTER DELETE ON public.obj_details REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.rows_gone();
CREATE TRIGGER rows_moved AFTER UPDATE ON public.obj_details REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.rows_moved();

-- What was everybody's becomes its maker's: a survey's where the bot made it from an alert stream, else the person's
-- own group of one. Nobody gains by it.
WITH stream_of AS MATERIALIZED (
  SELECT DISTINCT ON (survey) survey, access.intern_audience(ARRAY[NULL::int], ARRAY[id]) AS audience_id
  FROM public.streams WHERE survey IS NOT NULL ORDER BY survey, id),
own_of AS MATERIALIZED (
  SELECT gu.user_id, g.id AS holder_id, access.intern_audience(ARRAY[g.id], ARRAY[NULL::int]) AS audience_id
  FROM public.groups g JOIN public.group_users gu ON gu.group_id = g.id WHERE g.single_user_group),
stated_of AS (
  SELECT o.id, jsonb_object_agg(t.key, extract(epoch FROM o.modified)) AS stated
  FROM public.objs o, jsonb_each(to_jsonb(o)) AS t
  WHERE t.value <> 'null' AND t.key NOT IN ('id', 'ra', 'dec', 'healpix', 'created_by_id', 'created_at', 'modified')
  GROUP BY o.id)
INSERT INTO public.obj_details (obj_id, audience_id, holder_id, owner_id, stated, ra_dis, dec_dis, ra_err, dec_err,
  "offset", t0, redshift, redshift_error, redshift_origin, summary, altdata, dist_nearest_source, mag_nearest_source,
  e_mag_nearest_source, transient, varstar, is_roid, mpc_name, tns_name, score, origin, alias)
SELECT o.id, coalesce(s.audience_id, w.audience_id),
  CASE WHEN s.audience_id IS NULL THEN w.holder_id ELSE (SELECT id FROM public.groups WHERE sitewide) END,
  o.created_by_id, t.stated, o.ra_dis, o.dec_dis, o.ra_err, o.dec_err, o."offset", o.t0, o.redshift, o.redshift_error,
  o.redshift_origin, o.summary, o.altdata, o.dist_nearest_source, o.mag_nearest_source, o.e_mag_nearest_source,
  o.transient, o.varstar, o.is_roid, o.mpc_name, o.tns_name, o.score, o.origin, o.alias
FROM public.objs o JOIN stated_of t ON t.id = o.id JOIN public.users u ON u.id = o.created_by_id
LEFT JOIN stream_of s ON s.survey = o.origin AND u.is_bot
LEFT JOIN own_of w ON w.user_id = o.created_by_id
WHERE coalesce(s.audience_id, w.audience_id) IS NOT NULL;

-- Objs are shared names for places on the sky: making one that exists changes nothing and tells nothing.
CREATE OR REPLACE FUNCTION access.ensure_objs(new_objs jsonb, by_user int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n int;
BEGIN
  INSERT INTO public.objs (id, ra, dec, healpix, created_by_id)
  SELECT o.id, o.ra, o.dec, o.healpix, by_user
  FROM jsonb_to_recordset(new_objs) AS o(id text, ra float8, dec float8, healpix int8)
  ORDER BY o.id
  ON CONFLICT (id) DO NOTHING;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
REVOKE UPDATE ON public.objs FROM skyrelay_web;
GRANT UPDATE (ra, dec, healpix, modified) ON public.objs TO skyrelay_web;
