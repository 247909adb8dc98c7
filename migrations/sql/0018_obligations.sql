-- Obligations from every product: what they ask for, how they are kept, and who may bring them to which state.
-- See docs/decisions/0035.

-- What stands already, for whoever computes it anew; nobody else does so until the end of the transaction.
CREATE FUNCTION access.kept_obligations(pub int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE now_in text;
BEGIN
  SELECT stage INTO now_in FROM public.publications WHERE id = pub FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN jsonb_build_object('stage', now_in, 'kept', coalesce((
    SELECT jsonb_agg(jsonb_build_object('creditor_id', o.creditor_id, 'policy_version_id', o.policy_version_id,
      'kind', o.kind, 'stage_limit', o.stage_limit, 'state', o.state, 'required', o.required, 'places', o.places,
      'terms', o.terms, 'text', o.text))
    FROM public.obligations o WHERE o.publication_id = pub), '[]'));
END $$;

-- Writes what is owed, keeps every state, loses no obligation; answers the creditors that are to be told. A publication
-- is its group's until it is announced or something is asked of a creditor, who then reads it too; and who was invited.
CREATE OR REPLACE FUNCTION access.keep_obligations(pub int, owed jsonb) RETURNS int[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE p public.publications; own bigint; known_to bigint; fresh int[]; readers int[];
BEGIN
  SELECT * INTO p FROM public.publications WHERE id = pub FOR UPDATE;
  IF NOT FOUND THEN RETURN '{}'; END IF;
  SELECT access.intern_audience(ARRAY[g.id], ARRAY[NULL::int]) INTO own
  FROM public.groups g JOIN public.group_users gu ON gu.group_id = g.id
  WHERE g.single_user_group AND gu.user_id = p.owner_id;
  WITH kept AS (
    INSERT INTO public.obligations AS ob (publication_id, creditor_id, policy_version_id, kind, stage_limit, text, required,
      state, n_rows, terms, evidence, share, places, asks_more, audience_id, holder_id, owner_id)
    SELECT pub, i.creditor_id, i.policy_version_id, i.kind, i.stage_limit, i.text, i.required, 'open', i.n_rows, i.terms,
      i.evidence, i.share, i.places, false, coalesce(own, p.audience_id), p.holder_id, p.owner_id
    FROM jsonb_to_recordset(owed) AS i(creditor_id int, policy_version_id int, kind text, stage_limit text, text text,
      required bool, n_rows bigint, terms jsonb, evidence jsonb, share float8, places int)
    ORDER BY 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT uq_obligations_one DO UPDATE
    SET n_rows = excluded.n_rows, text = excluded.text, required = excluded.required, terms = excluded.terms,
      evidence = excluded.evidence, share = excluded.share, places = excluded.places, modified = now(),
      asks_more = ob.asks_more OR access.asks_more(ob, excluded.terms, excluded.places)
    WHERE (ob.n_rows, ob.text, ob.required, ob.terms, ob.evidence, ob.share, ob.places)
      IS DISTINCT FROM (excluded.n_rows, excluded.text, excluded.required, excluded.terms, excluded.evidence,
                        excluded.share, excluded.places)
    RETURNING ob.creditor_id, ob.xmax = 0 OR ob.asks_more AS to_tell)
  SELECT coalesce(array_agg(DISTINCT creditor_id), '{}') INTO fresh FROM kept WHERE to_tell;
  -- What no data ask for any more stays, until its holder waives it.
  UPDATE public.obligations ob SET n_rows = 0, evidence = '{}', share = 0, modified = now()
  WHERE ob.publication_id = pub AND (ob.n_rows <> 0 OR ob.share <> 0) AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset(owed) AS i(creditor_id int, policy_version_id int, kind text, stage_limit text)
    WHERE i.creditor_id = ob.creditor_id AND i.policy_version_id = ob.policy_version_id AND i.kind = ob.kind
      AND i.stage_limit IS NOT DISTINCT FROM ob.stage_limit);
  SELECT array_agg(DISTINCT g) INTO readers FROM (
    SELECT p.holder_id AS g
    UNION ALL SELECT creditor_id FROM public.obligations
    WHERE publication_id = pub AND (p.stage <> 'idea' OR state NOT IN ('open', 'included'))
    UNION ALL SELECT g.id FROM public.publication_people pp
    JOIN public.group_users gu ON gu.user_id = pp.user_id JOIN public.groups g ON g.id = gu.group_id
    WHERE pp.publication_id = pub AND g.single_user_group
      AND (pp.state IN ('invited', 'accepted') OR pp.authorship IN ('offered', 'opted_in'))) AS t;
  known_to := access.intern_audience(readers, array_fill(NULL::int, ARRAY[cardinality(readers)]));
  UPDATE public.publications SET audience_id = known_to WHERE id = pub AND audience_id <> known_to;
  RETURN CASE WHEN p.stage = 'idea' THEN '{}' ELSE fresh END;
END $$;

-- Whether what was discharged no longer covers what is asked for now: words to print, or places among the authors.
CREATE FUNCTION access.asks_more(ob public.obligations, terms_now jsonb, places_now int) RETURNS bool
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE ob.state
    WHEN 'included' THEN NOT (coalesce(ob.terms->'texts', terms_now->'texts') @> (terms_now->'texts'))
    WHEN 'opted_in' THEN coalesce(places_now, 0) > coalesce(ob.places, places_now, 0)
    ELSE false END
$$;

CREATE FUNCTION access.is_discharged(ob public.obligations) RETURNS bool
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT ob.state = 'waived' OR (NOT ob.asks_more AND (
    ob.state IN ('granted', 'opted_in', 'opted_out', 'notified', 'included')
    OR (ob.state = 'offered' AND ob.terms->>'demand' = 'offer')))
$$;

-- What keeps a publication from which stage on, seen or not by whom it is asked for.
DROP FUNCTION access.undischarged(int, text[]);
CREATE FUNCTION access.blocking(pub int) RETURNS TABLE (id int, stage text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT o.id, CASE o.stage_limit WHEN 'view' THEN 'analysis' WHEN 'submit' THEN 'published' ELSE 'submitted' END
  FROM public.obligations o
  WHERE o.publication_id = pub AND o.required AND o.overridden_at IS NULL AND NOT access.is_discharged(o)
$$;

-- Which side may bring an obligation from one state to another: the table of app/publications/stages.py.
CREATE FUNCTION access.obligation_side(kind text, was text, wanted text, more bool) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE
    WHEN wanted = 'waived' THEN CASE WHEN more OR was IN ('open', 'requested', 'refused', 'offered') THEN 'creditor' END
    WHEN kind IN ('permission', 'stage') THEN CASE
      WHEN wanted = 'requested' AND was IN ('open', 'refused') THEN 'debtor'
      WHEN wanted = 'granted' AND was IN ('requested', 'refused') THEN 'creditor'
      WHEN wanted = 'refused' AND was IN ('requested', 'granted') THEN 'creditor' END
    WHEN kind = 'coauthorship' THEN CASE
      WHEN wanted = 'offered' AND (was = 'open' OR (was = 'opted_in' AND more)) THEN 'debtor'
      WHEN wanted = 'opted_in' AND was IN ('offered', 'opted_out') THEN 'creditor'
      WHEN wanted = 'opted_out' AND was IN ('offered', 'opted_in') THEN 'creditor' END
    WHEN kind = 'notify' THEN CASE WHEN wanted = 'notified' AND was = 'open' THEN 'debtor' END
    WHEN kind IN ('acknowledge', 'cite') THEN CASE
      WHEN (was, wanted) IN (('open', 'included'), ('included', 'open')) THEN 'debtor' END
  END
$$;

-- No statement of the portal forges the other side's answer; a question starts the clock of its answer.
CREATE FUNCTION access.obligation_moves() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE side text;
BEGIN
  IF NEW.state = OLD.state THEN RETURN NEW; END IF;
  side := access.obligation_side(OLD.kind, OLD.state, NEW.state, OLD.asks_more);
  IF current_setting('role') = 'skyrelay_web' AND (
       side IS NULL
       OR (side = 'debtor' AND NEW.publication_id NOT IN (SELECT access.my_led_publications()))
       OR (side = 'creditor' AND NEW.creditor_id NOT IN (SELECT access.my_admin_groups()))
       OR (NEW.state IN ('refused', 'waived') AND btrim(coalesce(NEW.reason, '')) = '')) THEN
    RAISE EXCEPTION 'the other side answers this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.state IN ('requested', 'offered') THEN
    NEW.due_at := clock_timestamp() + make_interval(days => (NEW.terms->>'answer_days')::int);
    NEW.overdue_at := NULL;
    NEW.late := NULL;
  ELSE
    -- That an answer came late stays on record.
    NEW.due_at := NULL;
  END IF;
  IF side = 'debtor' THEN NEW.asks_more := false; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER obligation_moves BEFORE UPDATE OF state ON public.obligations
  FOR EACH ROW EXECUTE FUNCTION access.obligation_moves();

-- An obligation is derived from data: a colleague of the opener sees it who reads a row of a product that it follows from.
DROP POLICY read_by_group ON public.obligations;
CREATE POLICY read_by_group ON public.obligations FOR SELECT TO skyrelay_web
  USING (holder_id IN (SELECT access.my_groups()) AND EXISTS (
    SELECT FROM public.publications p
    CROSS JOIN LATERAL access.products_read(p.obj_ids, obligations.creditor_id, obligations.policy_version_id) AS r(product)
    WHERE p.id = obligations.publication_id AND obligations.evidence ? r.product));

-- Who is meant by places among the authors: a group's builders, and its members once it has said yes (who is in a group
-- is not told before). Asked by the people of the publication.
CREATE FUNCTION access.places_owed(ids int[]) RETURNS TABLE (obligation_id int, user_id int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH asked AS (
    SELECT o.id, coalesce((o.terms->>'from_group_id')::int, o.creditor_id) AS group_id, o.state,
      coalesce(o.terms->>'from_list', 'group') AS from_list
    FROM public.obligations o WHERE o.id = ANY (ids) AND o.kind = 'coauthorship'
      AND (o.publication_id IN (SELECT access.my_publications()) OR current_setting('role') <> 'skyrelay_web'))
  SELECT a.id, b.user_id FROM asked a JOIN public.group_builders b ON b.group_id = a.group_id
  WHERE a.from_list = 'builders' AND (b.until IS NULL OR b.until >= current_date)
  UNION
  SELECT a.id, gu.user_id FROM asked a JOIN public.group_users gu ON gu.group_id = a.group_id
  WHERE a.from_list = 'group' AND (a.state = 'opted_in' OR gu.group_id IN (SELECT access.my_groups()))
$$;

-- Of these groups, those in which nobody is left who could answer.
CREATE FUNCTION access.without_admin(group_ids int[]) RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT g.id FROM public.groups g WHERE g.id = ANY (group_ids) AND NOT EXISTS (
    SELECT FROM public.group_users gu JOIN public.users u ON u.id = gu.user_id
    WHERE gu.group_id = g.id AND gu.admin AND (u.expiration_date IS NULL OR u.expiration_date > now()))
$$;

REVOKE EXECUTE ON FUNCTION access.asks_more FROM PUBLIC;
