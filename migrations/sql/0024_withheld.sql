-- What is withheld may be known to exist where its terms say so; a deleted group's releases are not lost silently; and
-- the embargoes of an upload are opened by one call.

-- Which of the grants to come lets this reader in, is the release worker's; whether a reader may know that something is
-- withheld is a term of the row, kept with its embargo. Null: secret.
CREATE OR REPLACE FUNCTION access.open_embargo(
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
  INSERT INTO public.audiences (policy_version_id, holder_id, night, stream_id, asked, terms_key, obj_id, arrived, subject,
    existence)
  VALUES (version_id, holder, on_night, needs_stream, asked_ids, place->>'terms_key', place->>'obj_id',
          (place->>'arrived')::date, nullif(place->'subject', 'null'), place->>'existence') ON CONFLICT DO NOTHING;
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

-- [{night, stream, asked, place, now, later}] in the order in which they come: the audience of each. The caller's order
-- is by night, so that two uploads never wait for each other in a circle.
CREATE FUNCTION access.open_embargoes(version_id int, holder int, embargoes jsonb) RETURNS bigint[]
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE e record; found bigint[] := '{}';
BEGIN
  FOR e IN SELECT * FROM jsonb_to_recordset(embargoes)
           AS t(night date, stream int, asked int[], place jsonb, now int[], later jsonb) LOOP
    found := found || access.open_embargo(version_id, holder, e.night, e.stream, e.asked, e.place, e.now, e.later);
  END LOOP;
  RETURN found;
END $$;

-- Sharing beyond a policy makes a sibling of an embargo (0021): whether it may be known is the embargo's own term.
CREATE FUNCTION access.existence_of_sibling() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.existence IS NULL AND NEW.terms_key LIKE '%+%' THEN
    SELECT b.existence INTO NEW.existence FROM public.audiences b
    WHERE b.policy_version_id = NEW.policy_version_id AND b.holder_id = NEW.holder_id AND b.night = NEW.night
      AND b.stream_id IS NOT DISTINCT FROM NEW.stream_id AND b.asked IS NOT DISTINCT FROM NEW.asked
      AND coalesce(b.terms_key, '') = split_part(NEW.terms_key, '+', 1)
      AND b.obj_id IS NOT DISTINCT FROM NEW.obj_id AND b.arrived IS NOT DISTINCT FROM NEW.arrived;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER existence_of_sibling BEFORE INSERT ON public.audiences
  FOR EACH ROW WHEN (NEW.policy_version_id IS NOT NULL) EXECUTE FUNCTION access.existence_of_sibling();

-- Rows on an obj that the principal knows of, which it cannot read and may know to exist. For each holder, kind and time:
-- how many, the first release that would let the principal in, or the event that is waited for. An embargo that is to be
-- judged again tells nothing meanwhile.
CREATE FUNCTION access.withheld(about text)
RETURNS TABLE (holder_id int, product text, policy_version_id int, n_rows bigint, due_at timestamptz, awaits jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH mine AS MATERIALIZED (SELECT access.my_audiences() AS id),
  them AS MATERIALIZED (SELECT access.my_groups() AS id),
  held AS (
    SELECT audience_id, 'photometry' AS product, owner_id FROM public.photometry
      WHERE obj_id = about AND superseded_by_id IS NULL
    UNION ALL SELECT audience_id, 'spectrum', owner_id FROM public.spectra WHERE obj_id = about
    UNION ALL SELECT audience_id, 'image', owner_id FROM public.returned_frames WHERE obj_id = about
    UNION ALL SELECT audience_id, 'image', owner_id FROM public.thumbnails WHERE obj_id = about
    UNION ALL SELECT audience_id, 'classification', owner_id FROM public.classifications WHERE obj_id = about
    UNION ALL SELECT audience_id, 'annotation', owner_id FROM public.annotations WHERE obj_id = about
    UNION ALL SELECT audience_id, 'comment', owner_id FROM public.comments WHERE obj_id = about
    UNION ALL SELECT audience_id, 'followup_request', owner_id FROM public.followup_requests WHERE obj_id = about
  ), hidden AS (
    SELECT a.id, a.holder_id, a.policy_version_id, a.stream_id, h.product, count(*) AS n
    FROM held h JOIN public.audiences a ON a.id = h.audience_id
    WHERE a.existence = 'known' AND NOT a.stale AND h.owner_id IS DISTINCT FROM (SELECT access.me())
      AND a.id NOT IN (SELECT id FROM mine)
      AND EXISTS (SELECT FROM public.obj_audience oa WHERE oa.obj_id = about
                  AND (oa.audience_id IN (SELECT id FROM mine) OR oa.owner_id = (SELECT access.me())))
    GROUP BY 1, 2, 3, 4, 5
  )
  SELECT h.holder_id, h.product, h.policy_version_id, sum(h.n)::bigint, r.due_at, r.awaits
  FROM hidden h LEFT JOIN LATERAL (
    SELECT r.due_at, r.awaits FROM public.releases r
    WHERE r.audience_id = h.id AND r.done_at IS NULL AND r.group_id IN (SELECT id FROM them)
      AND (h.stream_id IS NULL OR h.stream_id IN (SELECT access.my_streams()))
    ORDER BY r.due_at NULLS LAST, r.id LIMIT 1) r ON true
  GROUP BY 1, 2, 3, 5, 6 ORDER BY 1, 2, 5, 3
$$;

-- The groups that policies name and that are gone. Each was known to whoever wrote it there.
CREATE FUNCTION access.groups_gone(policy_ids int[]) RETURNS TABLE (policy_id int, group_id int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT v.policy_id, g::int FROM public.policy_versions v,
    jsonb_path_query(v.document, '$.**.group_id ? (@ != null)') AS g
  WHERE v.policy_id = ANY (policy_ids) AND NOT EXISTS (SELECT FROM public.groups WHERE id = g::int)
  UNION
  SELECT DISTINCT v.policy_id, g::int FROM public.policy_versions v,
    jsonb_path_query(v.document, '$.**.from_group_id ? (@ != null)') AS g
  WHERE v.policy_id = ANY (policy_ids) AND NOT EXISTS (SELECT FROM public.groups WHERE id = g::int)
  ORDER BY 1, 2
$$;

-- With a group go the grants and releases to it. Whose data they open has it in the history, and its admins are told:
-- policies keep their terms, and let nobody in in its place.
CREATE FUNCTION access.group_goes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE f record; said text;
BEGIN
  FOR f IN
    SELECT coalesce(p.holder_id, r.holder_id) AS holder_id, p.ids, coalesce(r.to_come, 0) AS to_come,
      coalesce(r.done, 0) AS done, (SELECT min(id) FROM unnest(p.ids) AS id) AS first_id
    FROM (SELECT po.holder_id, array_agg(DISTINCT po.id ORDER BY po.id) AS ids
          FROM public.policy_versions v JOIN public.policies po ON po.id = v.policy_id
          WHERE po.holder_id <> OLD.id AND jsonb_path_exists(v.document, '$.** ? (@.group_id == $g || @.from_group_id == $g)',
                                                             jsonb_build_object('g', OLD.id))
          GROUP BY po.holder_id) p
    FULL JOIN (SELECT holder_id, count(*) FILTER (WHERE done_at IS NULL) AS to_come,
                 count(*) FILTER (WHERE done_at IS NOT NULL) AS done
               FROM public.releases WHERE group_id = OLD.id AND holder_id <> OLD.id GROUP BY holder_id) r
      ON r.holder_id = p.holder_id
  LOOP
    said := 'Group ' || OLD.id || ', which was to see data of yours, was deleted: ' || f.to_come
      || ' releases to it will not happen. Your policies keep their terms and let nobody in in its place.';
    INSERT INTO public.history (user_id, holder_id, action, kind, row_id, before, why)
    VALUES (access.me(), f.holder_id, 'group deleted', 'releases', OLD.id::text,
      jsonb_build_object('group_id', OLD.id, 'policy_ids', to_jsonb(f.ids), 'releases_to_come', f.to_come,
                         'releases_done', f.done), said);
    IF f.first_id IS NOT NULL THEN
      PERFORM access.notify(ARRAY(SELECT m.user_id FROM access.members m WHERE m.group_id = f.holder_id AND m.admin),
        'policy.group_deleted', said, '/policies', 'policy', f.first_id::text);
    END IF;
  END LOOP;
  RETURN OLD;
END $$;
CREATE TRIGGER group_goes BEFORE DELETE ON public.groups FOR EACH ROW EXECUTE FUNCTION access.group_goes();

-- Notifications about policies: every policy can be read by whoever is logged in.
DO $$
DECLARE told text := pg_get_functiondef('access.reads(text, text)'::regprocedure);
BEGIN
  IF told !~ $q$WHEN 'policy' THEN$q$ THEN
    EXECUTE regexp_replace(told, 'ELSE RETURN false;',
      $q$WHEN 'policy' THEN RETURN EXISTS (SELECT FROM public.policies WHERE id = row_id::bigint);
    ELSE RETURN false;$q$);
  END IF;
END $$;
