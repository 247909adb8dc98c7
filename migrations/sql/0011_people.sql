-- What happens at the door, before anybody is known; and teams. See docs/decisions/0026 and 0027.

CREATE FUNCTION access.user_of_identity(provider_ text, subject_ text, known_as text) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(
    (SELECT user_id FROM public.identities WHERE provider = provider_ AND subject = subject_),
    -- By the claim the first time only: who has an identity at this provider is known by its subject.
    (SELECT u.id FROM public.users u WHERE u.oauth_uid = known_as
     AND NOT EXISTS (SELECT FROM public.identities i WHERE i.user_id = u.id AND i.provider = provider_)))
$$;

CREATE FUNCTION access.portal_bot() RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT id FROM public.users WHERE username = 'skyrelay' AND is_bot
$$;

CREATE FUNCTION access.passkey_of(credential bytea) RETURNS TABLE (user_id int, public_key bytea, sign_count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.user_id, p.public_key, p.sign_count FROM public.passkeys p WHERE p.credential_id = credential
$$;

CREATE FUNCTION access.passkey_used(credential bytea, counted bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE public.passkeys SET sign_count = counted, last_used_at = now() WHERE credential_id = credential
$$;

CREATE FUNCTION access.open_ceremony(secret bytea, kind_ text, payload_ jsonb, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.ceremonies (secret_sha256, kind, payload, expires_at) VALUES (secret, kind_, payload_, until)
$$;

CREATE FUNCTION access.take_ceremony(secret bytea, kind_ text) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM public.ceremonies WHERE secret_sha256 = secret AND kind = kind_ AND expires_at > now() RETURNING payload
$$;

-- A token bucket: 0 and one turn less, or the seconds to wait until there is one.
CREATE FUNCTION access.take_turn(bucket bytea, per_minute float8, burst float8) RETURNS float8
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE stands float8; moment timestamptz := clock_timestamp(); has float8; since timestamptz;
BEGIN
  INSERT INTO public.rate_buckets (key, turns, at) VALUES (bucket, burst, moment) ON CONFLICT (key) DO NOTHING;
  SELECT turns, at INTO has, since FROM public.rate_buckets WHERE key = bucket FOR UPDATE;
  stands := least(burst, has + greatest(0, extract(epoch FROM moment - since)) * per_minute / 60);
  UPDATE public.rate_buckets SET turns = CASE WHEN stands >= 1 THEN stands - 1 ELSE stands END, at = moment
  WHERE key = bucket;
  RETURN CASE WHEN stands >= 1 THEN 0 ELSE (1 - stands) * 60 / per_minute END;
END $$;

-- The invitation behind a link, while it can be used and whoever made it is still here.
CREATE FUNCTION access.invitation_of(secret bytea) RETURNS TABLE (id int, invited_by_id int, username text, acls text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.id, u.id, u.username, access.acls_of(u.id)
  FROM public.invitations i JOIN public.users u ON u.id = i.invited_by_id
  WHERE i.secret_sha256 = secret AND NOT i.used AND i.expires_at > now()
    AND (u.expiration_date IS NULL OR u.expiration_date > now())
$$;

-- Under the name of the account that was tried, so that its owner can see it; for no account, administrators can.
CREATE FUNCTION access.note_refused_login(name text, how text, why_ text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.history (user_id, action, kind, row_id, after, why)
  SELECT (SELECT u.id FROM public.users u WHERE u.username = name), 'log in refused', 'session', name,
    jsonb_build_object('by', how), why_
$$;

DROP FUNCTION access.open_session(bytea, int, timestamptz);
CREATE FUNCTION access.open_session(
  secret bytea, uid int, until timestamptz, how_ text, address_ text, agent_ text
) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO public.web_sessions (secret_sha256, user_id, expires_at, how, address, agent)
  VALUES (secret, uid, until, how_, address_, agent_)
$$;

-- Teams: known to whoever is in one of their groups, led by the administrators of these groups.
CREATE FUNCTION access.my_teams() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT tg.team_id FROM public.team_groups tg WHERE tg.group_id IN (SELECT access.my_groups())
  UNION SELECT t.id FROM public.teams t WHERE t.created_by_id = (SELECT access.me())
$$;

CREATE FUNCTION access.my_led_teams() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT tg.team_id FROM public.team_groups tg WHERE tg.group_id IN (SELECT access.my_admin_groups())
  UNION SELECT t.id FROM public.teams t WHERE t.created_by_id = (SELECT access.me())
    AND NOT EXISTS (SELECT FROM public.team_groups tg WHERE tg.team_id = t.id)
$$;

CREATE FUNCTION access.team_groups_of(ids int[]) RETURNS TABLE (team_id int, group_id int, name text, nickname text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT tg.team_id, g.id, g.name, g.nickname FROM public.team_groups tg JOIN public.groups g ON g.id = tg.group_id
  WHERE tg.team_id = ANY (ids)
    AND (current_setting('role', true) IS DISTINCT FROM 'skyrelay_web' OR tg.team_id IN (SELECT access.my_teams()))
  ORDER BY tg.team_id, g.name, g.id
$$;

CREATE FUNCTION access.team_people_of(ids int[]) RETURNS TABLE (team_id int, user_id int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT tg.team_id, gu.user_id
  FROM public.team_groups tg JOIN public.group_users gu ON gu.group_id = tg.group_id
  WHERE tg.team_id = ANY (ids)
    AND (current_setting('role', true) IS DISTINCT FROM 'skyrelay_web' OR tg.team_id IN (SELECT access.my_teams()))
$$;

CREATE OR REPLACE FUNCTION access.sweep(events_before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n bigint; total bigint := 0;
BEGIN
  DELETE FROM public.outbox WHERE at < events_before;
  GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
  DELETE FROM public.web_sessions WHERE expires_at < now();
  GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
  DELETE FROM public.login_links WHERE expires_at < now() - interval '1 day';
  GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
  DELETE FROM public.ceremonies WHERE expires_at < now();
  GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
  DELETE FROM public.rate_buckets WHERE at < now() - interval '1 day';
  GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
  RETURN total;
END $$;
