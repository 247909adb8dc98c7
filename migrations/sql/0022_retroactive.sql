-- Retroactive changes of policies: no statement, however late, lets anybody in by terms that were replaced.

-- Whether the terms of an audience were replaced for its holder. A combination is, where any of its parts is.
CREATE FUNCTION access.is_replaced(version_id int, holder int) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM public.version_replacements r JOIN public.policy_versions v ON v.id = is_replaced.version_id
                 WHERE r.holder_id = holder AND (r.version_id = v.id OR r.version_id = ANY (v.parts)))
$$;

-- Whoever opens an embargo of a holder, and whoever changes its terms retroactively, take turns.
CREATE FUNCTION access.retroactive_turn(holder int, alone bool) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public AS $$
BEGIN
  IF alone THEN PERFORM pg_advisory_xact_lock(hashtext('skyrelay retroactive'), holder);
  ELSE PERFORM pg_advisory_xact_lock_shared(hashtext('skyrelay retroactive'), holder); END IF;
END $$;

-- Under replaced terms, the holder's own group is let in, whom the holder let in beyond them, and nobody else, now or
-- later: rows that come to such an audience nevertheless wait there to be moved.
CREATE FUNCTION access.replaced_lets_nobody_in() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE a record; beyond record;
BEGIN
  SELECT u.policy_version_id, u.holder_id INTO a FROM public.audiences u WHERE u.id = NEW.audience_id;
  IF a.policy_version_id IS NULL THEN RETURN NEW; END IF;
  PERFORM access.retroactive_turn(a.holder_id, false);
  IF NOT access.is_replaced(a.policy_version_id, a.holder_id) THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'releases' THEN RETURN NULL; END IF;
  IF NEW.group_id = a.holder_id THEN RETURN NEW; END IF;
  SELECT * INTO beyond FROM access.beyond_of(NEW.audience_id);
  IF NEW.group_id = ANY (beyond.group_ids) OR (NEW.group_id IS NULL AND NEW.stream_id = ANY (beyond.stream_ids)) THEN
    RETURN NEW;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER replaced_lets_nobody_in BEFORE INSERT ON public.audience_grants
  FOR EACH ROW EXECUTE FUNCTION access.replaced_lets_nobody_in();
CREATE TRIGGER replaced_lets_nobody_in BEFORE INSERT ON public.releases
  FOR EACH ROW EXECUTE FUNCTION access.replaced_lets_nobody_in();

