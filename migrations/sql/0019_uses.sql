-- Use is accounted for: who took what of whose data under which terms.

-- The terms of these versions were shown to the principal.
CREATE FUNCTION access.show_terms(version_ids int[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.terms_shown (user_id, policy_version_id)
  SELECT (SELECT access.me()), v FROM (SELECT DISTINCT unnest(version_ids) AS v) t
  WHERE (SELECT access.me()) IS NOT NULL ORDER BY v
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION access.count_taking(taken jsonb, by_way text, with_token text, in_part int) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.data_takings AS d (user_id, token_id, day, product, obj_id, holder_id, policy_version_id, way, part,
    n_rows, terms_shown_at)
  SELECT access.me(), with_token, (now() AT TIME ZONE 'UTC')::date, t.product, t.obj_id, t.holder_id,
    t.policy_version_id, by_way, in_part, t.n_rows, coalesce(s.shown_at, now())
  FROM jsonb_to_recordset(taken) AS t(product text, obj_id text, holder_id int, policy_version_id int, n_rows bigint)
  LEFT JOIN public.terms_shown s ON s.user_id = access.me() AND s.policy_version_id = t.policy_version_id
  ORDER BY t.obj_id, t.holder_id, t.policy_version_id, t.product
  ON CONFLICT ON CONSTRAINT uq_data_takings_one DO UPDATE SET n_times = d.n_times + 1,
    n_rows = greatest(d.n_rows, excluded.n_rows), last_at = excluded.last_at, token_id = excluded.token_id
$$;

-- Records what the principal took of others' data: [{product, obj_id, holder_id, policy_version_id, n_rows, notify}].
-- What is its groups' own is left out. It never waits long for another request that counts the same row: it counts in a
-- row of its own then. Answers how many rows were recorded.
CREATE FUNCTION access.take(taken jsonb, by_way text, with_token text) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public SET lock_timeout = '250ms' AS $$
DECLARE me int := access.me(); others jsonb;
BEGIN
  SELECT jsonb_agg(t) INTO others FROM jsonb_array_elements(taken) AS t
  WHERE (t->>'holder_id')::int NOT IN (SELECT access.my_groups());
  IF me IS NULL OR others IS NULL THEN RETURN 0; END IF;
  BEGIN
    PERFORM access.count_taking(others, by_way, with_token, 0);
  EXCEPTION WHEN lock_not_available OR deadlock_detected OR serialization_failure THEN
    PERFORM access.count_taking(others, by_way, with_token, pg_backend_pid());
  END;
  PERFORM access.show_terms(ARRAY(SELECT (t->>'policy_version_id')::int FROM jsonb_array_elements(others) AS t));
  IF jsonb_path_exists(others, '$[*] ? (@.notify == true)') THEN
    PERFORM access.tell_taking(others, by_way);
  END IF;
  RETURN jsonb_array_length(others);
END $$;

-- Tells the admins of each holder whose terms ask for it, once a user, obj and day; what one answer takes is told by one
-- notice. Who else is telling the same at this moment tells it for both.
CREATE FUNCTION access.tell_taking(taken jsonb, by_way text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE holder int; fresh text[]; said text; me int := access.me(); today date := (now() AT TIME ZONE 'UTC')::date;
BEGIN
  FOR holder IN SELECT DISTINCT (t->>'holder_id')::int FROM jsonb_array_elements(taken) AS t
    WHERE (t->>'notify')::bool ORDER BY 1
  LOOP
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtext('skyrelay taking ' || me), holder);
    WITH asked AS (
      SELECT DISTINCT t->>'obj_id' AS obj FROM jsonb_array_elements(taken) AS t
      WHERE (t->>'holder_id')::int = holder AND (t->>'notify')::bool),
    untold AS (
      SELECT a.obj FROM asked a WHERE NOT EXISTS (
        SELECT FROM public.data_takings d WHERE d.user_id = me AND d.day = today AND d.holder_id = holder
          AND d.obj_id = a.obj AND d.notified)),
    marked AS (
      UPDATE public.data_takings d SET notified = true FROM untold u
      WHERE d.user_id = me AND d.day = today AND d.holder_id = holder AND d.obj_id = u.obj
      RETURNING d.obj_id)
    SELECT array_agg(DISTINCT obj_id ORDER BY obj_id) INTO fresh FROM marked;
    CONTINUE WHEN fresh IS NULL;
    SELECT u.username || ' took data of ' || g.name || ' on ' || CASE WHEN cardinality(fresh) = 1 THEN fresh[1]
        ELSE cardinality(fresh) || ' sources, among them ' || array_to_string(fresh[1:3], ', ') END
        || ' (' || by_way || '). Its terms ask to be told of use.'
      INTO said FROM public.users u, public.groups g WHERE u.id = me AND g.id = holder;
    PERFORM access.notify(
      ARRAY(SELECT gu.user_id FROM public.group_users gu WHERE gu.group_id = holder AND gu.admin),
      'data.taken', said, '/source/' || fresh[1], 'source', fresh[1]);
  END LOOP;
END $$;

-- Whoever took sees it, and so do the members of the holder as far as they know the obj.
CREATE POLICY mine ON public.data_takings FOR SELECT TO skyrelay_web USING (user_id = (SELECT access.me()));
CREATE POLICY of_holder ON public.data_takings FOR SELECT TO skyrelay_web
  USING (holder_id IN (SELECT access.my_groups()) AND EXISTS (SELECT FROM public.objs o WHERE o.id = obj_id));
GRANT SELECT ON public.data_takings TO skyrelay_web;
CREATE POLICY mine ON public.terms_shown FOR SELECT TO skyrelay_web USING (user_id = (SELECT access.me()));
GRANT SELECT ON public.terms_shown TO skyrelay_web;
