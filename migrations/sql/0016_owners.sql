-- What is known of an obj is counted for each audience and owner: whoever reads a row, by a grant or because it is
-- theirs, knows of its obj and counts the row. See docs/decisions/0002-access-in-the-database.md.

CREATE TEMPORARY TABLE told ON COMMIT DROP AS SELECT obj_id, audience_id, latest_at FROM public.obj_audience;
TRUNCATE public.obj_audience;
-- No foreign key: the rows that are counted refer to their owner themselves, and go before the user can.
ALTER TABLE public.obj_audience ADD COLUMN owner_id int NOT NULL;
ALTER TABLE public.obj_audience DROP CONSTRAINT pk_obj_audience;
ALTER TABLE public.obj_audience ADD CONSTRAINT pk_obj_audience PRIMARY KEY (obj_id, audience_id, owner_id);

CREATE OR REPLACE FUNCTION access.rows_added() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.obj_audience AS oa (obj_id, audience_id, owner_id, n_rows, latest_at)
  SELECT obj_id, audience_id, owner_id, count(*), now() FROM new_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (obj_id, audience_id, owner_id) DO UPDATE
  SET n_rows = oa.n_rows + excluded.n_rows, latest_at = excluded.latest_at;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION access.rows_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM public.obj_audience oa
  WHERE (oa.obj_id, oa.audience_id, oa.owner_id) IN (SELECT obj_id, audience_id, owner_id FROM old_rows)
  ORDER BY oa.obj_id, oa.audience_id, oa.owner_id FOR UPDATE;
  UPDATE public.obj_audience oa SET n_rows = oa.n_rows - o.n
  FROM (SELECT obj_id, audience_id, owner_id, count(*) AS n FROM old_rows GROUP BY 1, 2, 3) o
  WHERE oa.obj_id = o.obj_id AND oa.audience_id = o.audience_id AND oa.owner_id = o.owner_id;
  DELETE FROM public.obj_audience oa USING (SELECT DISTINCT obj_id, audience_id, owner_id FROM old_rows) o
  WHERE oa.obj_id = o.obj_id AND oa.audience_id = o.audience_id AND oa.owner_id = o.owner_id AND oa.n_rows <= 0;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION access.rows_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.obj_audience AS oa (obj_id, audience_id, owner_id, n_rows, latest_at)
  SELECT obj_id, audience_id, owner_id, sum(n), now() FROM (
    SELECT obj_id, audience_id, owner_id, 1 AS n FROM new_rows
    UNION ALL SELECT obj_id, audience_id, owner_id, -1 FROM old_rows) t
  GROUP BY 1, 2, 3 HAVING sum(n) <> 0 ORDER BY 1, 2, 3
  ON CONFLICT (obj_id, audience_id, owner_id) DO UPDATE SET n_rows = oa.n_rows + excluded.n_rows;
  DELETE FROM public.obj_audience oa USING (SELECT DISTINCT obj_id, audience_id, owner_id FROM old_rows) o
  WHERE oa.obj_id = o.obj_id AND oa.audience_id = o.audience_id AND oa.owner_id = o.owner_id AND oa.n_rows <= 0;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION access.photometry_added() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.obj_audience AS oa
    (obj_id, audience_id, owner_id, n_rows, n_photometry, n_detections, first_detected_mjd, last_detected_mjd, peak,
     latest, latest_at)
  SELECT obj_id, audience_id, owner_id, count(*), count(*), count(*) FILTER (WHERE abs(flux) >= 3 * fluxerr),
    min(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr), max(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr),
    max(ARRAY[flux, mjd]) FILTER (WHERE flux >= 3 * fluxerr), max(ARRAY[mjd, flux]) FILTER (WHERE flux >= 3 * fluxerr),
    now()
  FROM new_rows GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (obj_id, audience_id, owner_id) DO UPDATE SET
    n_rows = oa.n_rows + excluded.n_rows, n_photometry = oa.n_photometry + excluded.n_photometry,
    n_detections = oa.n_detections + excluded.n_detections,
    first_detected_mjd = least(oa.first_detected_mjd, excluded.first_detected_mjd),
    last_detected_mjd = greatest(oa.last_detected_mjd, excluded.last_detected_mjd),
    peak = greatest(oa.peak, excluded.peak), latest = greatest(oa.latest, excluded.latest),
    latest_at = excluded.latest_at;
  RETURN NULL;
