-- Guests with an end date, groups that need approval, and sharing beyond a policy that keeps the policy's releases.

-- Who is in which group now. Whatever runs with its owner's rights asks this; everybody else is shown no other rows of
-- group_users by the policy below, so that an ended membership gives nothing from that moment on, swept or not.
CREATE VIEW access.members AS
  SELECT * FROM public.group_users WHERE until IS NULL OR until > now();

CREATE OR REPLACE FUNCTION access.my_groups() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 20 SET search_path = pg_catalog, public AS $$
  SELECT gu.group_id FROM public.group_users gu
  WHERE gu.user_id = (SELECT access.me()) AND (gu.until IS NULL OR gu.until > now())
$$;

CREATE OR REPLACE FUNCTION access.my_admin_groups() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 5 SET search_path = pg_catalog, public AS $$
  SELECT gu.group_id FROM public.group_users gu
  WHERE gu.user_id = (SELECT access.me()) AND gu.admin AND (gu.until IS NULL OR gu.until > now())
$$;

-- Every function that was written before memberships could end, whichever migration wrote it.
DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'access' AND p.prosecdef AND p.proname NOT IN ('my_groups', 'my_admin_groups')
             AND p.prosrc ~* '(from|join)\s+public\.group_users\M' LOOP
    EXECUTE regexp_replace(pg_get_functiondef(f.oid), '(from|join)(\s+)public\.group_users\M', '\1\2access.members', 'gi');
  END LOOP;
END $$;

CREATE POLICY current ON public.group_users AS RESTRICTIVE FOR SELECT USING (until IS NULL OR until > now());

