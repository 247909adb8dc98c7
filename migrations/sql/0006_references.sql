-- What photometry refers to, kept by triggers of whole statements: a foreign key looks up and locks its parent once a
-- row, seven of them cost two thirds of an insert. See docs/decisions/0020-bulk-photometry.md.

-- The photometry side: each different value is looked up once and locked FOR KEY SHARE, as a foreign key would, so that
-- nobody can delete it before this transaction ends. Also where an update leaves it alone: photometry_left relies on
-- every writer holding these locks.
CREATE FUNCTION access.photometry_refers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  obj_ids text[]; audience_ids bigint[]; holder_ids int[]; owner_ids int[]; instrument_ids int[]; version_ids int[];
  request_ids int[]; lacking text;
BEGIN
  SELECT array_agg(DISTINCT obj_id), array_agg(DISTINCT audience_id), array_agg(DISTINCT holder_id),
    array_agg(DISTINCT owner_id), array_agg(DISTINCT instrument_id),
    array_agg(DISTINCT policy_version_id) FILTER (WHERE policy_version_id IS NOT NULL),
    array_agg(DISTINCT followup_request_id) FILTER (WHERE followup_request_id IS NOT NULL)
  INTO obj_ids, audience_ids, holder_ids, owner_ids, instrument_ids, version_ids, request_ids
  FROM (SELECT DISTINCT obj_id, audience_id, holder_id, owner_id, instrument_id, policy_version_id, followup_request_id
        FROM new_rows) AS t;
  IF obj_ids IS NULL THEN RETURN NULL; END IF;
  IF cardinality(obj_ids) <> (SELECT count(*) FROM (
    SELECT FROM public.objs WHERE id = ANY (obj_ids) ORDER BY id FOR KEY SHARE) AS t) THEN lacking := 'objs';
  ELSIF cardinality(audience_ids) <> (SELECT count(*) FROM (
    SELECT FROM public.audiences WHERE id = ANY (audience_ids) ORDER BY id FOR KEY SHARE) AS t) THEN lacking := 'audiences';
  ELSIF cardinality(holder_ids) <> (SELECT count(*) FROM (
    SELECT FROM public.groups WHERE id = ANY (holder_ids) ORDER BY id FOR KEY SHARE) AS t) THEN lacking := 'groups';
  ELSIF cardinality(owner_ids) <> (SELECT count(*) FROM (
    SELECT FROM public.users WHERE id = ANY (owner_ids) ORDER BY id FOR KEY SHARE) AS t) THEN lacking := 'users';
  ELSIF cardinality(instrument_ids) <> (SELECT count(*) FROM (
    SELECT FROM public.instruments WHERE id = ANY (instrument_ids) ORDER BY id FOR KEY SHARE) AS t) THEN lacking := 'instruments';
  ELSIF version_ids IS NOT NULL AND cardinality(version_ids) <> (SELECT count(*) FROM (
    SELECT FROM public.policy_versions WHERE id = ANY (version_ids) ORDER BY id FOR KEY SHARE) AS t) THEN lacking := 'policy_versions';
  ELSIF request_ids IS NOT NULL AND cardinality(request_ids) <> (SELECT count(*) FROM (
    SELECT FROM public.followup_requests WHERE id = ANY (request_ids) ORDER BY id FOR KEY SHARE) AS t) THEN lacking := 'followup_requests';
  END IF;
  IF lacking IS NOT NULL THEN
    RAISE EXCEPTION 'photometry refers to a row of % that does not exist', lacking USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER photometry_refers_inserted AFTER INSERT ON public.photometry REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.photometry_refers();
CREATE TRIGGER photometry_refers_updated AFTER UPDATE ON public.photometry REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION access.photometry_refers();

