-- Embargoes by terms: what a policy says may differ by product, level, instrument and class, and clocks may start by
-- events. Two products of one version whose circles differ no longer share an audience.

-- What events tell of the clocks that a holder's terms wait for: when its group gave an obj which class first, and when
-- publications were accepted.
CREATE FUNCTION access.clock_facts(holder int, about text, publication_ids int[])
RETURNS TABLE (kind text, name text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT 'class', c.classification, min(c.created_at) FROM public.classifications c
  WHERE c.obj_id = about AND c.holder_id = holder AND NOT c.ml
    AND (current_setting('role', true) IS DISTINCT FROM 'skyrelay_web' OR holder IN (SELECT access.my_groups())
         OR EXISTS (SELECT FROM public.audiences a WHERE a.holder_id = holder AND a.obj_id = about
                    AND a.id IN (SELECT access.my_audiences())))
  GROUP BY c.classification
  UNION ALL
  SELECT 'publication', p.id::text, p.accepted_at FROM public.publications p
  WHERE p.id = ANY (publication_ids) AND p.accepted_at IS NOT NULL
$$;

DROP FUNCTION access.open_embargo(int, int, date, int, int[], int[], int[], timestamptz[]);
-- ``place``: {terms_key, obj_id, arrived, subject}; ``schedule``: [{group_id, due_at, awaits}], of which due_at or awaits
-- may be missing. Groups of ``now_ids`` are let in at once.
CREATE FUNCTION access.open_embargo(
  version_id int, holder int, on_night date, needs_stream int, asked_ids int[], place jsonb, now_ids int[],
  schedule jsonb
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE a bigint;
BEGIN
  -- A portal connection opens embargoes of its principal's groups, or those of which the principal reads one already:
  -- otherwise it could let itself into any.
  IF current_setting('role', true) = 'skyrelay_web' AND holder NOT IN (SELECT access.my_groups())
     AND NOT EXISTS (SELECT FROM public.photometry p WHERE p.holder_id = holder AND p.owner_id = access.me())
     AND NOT EXISTS (SELECT FROM public.spectra s WHERE s.holder_id = holder AND s.owner_id = access.me())
     AND NOT EXISTS (SELECT FROM public.audiences r WHERE r.policy_version_id = version_id AND r.holder_id = holder
                     AND r.id IN (SELECT access.my_audiences())) THEN
    RAISE EXCEPTION 'not a member of the holder' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.audiences (policy_version_id, holder_id, night, stream_id, asked, terms_key, obj_id, arrived, subject)
  VALUES (version_id, holder, on_night, needs_stream, asked_ids, place->>'terms_key', place->>'obj_id',
          (place->>'arrived')::date, nullif(place->'subject', 'null')) ON CONFLICT DO NOTHING;
  SELECT id INTO STRICT a FROM public.audiences
  WHERE policy_version_id = version_id AND holder_id = holder AND night = on_night
    AND stream_id IS NOT DISTINCT FROM needs_stream AND asked IS NOT DISTINCT FROM asked_ids
    AND terms_key IS NOT DISTINCT FROM place->>'terms_key' AND obj_id IS NOT DISTINCT FROM place->>'obj_id'
    AND arrived IS NOT DISTINCT FROM (place->>'arrived')::date;
  -- A group that is gone reads nothing; sorted, so that two uploads never wait for each other in a circle.
  INSERT INTO public.audience_grants (audience_id, group_id, stream_id)
  SELECT a, g, needs_stream FROM unnest(now_ids) AS g WHERE EXISTS (SELECT FROM public.groups WHERE id = g) ORDER BY g
  ON CONFLICT DO NOTHING;
  INSERT INTO public.releases (audience_id, policy_version_id, holder_id, group_id, due_at, awaits)
  SELECT a, version_id, holder, t.group_id, t.due_at, nullif(t.awaits, 'null')
  FROM jsonb_to_recordset(schedule) AS t(group_id int, due_at timestamptz, awaits jsonb)
  WHERE EXISTS (SELECT FROM public.groups WHERE id = t.group_id)
    AND NOT EXISTS (SELECT FROM public.audience_grants ag WHERE ag.audience_id = a AND ag.group_id = t.group_id)
  ORDER BY t.group_id
  ON CONFLICT (audience_id, group_id) DO NOTHING;
  RETURN a;
END $$;

-- What has happened is judged again by the release service, before anything more is released.
CREATE FUNCTION access.classes_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.audiences a SET stale = true FROM moved_rows m
  WHERE a.obj_id = m.obj_id AND a.holder_id = m.holder_id AND NOT a.stale;
  RETURN NULL;
END $$;
CREATE TRIGGER classes_new AFTER INSERT ON public.classifications REFERENCING NEW TABLE AS moved_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.classes_moved();
CREATE TRIGGER classes_gone AFTER DELETE ON public.classifications REFERENCING OLD TABLE AS moved_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.classes_moved();
CREATE TRIGGER classes_now AFTER UPDATE ON public.classifications REFERENCING NEW TABLE AS moved_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.classes_moved();
CREATE TRIGGER classes_were AFTER UPDATE ON public.classifications REFERENCING OLD TABLE AS moved_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.classes_moved();

CREATE FUNCTION access.paper_accepted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.stage IN ('accepted', 'published') THEN
    NEW.accepted_at := coalesce(NEW.accepted_at, clock_timestamp());
  ELSE
    NEW.accepted_at := NULL;
  END IF;
  IF NEW.accepted_at IS DISTINCT FROM OLD.accepted_at THEN
    UPDATE public.audiences SET stale = true WHERE id IN (
      SELECT r.audience_id FROM public.releases r
      WHERE r.done_at IS NULL AND r.awaits IS NOT NULL
        AND jsonb_path_exists(r.awaits, '$[*][*] ? (@.publication_id == $p)', jsonb_build_object('p', NEW.id)));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_accepted BEFORE UPDATE OF stage ON public.publications
  FOR EACH ROW EXECUTE FUNCTION access.paper_accepted();

-- The releases to come of an embargo, as its terms say now: [{group_id, due_at, awaits}]. What is done stays done; a
-- group that is no longer admitted is no longer waited for. Answers how many releases changed.
CREATE FUNCTION access.reschedule(audience bigint, schedule jsonb) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE a public.audiences; gone int; changed int;
BEGIN
  SELECT * INTO STRICT a FROM public.audiences WHERE id = audience;
  DELETE FROM public.releases r WHERE r.audience_id = a.id AND r.done_at IS NULL
    AND NOT EXISTS (SELECT FROM jsonb_to_recordset(schedule) AS t(group_id int) WHERE t.group_id = r.group_id);
  GET DIAGNOSTICS gone = ROW_COUNT;
  INSERT INTO public.releases AS r (audience_id, policy_version_id, holder_id, group_id, due_at, awaits)
  SELECT a.id, a.policy_version_id, a.holder_id, t.group_id, t.due_at, nullif(t.awaits, 'null')
  FROM jsonb_to_recordset(schedule) AS t(group_id int, due_at timestamptz, awaits jsonb)
  WHERE EXISTS (SELECT FROM public.groups WHERE id = t.group_id)
    AND NOT EXISTS (SELECT FROM public.audience_grants g WHERE g.audience_id = a.id AND g.group_id = t.group_id)
  ORDER BY t.group_id
  ON CONFLICT (audience_id, group_id) DO UPDATE SET due_at = excluded.due_at, awaits = excluded.awaits
  WHERE r.done_at IS NULL AND (r.due_at, r.awaits) IS DISTINCT FROM (excluded.due_at, excluded.awaits);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN gone + changed;
END $$;