-- A person that was a guest and comes back: the ended row goes when the new one comes.
CREATE FUNCTION access.clear_ended(in_group int, uid int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM public.group_users WHERE group_id = in_group AND user_id = uid AND until <= now()
$$;

-- The broom: memberships that ended go, each with its row of history.
CREATE FUNCTION access.sweep_guests(at timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH gone AS (
    DELETE FROM public.group_users WHERE until <= least(at, now()) RETURNING group_id, user_id, until
  ), told AS (
    INSERT INTO public.history (user_id, holder_id, action, kind, row_id, before, why)
    SELECT NULL, group_id, 'end guest', 'group', group_id::text,
           jsonb_build_object('user_id', user_id, 'until', until), 'The agreed time is over.' FROM gone
    RETURNING 1)
  SELECT count(*) FROM told
$$;

-- Who is to be told that a guest's time ends before `soon`: the group's admins and the guest; once for each end.
CREATE FUNCTION access.guests_to_tell(soon timestamptz)
RETURNS TABLE (group_id int, user_id int, until timestamptz, admin_ids int[])
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.group_users gu SET reminded_at = now()
  WHERE gu.until > now() AND gu.until <= soon AND gu.reminded_at IS NULL
  RETURNING gu.group_id, gu.user_id, gu.until,
    ARRAY(SELECT a.user_id FROM access.members a WHERE a.group_id = gu.group_id AND a.admin ORDER BY 1)
$$;

-- People are meant by their groups of one, which others cannot see.
CREATE FUNCTION access.own_groups_of(uids int[]) RETURNS TABLE (user_id int, group_id int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT gu.user_id, gu.group_id FROM public.group_users gu JOIN public.groups g ON g.id = gu.group_id
  WHERE g.single_user_group AND gu.user_id = ANY (uids) AND access.me() IS NOT NULL
$$;

CREATE FUNCTION access.people_of_own_groups(group_ids int[]) RETURNS TABLE (group_id int, user_id int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT gu.group_id, gu.user_id FROM public.group_users gu JOIN public.groups g ON g.id = gu.group_id
  WHERE g.single_user_group AND gu.group_id = ANY (group_ids) AND access.me() IS NOT NULL
$$;

-- How a person comes to read audiences: of those that the asker reads, the grants that hold for that person.
CREATE FUNCTION access.ways_in(audience_ids bigint[], uid int)
RETURNS TABLE (audience_id bigint, group_id int, stream_id int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT g.audience_id, g.group_id, g.stream_id FROM public.audience_grants g
  WHERE g.audience_id = ANY (audience_ids)
    AND (current_setting('role', true) IS DISTINCT FROM 'skyrelay_web' OR g.audience_id IN (SELECT access.my_audiences()))
    AND (g.group_id IS NULL OR EXISTS (
      SELECT FROM access.members m WHERE m.user_id = uid AND m.group_id = g.group_id))
    AND (g.stream_id IS NULL OR EXISTS (
      SELECT FROM public.stream_users su WHERE su.user_id = uid AND su.stream_id = g.stream_id))
$$;

-- Sharing beyond a policy. The audience is a sibling of the embargo's: the same grants and releases to come, and those
-- let in beyond, whom its key names after a '+'. No term is lost by it.
CREATE FUNCTION access.beyond_of(audience bigint, OUT group_ids int[], OUT stream_ids int[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT string_to_array(nullif(split_part(split_part(a.terms_key, '+', 2), '/', 1), ''), ',')::int[],
         string_to_array(nullif(split_part(split_part(a.terms_key, '+', 2), '/', 2), ''), ',')::int[]
  FROM public.audiences a WHERE a.id = audience
$$;

-- The embargo of an audience with exactly these let in beyond; nobody calls it but the two below.
CREATE FUNCTION access.sibling(audience bigint, groups_ int[], streams_ int[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE a public.audiences; base public.audiences; found bigint; plain text; key text;
BEGIN
  SELECT * INTO STRICT a FROM public.audiences WHERE id = audience AND policy_version_id IS NOT NULL;
  groups_ := ARRAY(SELECT DISTINCT g FROM unnest(groups_) AS g ORDER BY 1);
  streams_ := ARRAY(SELECT DISTINCT s FROM unnest(streams_) AS s ORDER BY 1);
  plain := split_part(coalesce(a.terms_key, ''), '+', 1);
  key := plain || '+' || array_to_string(groups_, ',') || '/' || array_to_string(streams_, ',');
  SELECT * INTO STRICT base FROM public.audiences b
  WHERE b.policy_version_id = a.policy_version_id AND b.holder_id = a.holder_id AND b.night = a.night
    AND b.stream_id IS NOT DISTINCT FROM a.stream_id AND b.asked IS NOT DISTINCT FROM a.asked
    AND coalesce(b.terms_key, '') = plain AND b.obj_id IS NOT DISTINCT FROM a.obj_id
    AND b.arrived IS NOT DISTINCT FROM a.arrived;
  IF cardinality(groups_) = 0 AND cardinality(streams_) = 0 THEN RETURN base.id; END IF;
  -- The release worker inserts grants into the base meanwhile: the lock keeps one from being missed.
  PERFORM FROM public.releases r WHERE r.audience_id = base.id AND r.done_at IS NULL ORDER BY r.id FOR SHARE;
  INSERT INTO public.audiences (policy_version_id, holder_id, night, stream_id, asked, terms_key, obj_id, arrived, subject,
    stale)
  VALUES (a.policy_version_id, a.holder_id, a.night, a.stream_id, a.asked, key, a.obj_id, a.arrived, base.subject, base.stale)
  ON CONFLICT DO NOTHING RETURNING id INTO found;
  IF found IS NULL THEN
    SELECT b.id INTO STRICT found FROM public.audiences b
    WHERE b.policy_version_id = a.policy_version_id AND b.holder_id = a.holder_id AND b.night = a.night
      AND b.stream_id IS NOT DISTINCT FROM a.stream_id AND b.asked IS NOT DISTINCT FROM a.asked AND b.terms_key = key
      AND b.obj_id IS NOT DISTINCT FROM a.obj_id AND b.arrived IS NOT DISTINCT FROM a.arrived;
  END IF;
  INSERT INTO public.audience_grants (audience_id, group_id, stream_id)
  SELECT found, g.group_id, g.stream_id FROM public.audience_grants g WHERE g.audience_id = base.id
  UNION SELECT found, g, NULL FROM unnest(groups_) AS g WHERE EXISTS (SELECT FROM public.groups WHERE id = g)
  UNION SELECT found, NULL, s FROM unnest(streams_) AS s WHERE EXISTS (SELECT FROM public.streams WHERE id = s)
  ON CONFLICT DO NOTHING;
  INSERT INTO public.releases (audience_id, policy_version_id, holder_id, group_id, due_at, awaits)
  SELECT found, r.policy_version_id, r.holder_id, r.group_id, r.due_at, r.awaits FROM public.releases r
  WHERE r.audience_id = base.id AND r.done_at IS NULL AND r.group_id <> ALL (groups_)
  ON CONFLICT (audience_id, group_id) DO NOTHING;
  RETURN found;
END $$;

CREATE FUNCTION access.set_beyond(audience bigint, groups_ int[], streams_ int[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE had record;
BEGIN
  SELECT * INTO had FROM access.beyond_of(audience);
  IF current_setting('role', true) = 'skyrelay_web'
     AND NOT EXISTS (SELECT FROM public.audiences a WHERE a.id = audience AND a.holder_id IN (SELECT access.my_admin_groups()))
     AND NOT (groups_ <@ coalesce(had.group_ids, '{}') AND streams_ <@ coalesce(had.stream_ids, '{}')) THEN
    RAISE EXCEPTION 'not an administrator of the holder' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN access.sibling(audience, groups_, streams_);
END $$;

-- Rows that move from one embargo to another of the same holder and policy version: who reads them goes on reading,
-- but for those from whom they are taken.
CREATE FUNCTION access.keep_beyond(from_audience bigint, to_audience bigint, no_groups int[], no_streams int[])
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE had record; groups_ int[]; streams_ int[];
BEGIN
  IF NOT EXISTS (SELECT FROM public.audiences f JOIN public.audiences t ON t.holder_id = f.holder_id
                 AND t.policy_version_id = f.policy_version_id WHERE f.id = from_audience AND t.id = to_audience) THEN
    RETURN to_audience;
  END IF;
  SELECT * INTO had FROM access.beyond_of(from_audience);
  groups_ := ARRAY(
    SELECT g FROM unnest(had.group_ids) AS g WHERE g <> ALL (no_groups)
    UNION SELECT f.group_id FROM public.audience_grants f
    WHERE f.audience_id = from_audience AND f.stream_id IS NULL AND f.group_id <> ALL (no_groups)
      AND NOT EXISTS (SELECT FROM public.audience_grants t
                      WHERE t.audience_id = to_audience AND t.group_id = f.group_id AND t.stream_id IS NULL));
  streams_ := ARRAY(SELECT s FROM unnest(had.stream_ids) AS s WHERE s <> ALL (no_streams));
  RETURN access.sibling(to_audience, groups_, streams_);
END $$;

-- Rows that came before their policy and come under it now: the embargo, and those who read them already beyond it.
-- Null where that cannot be said so (a group's subscribers of a stream).
CREATE FUNCTION access.adopt(from_audience bigint, to_audience bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE groups_ int[]; streams_ int[]; mixed bool;
BEGIN
  SELECT array_agg(f.group_id) FILTER (WHERE f.stream_id IS NULL), array_agg(f.stream_id) FILTER (WHERE f.group_id IS NULL),
         bool_or(f.group_id IS NOT NULL AND f.stream_id IS NOT NULL)
  INTO groups_, streams_, mixed FROM public.audience_grants f
  WHERE f.audience_id = from_audience AND NOT EXISTS (
    SELECT FROM public.audience_grants t WHERE t.audience_id = to_audience
      AND (t.group_id IS NULL OR t.group_id IS NOT DISTINCT FROM f.group_id)
      AND (t.stream_id IS NULL OR t.stream_id IS NOT DISTINCT FROM f.stream_id));
  IF mixed IS TRUE OR NOT EXISTS (SELECT FROM public.audiences WHERE id = from_audience AND policy_version_id IS NULL) THEN
    RETURN NULL;
  END IF;
  RETURN access.sibling(to_audience, coalesce(groups_, '{}'), coalesce(streams_, '{}'));
END $$;

-- Groups that ask for an administrator's yes: before their members share the group's data with more than the group
-- (approves_out), or before somebody who is not in the group shares data into it (approves_in).
CREATE INDEX ix_groups_approves ON public.groups (id) WHERE approves_out OR approves_in;

CREATE FUNCTION access.request_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (OLD.follows_id, OLD.direction, OLD.group_id, OLD.asked_by_id, OLD.group_ids, OLD.stream_ids, OLD.rows, OLD.why) IS DISTINCT FROM
     (NEW.follows_id, NEW.direction, NEW.group_id, NEW.asked_by_id, NEW.group_ids, NEW.stream_ids, NEW.rows, NEW.why) THEN
    RAISE EXCEPTION 'a request does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF current_setting('role', true) = 'skyrelay_web' AND NEW.state IS DISTINCT FROM OLD.state THEN
    IF OLD.state <> 'pending' OR OLD.expires_at <= now()
       OR NOT (NEW.state IN ('approved', 'refused') AND OLD.group_id IN (SELECT access.my_admin_groups())
               OR NEW.state = 'withdrawn' AND OLD.asked_by_id = access.me()) THEN
      RAISE EXCEPTION 'not yours to answer' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_stays BEFORE UPDATE ON public.share_requests
  FOR EACH ROW EXECUTE FUNCTION access.request_stays();

-- Whether what one does now was approved: by the request that the transaction names, of one's own, or by one that it
-- follows.
CREATE FUNCTION access.is_approved(of_direction text, by_group int) RETURNS bool
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE chain AS (
    SELECT r.id, r.follows_id, r.direction, r.group_id FROM public.share_requests r
    WHERE r.id = nullif(current_setting('skyrelay.share_request', true), '')::int AND r.state = 'approved'
      AND r.asked_by_id = access.me()
    UNION
    SELECT r.id, r.follows_id, r.direction, r.group_id FROM public.share_requests r JOIN chain c ON r.id = c.follows_id
    WHERE r.state = 'approved' AND r.asked_by_id = access.me()
  )
  SELECT EXISTS (SELECT FROM chain c WHERE c.direction = of_direction AND c.group_id = by_group)
$$;

-- A request that follows another is for no more, and the other one was approved.
CREATE FUNCTION access.request_follows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.follows_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.share_requests r WHERE r.id = NEW.follows_id AND r.state = 'approved'
      AND r.asked_by_id = NEW.asked_by_id AND NEW.group_ids <@ r.group_ids AND NEW.stream_ids <@ r.stream_ids
      AND NEW.n_rows <= r.n_rows) THEN
    RAISE EXCEPTION 'follows no such request' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_follows BEFORE INSERT ON public.share_requests
  FOR EACH ROW EXECUTE FUNCTION access.request_follows();

-- The last line: whichever route widens who reads a measurement. What a policy grants its holder has agreed to.
CREATE FUNCTION access.sharing_approved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE moves jsonb; by_group int;
BEGIN
  IF current_setting('role', true) IS DISTINCT FROM 'skyrelay_web'
     OR NOT EXISTS (SELECT FROM public.groups WHERE approves_out OR approves_in) THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT jsonb_agg(t) INTO moves FROM (SELECT DISTINCT n.holder_id, n.audience_id, NULL::bigint AS was FROM new_rows n) t;
  ELSE
    SELECT jsonb_agg(t) INTO moves FROM (
      SELECT DISTINCT n.holder_id, n.audience_id, o.audience_id AS was FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE n.audience_id <> o.audience_id) t;
  END IF;
  IF moves IS NULL THEN RETURN NULL; END IF;
  SELECT h.id INTO by_group FROM jsonb_to_recordset(moves) AS m(holder_id int, audience_id bigint, was bigint)
  JOIN public.audiences a ON a.id = m.audience_id
    AND (a.policy_version_id IS NULL OR a.terms_key LIKE '%+%')
  JOIN public.groups h ON h.id = m.holder_id AND h.approves_out
  JOIN public.audience_grants g ON g.audience_id = m.audience_id AND g.group_id IS DISTINCT FROM m.holder_id
  WHERE h.id NOT IN (SELECT access.my_admin_groups()) AND NOT access.is_approved('out', h.id)
    AND NOT EXISTS (SELECT FROM public.audience_grants w WHERE w.audience_id = m.was
      AND w.group_id IS NOT DISTINCT FROM g.group_id AND w.stream_id IS NOT DISTINCT FROM g.stream_id)
    AND NOT EXISTS (SELECT FROM access.own_groups_of(ARRAY[access.me()]) own WHERE own.group_id = g.group_id)
  LIMIT 1;
  IF by_group IS NULL THEN
    SELECT r.id INTO by_group FROM jsonb_to_recordset(moves) AS m(holder_id int, audience_id bigint, was bigint)
    JOIN public.audiences a ON a.id = m.audience_id AND (a.policy_version_id IS NULL OR a.terms_key LIKE '%+%')
    JOIN public.audience_grants g ON g.audience_id = m.audience_id AND g.group_id IS DISTINCT FROM m.holder_id
    JOIN public.groups r ON r.id = g.group_id AND r.approves_in
    WHERE r.id NOT IN (SELECT access.my_groups()) AND NOT access.is_approved('in', r.id)
      AND NOT EXISTS (SELECT FROM public.audience_grants w WHERE w.audience_id = m.was AND w.group_id = g.group_id)
    LIMIT 1;
  END IF;
  IF by_group IS NOT NULL THEN
    RAISE EXCEPTION 'the group % approves first', by_group USING ERRCODE = 'SK001';
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['photometry', 'spectra', 'photometric_series'] LOOP
    EXECUTE format('CREATE TRIGGER sharing_approved_new AFTER INSERT ON public.%I REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION access.sharing_approved()', t);
    EXECUTE format('CREATE TRIGGER sharing_approved_moved AFTER UPDATE ON public.%I
                    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION access.sharing_approved()', t);
  END LOOP;
END $$;

-- What notifications may be about, too. Written into the function as it is, which several migrations extend.
DO $$
DECLARE told text := pg_get_functiondef('access.reads(text, text)'::regprocedure);
BEGIN
  EXECUTE regexp_replace(told, '(CASE kind)', '\1
    WHEN ''group'' THEN RETURN EXISTS (SELECT FROM public.groups WHERE id = row_id::bigint);
    WHEN ''share_request'' THEN RETURN EXISTS (SELECT FROM public.share_requests WHERE id = row_id::bigint);');
END $$;

CREATE FUNCTION access.expire_share_requests(at timestamptz)
RETURNS TABLE (id int, group_id int, asked_by_id int)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH over AS (
    UPDATE public.share_requests r SET state = 'expired', modified = now()
    WHERE r.state = 'pending' AND r.expires_at <= least(at, now()) RETURNING r.id, r.group_id, r.asked_by_id
  ), told AS (
    INSERT INTO public.history (user_id, holder_id, action, kind, row_id, before, after)
    SELECT NULL, o.group_id, 'expire', 'share request', o.id::text, '{"state": "pending"}', '{"state": "expired"}'
    FROM over o RETURNING 1)
  SELECT o.id, o.group_id, o.asked_by_id FROM over o
$$;

-- Whom to tell of a request: the admins of the group that answers.
CREATE FUNCTION access.answerers_of(by_group int) RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.user_id FROM access.members m WHERE m.group_id = by_group AND m.admin AND access.me() IS NOT NULL
$$;