-- The next audience (by its id) under replaced terms that still has rows, with up to some of its objs.
CREATE FUNCTION access.next_to_move(most int, after bigint) RETURNS TABLE (audience_id bigint, obj_ids text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, ARRAY(SELECT DISTINCT oa.obj_id FROM public.obj_audience oa WHERE oa.audience_id = a.id
                     ORDER BY 1 LIMIT most)
  FROM public.version_replacements r
  JOIN public.policy_versions v ON v.id = r.version_id OR v.parts @> ARRAY[r.version_id]
  JOIN public.audiences a ON a.policy_version_id = v.id AND a.holder_id = r.holder_id
  WHERE a.id > after AND EXISTS (SELECT FROM public.obj_audience oa WHERE oa.audience_id = a.id)
  ORDER BY a.id LIMIT 1
$$;

-- Rows of one table that are under any of these versions: of one audience and objs, or (null) of any.
CREATE FUNCTION access.rows_to_move(
  tbl text, version_ids int[], holder int, of_audience bigint, objs text[], most int
) RETURNS TABLE (id bigint, audience_id bigint, policy_version_id int, obj_id text, instrument_id int, level text,
                 came_at timestamptz, of_spectrum bool)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE has text[]; wanted text := '';
BEGIN
  has := ARRAY(SELECT c.column_name FROM information_schema.columns c
               WHERE c.table_schema = 'public' AND c.table_name = tbl);
  IF NOT has @> ARRAY['id', 'audience_id', 'holder_id', 'policy_version_id', 'created_at'] THEN RETURN; END IF;
  IF of_audience IS NOT NULL THEN
    IF NOT 'obj_id' = ANY (has) THEN RETURN; END IF;
    wanted := ' AND t.audience_id = $3 AND t.obj_id = ANY ($4)';
  END IF;
  RETURN QUERY EXECUTE format(
    'SELECT t.id::bigint, t.audience_id, t.policy_version_id, %s, %s, %s, t.created_at, %s FROM public.%I t'
    ' WHERE t.policy_version_id = ANY ($1) AND t.holder_id = $2%s ORDER BY t.id LIMIT $5',
    CASE WHEN 'obj_id' = ANY (has) THEN 't.obj_id' ELSE 'NULL::text' END,
    CASE WHEN 'instrument_id' = ANY (has) THEN 't.instrument_id' ELSE 'NULL::int' END,
    CASE WHEN 'level' = ANY (has) THEN 't.level::text' ELSE 'NULL::text' END,
    -- Synthetic magnitudes are under what holds for their spectrum.
    CASE WHEN 'policy_version_ids' = ANY (has) THEN 't.policy_version_ids IS NOT NULL' ELSE 'false' END, tbl, wanted)
  USING version_ids, holder, of_audience, objs, most;
END $$;

-- Brings rows from one audience and version to others; whom the holder let in beyond the policy stays let in.
CREATE FUNCTION access.repoint(tbl text, ids bigint[], from_audience bigint, to_audience bigint, to_version int)
RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n int; target bigint := to_audience; beyond record;
BEGIN
  IF to_audience IS DISTINCT FROM from_audience THEN
    SELECT * INTO beyond FROM access.beyond_of(from_audience);
    IF cardinality(beyond.group_ids) > 0 OR cardinality(beyond.stream_ids) > 0 THEN
      target := access.sibling(to_audience, coalesce(beyond.group_ids, '{}'), coalesce(beyond.stream_ids, '{}'));
    END IF;
  END IF;
  EXECUTE format('UPDATE public.%I SET audience_id = $1, policy_version_id = $2%s WHERE id = ANY ($3) AND audience_id = $4',
    tbl, CASE WHEN EXISTS (SELECT FROM information_schema.columns c WHERE c.table_schema = 'public'
                           AND c.table_name = tbl AND c.column_name = 'policy_version_ids')
      THEN ', policy_version_ids = array_replace(policy_version_ids, policy_version_id, $2)' ELSE '' END)
  USING target, to_version, ids, from_audience;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- Obligations follow their rows to the new version, with every answer that was given. Where one of the same kind came up
-- under the new version meanwhile and nobody has answered it, the older one takes its place.
CREATE FUNCTION access.move_obligations(creditor int, old_version int, new_version int) RETURNS int[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE touched int[];
BEGIN
  IF old_version = new_version THEN RETURN '{}'; END IF;
  DELETE FROM public.obligations n USING public.obligations o
  WHERE n.creditor_id = creditor AND n.policy_version_id = new_version AND n.state = 'open' AND n.overridden_at IS NULL
    AND o.creditor_id = creditor AND o.policy_version_id = old_version AND o.publication_id = n.publication_id
    AND o.kind = n.kind AND o.stage_limit IS NOT DISTINCT FROM n.stage_limit;
  WITH moved AS (
    UPDATE public.obligations o SET policy_version_id = new_version, modified = now()
    WHERE o.creditor_id = creditor AND o.policy_version_id = old_version AND NOT EXISTS (
      SELECT FROM public.obligations n WHERE n.creditor_id = creditor AND n.policy_version_id = new_version
        AND n.publication_id = o.publication_id AND n.kind = o.kind AND n.stage_limit IS NOT DISTINCT FROM o.stage_limit)
    RETURNING o.publication_id)
  SELECT coalesce(array_agg(DISTINCT publication_id), '{}') INTO touched FROM moved;
  RETURN touched;
END $$;

-- Whoever may be told of a policy reads it: every policy can be read by whoever is logged in.
DO $$
DECLARE told text := pg_get_functiondef('access.reads(text, text)'::regprocedure);
BEGIN
  IF told !~ $q$WHEN 'policy' THEN$q$ THEN
    EXECUTE regexp_replace(told, 'ELSE RETURN false;',
      $q$WHEN 'policy' THEN RETURN EXISTS (SELECT FROM public.policies WHERE id = row_id::bigint);
    ELSE RETURN false;$q$);
  END IF;
END $$;

CREATE POLICY readable ON public.retroactive_changes FOR SELECT TO skyrelay_web
  USING (holder_id IN (SELECT access.my_groups()));
CREATE POLICY readable ON public.version_replacements FOR SELECT TO skyrelay_web USING ((SELECT access.me()) IS NOT NULL);
GRANT SELECT ON public.retroactive_changes, public.version_replacements TO skyrelay_web;