END $$;

DROP FUNCTION access.photometry_recount(text[], bigint[]);
CREATE FUNCTION access.photometry_recount(obj_ids text[], audience_ids bigint[], owner_ids int[]) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, public AS $$
  UPDATE public.obj_audience oa
  SET n_photometry = c.n, n_detections = c.n_detections, first_detected_mjd = c.first, last_detected_mjd = c.last,
    peak = c.peak, latest = c.latest
  FROM (
    SELECT t.obj_id, t.audience_id, t.owner_id, count(p.id) AS n,
      count(*) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS n_detections,
      min(p.mjd) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS first,
      max(p.mjd) FILTER (WHERE abs(p.flux) >= 3 * p.fluxerr) AS last,
      max(ARRAY[p.flux, p.mjd]) FILTER (WHERE p.flux >= 3 * p.fluxerr) AS peak,
      max(ARRAY[p.mjd, p.flux]) FILTER (WHERE p.flux >= 3 * p.fluxerr) AS latest
    FROM unnest(obj_ids, audience_ids, owner_ids) AS t(obj_id, audience_id, owner_id)
    LEFT JOIN public.photometry p ON p.obj_id = t.obj_id AND p.audience_id = t.audience_id AND p.owner_id = t.owner_id
    GROUP BY t.obj_id, t.audience_id, t.owner_id) c
  WHERE oa.obj_id = c.obj_id AND oa.audience_id = c.audience_id AND oa.owner_id = c.owner_id;
  DELETE FROM public.obj_audience oa
  USING unnest(obj_ids, audience_ids, owner_ids) AS t(obj_id, audience_id, owner_id)
  WHERE oa.obj_id = t.obj_id AND oa.audience_id = t.audience_id AND oa.owner_id = t.owner_id AND oa.n_rows <= 0;
$$;
REVOKE EXECUTE ON FUNCTION access.photometry_recount FROM PUBLIC;

CREATE OR REPLACE FUNCTION access.photometry_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE objs text[]; audiences bigint[]; owners int[];
BEGIN
  SELECT array_agg(obj_id), array_agg(audience_id), array_agg(owner_id) INTO objs, audiences, owners
  FROM (SELECT DISTINCT obj_id, audience_id, owner_id FROM old_rows) t;
  IF objs IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM public.obj_audience oa
  WHERE (oa.obj_id, oa.audience_id, oa.owner_id) IN (SELECT * FROM unnest(objs, audiences, owners))
  ORDER BY oa.obj_id, oa.audience_id, oa.owner_id FOR UPDATE;
  UPDATE public.obj_audience oa SET n_rows = oa.n_rows - o.n
  FROM (SELECT obj_id, audience_id, owner_id, count(*) AS n FROM old_rows GROUP BY 1, 2, 3) o
  WHERE oa.obj_id = o.obj_id AND oa.audience_id = o.audience_id AND oa.owner_id = o.owner_id;
  PERFORM access.photometry_recount(objs, audiences, owners);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION access.photometry_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE objs text[]; audiences bigint[]; owners int[];