-- The other side. The deletion has locked the rows: whoever wrote photometry that refers to them has committed, which
-- the statements here see (READ COMMITTED takes a new snapshot for each; an older one would not, so it is refused), and
-- nobody can write more. Audiences, holders, owners and instruments are looked for by ix_photometry_whose, which says
-- in which stretches of the table they may be; the planner would rather begin to read the whole of it, in the hope of
-- an early find, where mostly there is none.
CREATE FUNCTION access.photometry_left() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE found bool := false;
BEGIN
  IF NOT EXISTS (SELECT FROM old_rows) THEN RETURN NULL; END IF;
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'what photometry refers to can be deleted in READ COMMITTED only' USING ERRCODE = 'feature_not_supported';
  END IF;
  CASE TG_TABLE_NAME
  WHEN 'objs' THEN
    DELETE FROM public.photometry p USING old_rows o WHERE p.obj_id = o.id;
  WHEN 'followup_requests' THEN
    UPDATE public.photometry p SET followup_request_id = NULL FROM old_rows o WHERE p.followup_request_id = o.id;
  WHEN 'audiences' THEN
    found := EXISTS (SELECT FROM public.photometry p JOIN old_rows o ON p.audience_id = o.id);
  WHEN 'groups' THEN
    found := EXISTS (SELECT FROM public.photometry p JOIN old_rows o ON p.holder_id = o.id);
  WHEN 'users' THEN
    found := EXISTS (SELECT FROM public.photometry p JOIN old_rows o ON p.owner_id = o.id);
  WHEN 'instruments' THEN
    found := EXISTS (SELECT FROM public.photometry p JOIN old_rows o ON p.instrument_id = o.id);
  ELSE
    found := EXISTS (SELECT FROM public.photometry p JOIN old_rows o ON p.policy_version_id = o.id);
  END CASE;
  IF found THEN
    RAISE EXCEPTION 'photometry refers to a row of %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- An id that photometry may refer to is never given to anything else.
CREATE FUNCTION access.photometry_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the id of a row of % cannot change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION access.photometry_emptied() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM public.photometry) THEN
    RAISE EXCEPTION 'photometry refers to rows of %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE parent text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['objs', 'audiences', 'groups', 'users', 'instruments', 'policy_versions', 'followup_requests'] LOOP
    EXECUTE format('CREATE TRIGGER photometry_left AFTER DELETE ON public.%I REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION access.photometry_left()', parent);
    EXECUTE format('CREATE TRIGGER photometry_renamed BEFORE UPDATE OF id ON public.%I FOR EACH ROW
                    WHEN (OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION access.photometry_renamed()', parent);
    EXECUTE format('CREATE TRIGGER photometry_emptied AFTER TRUNCATE ON public.%I
                    FOR EACH STATEMENT EXECUTE FUNCTION access.photometry_emptied()', parent);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION access.photometry_refers, access.photometry_left, access.photometry_renamed,
  access.photometry_emptied FROM PUBLIC;

-- Ids are taken before the rows are stored, so that the answer tells new rows from known ones by a number alone.
GRANT USAGE ON SEQUENCE public.photometry_id_seq TO skyrelay_web, skyrelay_ingest, skyrelay_followup, skyrelay_admin;

-- Many points, most of them new: first as if all were, which spares each its look-up; where one is known after all,
-- the careful way. In one function, so that a known point is no error in the server's log, with megabytes beside it.
-- Runs with the caller's own rights, who could send either statement as well; $1 are the values.
CREATE FUNCTION access.store_unless_known(plain text, careful text, given text[]) RETURNS TABLE (ids text, made text)
LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  BEGIN
    RETURN QUERY EXECUTE plain USING given;
    RETURN;
  EXCEPTION WHEN unique_violation THEN
    NULL;
  END;
  RETURN QUERY EXECUTE careful USING given;
END $$;
REVOKE EXECUTE ON FUNCTION access.store_unless_known FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.store_unless_known TO skyrelay_web, skyrelay_ingest, skyrelay_followup, skyrelay_admin;
