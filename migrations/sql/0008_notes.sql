-- Whether the principal reads the row that a note, a reminder or a notification is about: row security of that row's
-- own table answers, since this runs as whoever asks. The names are SkyPortal's resource types.
CREATE FUNCTION access.reads(kind text, row_id text) RETURNS bool
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
  CASE kind
    WHEN 'source' THEN RETURN EXISTS (SELECT FROM public.objs WHERE id = row_id);
    WHEN 'photometry' THEN RETURN EXISTS (SELECT FROM public.photometry WHERE id = row_id::bigint);
    WHEN 'spectra' THEN RETURN EXISTS (SELECT FROM public.spectra WHERE id = row_id::bigint);
    WHEN 'shift' THEN RETURN EXISTS (SELECT FROM public.shifts WHERE id = row_id::bigint);
    WHEN 'comment' THEN RETURN EXISTS (SELECT FROM public.comments WHERE id = row_id::bigint);
    WHEN 'resource_comment' THEN RETURN EXISTS (SELECT FROM public.resource_comments WHERE id = row_id::bigint);
    WHEN 'followup_request' THEN RETURN EXISTS (SELECT FROM public.followup_requests WHERE id = row_id::bigint);
    WHEN 'reminder' THEN RETURN EXISTS (SELECT FROM public.reminders WHERE id = row_id::bigint);
    WHEN 'source_notification' THEN
      RETURN EXISTS (SELECT FROM public.source_notifications n JOIN public.objs o ON o.id = n.obj_id
                     WHERE n.id = row_id::bigint);
    ELSE RETURN false;
  END CASE;
END $$;

-- Which of these users read a row. Each is asked as themselves, so that there is one rule and not a copy of it; it runs
-- with the rights of its caller, who as the portal's role may declare any principal anyway.
CREATE FUNCTION access.readers(kind text, row_id text, uids int[]) RETURNS int[]
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, public AS $$
DECLARE me text := current_setting('skyrelay.user_id', true); uid int; found int[] := '{}';
BEGIN
  FOREACH uid IN ARRAY uids LOOP
    PERFORM set_config('skyrelay.user_id', uid::text, true);
    IF access.reads(kind, row_id) THEN found := found || uid; END IF;
  END LOOP;
  PERFORM set_config('skyrelay.user_id', coalesce(me, ''), true);
  RETURN found;
END $$;

-- Tell users about a row, and wake those who look at the portal now. Nobody can speak in another's name.
CREATE FUNCTION access.notify(
  uids int[], kind_ text, text_ text, url_ text, subject_kind_ text, subject_id_ text
) RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH made AS (
    INSERT INTO public.notifications (user_id, by_id, kind, text, url, subject_kind, subject_id)
    SELECT DISTINCT u, access.me(), kind_, text_, url_, subject_kind_, subject_id_ FROM unnest(uids) AS u
    RETURNING id, user_id
  ), told AS (
    INSERT INTO public.outbox (kind, user_id, notification_id, payload)
    SELECT 'notification.new', user_id, id, jsonb_build_object('notification_id', id) FROM made
    RETURNING 1
  )
  SELECT count(*)::int FROM told
$$;

-- Notes, reminders and notifications whose subject is gone: nobody reads them any more, and they go too.
CREATE FUNCTION access.sweep_notes() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n bigint; total bigint := 0; t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['resource_comments','resource_annotations','reminders'] LOOP
    EXECUTE format('DELETE FROM public.%I WHERE NOT access.reads(resource_type, resource_id::text)', t);
    GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
  END LOOP;
  DELETE FROM public.notifications WHERE NOT access.reads(subject_kind, subject_id);
  GET DIAGNOSTICS n = ROW_COUNT; total := total + n;
  RETURN total;
END $$;