BEGIN
  SELECT array_agg(obj_id), array_agg(audience_id), array_agg(owner_id) INTO objs, audiences, owners
  FROM (SELECT obj_id, audience_id, owner_id FROM new_rows UNION SELECT obj_id, audience_id, owner_id FROM old_rows) t;
  IF objs IS NULL THEN RETURN NULL; END IF;
  INSERT INTO public.obj_audience AS oa (obj_id, audience_id, owner_id, n_rows, latest_at)
  SELECT obj_id, audience_id, owner_id, sum(n), now() FROM (
    SELECT obj_id, audience_id, owner_id, 1 AS n FROM new_rows
    UNION ALL SELECT obj_id, audience_id, owner_id, -1 FROM old_rows) t
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (obj_id, audience_id, owner_id) DO UPDATE SET n_rows = oa.n_rows + excluded.n_rows;
  PERFORM access.photometry_recount(objs, audiences, owners);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION access.recount_obj(obj text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM public.obj_audience oa WHERE oa.obj_id = obj ORDER BY oa.audience_id, oa.owner_id FOR UPDATE;
  PERFORM access.photometry_recount(array_agg(oa.obj_id), array_agg(oa.audience_id), array_agg(oa.owner_id))
  FROM public.obj_audience oa WHERE oa.obj_id = obj;
END $$;

CREATE OR REPLACE FUNCTION access.request_save(obj text, grp int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE asker int := access.me();
BEGIN
  IF asker IS NULL OR NOT EXISTS (SELECT FROM public.groups g WHERE g.id = grp AND NOT g.private AND NOT g.single_user_group)
    OR NOT (EXISTS (SELECT FROM public.objs o WHERE o.id = obj AND o.created_by_id = asker)
      OR EXISTS (SELECT FROM public.obj_audience oa WHERE oa.obj_id = obj
                 AND (oa.owner_id = asker OR oa.audience_id IN (SELECT access.my_audiences()))))
  THEN
    RAISE EXCEPTION 'nothing to ask for' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.sources (obj_id, holder_id, owner_id, audience_id, active, requested)
  VALUES (obj, grp, asker, access.intern_audience(ARRAY[grp], ARRAY[NULL::int]), false, true)
  ON CONFLICT (obj_id, holder_id) DO UPDATE SET requested = true, modified = now()
  WHERE NOT sources.active AND NOT sources.requested;
END $$;

DROP POLICY readable ON public.obj_audience;
CREATE POLICY readable ON public.obj_audience FOR SELECT TO skyrelay_web
  USING (owner_id = (SELECT access.me()) OR audience_id IN (SELECT access.my_audiences()));

-- All that is there, counted anew.
CREATE TEMPORARY TABLE counted (obj_id text, audience_id bigint, owner_id int, n bigint) ON COMMIT DROP;
DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT tgrelid FROM pg_trigger WHERE tgname IN ('rows_added', 'photometry_added') LOOP
    EXECUTE format('INSERT INTO counted SELECT obj_id, audience_id, owner_id, count(*) FROM %s GROUP BY 1, 2, 3', t);
  END LOOP;
END $$;
INSERT INTO public.obj_audience (obj_id, audience_id, owner_id, n_rows, n_photometry, n_detections, first_detected_mjd,
  last_detected_mjd, peak, latest, latest_at)
SELECT c.obj_id, c.audience_id, c.owner_id, c.n, coalesce(p.n, 0), coalesce(p.n_detections, 0), p.first, p.last, p.peak,
  p.latest, coalesce(t.latest_at, now())
FROM (SELECT obj_id, audience_id, owner_id, sum(n) AS n FROM counted GROUP BY 1, 2, 3) AS c
LEFT JOIN told t USING (obj_id, audience_id)
LEFT JOIN (
  SELECT obj_id, audience_id, owner_id, count(*) AS n,
    count(*) FILTER (WHERE abs(flux) >= 3 * fluxerr) AS n_detections,
    min(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr) AS first,
    max(mjd) FILTER (WHERE abs(flux) >= 3 * fluxerr) AS last,
    max(ARRAY[flux, mjd]) FILTER (WHERE flux >= 3 * fluxerr) AS peak,
    max(ARRAY[mjd, flux]) FILTER (WHERE flux >= 3 * fluxerr) AS latest
  FROM public.photometry GROUP BY 1, 2, 3) AS p USING (obj_id, audience_id, owner_id);

-- Where somebody has saves, also of groups that they have left.
DROP INDEX public.ix_sources_owner_id;
CREATE INDEX ix_sources_owner_id_holder_id ON public.sources (owner_id, holder_id);
CREATE FUNCTION access.my_left_groups() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 5 SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE saved AS (
    SELECT (SELECT min(s.holder_id) FROM public.sources s WHERE s.owner_id = (SELECT access.me())) AS id
    UNION ALL
    SELECT (SELECT min(s.holder_id) FROM public.sources s WHERE s.owner_id = (SELECT access.me()) AND s.holder_id > saved.id)
    FROM saved WHERE saved.id IS NOT NULL)
  SELECT id FROM saved WHERE id IS NOT NULL AND id NOT IN (SELECT access.my_groups())
$$;
REVOKE EXECUTE ON FUNCTION access.my_left_groups FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_left_groups TO skyrelay_web;
