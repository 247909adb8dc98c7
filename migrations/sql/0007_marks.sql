-- The brightest and the last detection for each audience; saves asked of another group; objs that may go.

CREATE OR REPLACE FUNCTION access.photometry_added() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.obj_audience AS oa
    (obj_id, audience_id, n_rows, n_photometry, n_detections, first_detected_mjd, last_detected_mjd, peak, latest,
     latest_at)
  SELECT obj_id, audience_id, count(*), count(*), count(*) FILTER (WHERE abs(flux) >= 3 * fluxerr),
    min(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr), max(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr),
    max(ARRAY[flux, mjd]) FILTER (WHERE flux >= 3 * fluxerr), max(ARRAY[mjd, flux]) FILTER (WHERE flux >= 3 * fluxerr),
    now()
  FROM new_rows GROUP BY obj_id, audience_id ORDER BY obj_id, audience_id
  ON CONFLICT (obj_id, audience_id) DO UPDATE SET
    n_rows = oa.n_rows + excluded.n_rows, n_photometry = oa.n_photometry + excluded.n_photometry,
    n_detections = oa.n_detections + excluded.n_detections,
    first_detected_mjd = least(oa.first_detected_mjd, excluded.first_detected_mjd),
    last_detected_mjd = greatest(oa.last_detected_mjd, excluded.last_detected_mjd),
    peak = greatest(oa.peak, excluded.peak), latest = greatest(oa.latest, excluded.latest),
    latest_at = excluded.latest_at;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION access.photometry_recount(obj_ids text[], audience_ids bigint[]) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public AS $$
  UPDATE public.obj_audience oa
  SET n_photometry = c.n, n_detections = c.n_detections, first_detected_mjd = c.first, last_detected_mjd = c.last,
    peak = c.peak, latest = c.latest
  FROM (
    SELECT t.obj_id, t.audience_id, count(p.id) AS n, count(*) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS n_detections,
      min(p.mjd) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS first,
      max(p.mjd) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS last,
      max(ARRAY[p.flux, p.mjd]) FILTER (WHERE p.flux >= 3 * p.fluxerr) AS peak,
      max(ARRAY[p.mjd, p.flux]) FILTER (WHERE p.flux >= 3 * p.fluxerr) AS latest
    FROM unnest(obj_ids, audience_ids) AS t(obj_id, audience_id)
    LEFT JOIN public.photometry p ON p.obj_id = t.obj_id AND p.audience_id = t.audience_id
    GROUP BY t.obj_id, t.audience_id) c
  WHERE oa.obj_id = c.obj_id AND oa.audience_id = c.audience_id;
  DELETE FROM public.obj_audience oa USING unnest(obj_ids, audience_ids) AS t(obj_id, audience_id)
  WHERE oa.obj_id = t.obj_id AND oa.audience_id = t.audience_id AND oa.n_rows <= 0;
$$;

UPDATE public.obj_audience oa SET peak = c.peak, latest = c.latest
FROM (SELECT obj_id, audience_id, max(ARRAY[flux, mjd]) AS peak, max(ARRAY[mjd, flux]) AS latest
      FROM public.photometry WHERE flux >= 3 * fluxerr GROUP BY obj_id, audience_id) c
WHERE oa.obj_id = c.obj_id AND oa.audience_id = c.audience_id;

-- Count an obj's photometry anew, for all audiences; for administrators.
CREATE FUNCTION access.recount_obj(obj text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM public.obj_audience oa WHERE oa.obj_id = obj ORDER BY oa.audience_id FOR UPDATE;
  PERFORM access.photometry_recount(array_agg(oa.obj_id), array_agg(oa.audience_id))
  FROM public.obj_audience oa WHERE oa.obj_id = obj;
END $$;

-- Ask another group to save an obj. Who asks must know the obj, and learns nothing of what that group has: the answer
-- is the same whether it saved the obj before, was asked before, or neither.
CREATE FUNCTION access.request_save(obj text, grp int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE asker int := access.me();
BEGIN
  IF asker IS NULL OR NOT EXISTS (SELECT FROM public.groups g WHERE g.id = grp AND NOT g.private AND NOT g.single_user_group)
    OR NOT (EXISTS (SELECT FROM public.objs o WHERE o.id = obj AND o.created_by_id = asker)
      OR EXISTS (SELECT FROM public.obj_audience oa WHERE oa.obj_id = obj AND oa.audience_id IN (SELECT access.my_audiences())))
  THEN
    RAISE EXCEPTION 'nothing to ask for' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.sources (obj_id, holder_id, owner_id, audience_id, active, requested)
  VALUES (obj, grp, asker, access.intern_audience(ARRAY[grp], ARRAY[NULL::int]), false, true)
  ON CONFLICT (obj_id, holder_id) DO UPDATE SET requested = true, modified = now()
  WHERE NOT sources.active AND NOT sources.requested;
END $$;

-- An obj that nobody knows anything of any more, by who made it.
CREATE FUNCTION access.drop_obj(obj text) RETURNS bool
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM public.objs o WHERE o.id = obj AND o.created_by_id = access.me()
    AND NOT EXISTS (SELECT FROM public.obj_audience oa WHERE oa.obj_id = obj);
  RETURN FOUND;
END $$;

REVOKE EXECUTE ON FUNCTION access.recount_obj, access.request_save, access.drop_obj FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.recount_obj TO skyrelay_admin;
GRANT EXECUTE ON FUNCTION access.request_save, access.drop_obj TO skyrelay_web, skyrelay_admin;
