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
-- nobody can write more. Holders, owners and instruments are looked for by skipping through the few different values
-- of ix_photometry_whose.
CREATE FUNCTION access.photometry_left() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
  WHEN 'policy_versions' THEN
    found := EXISTS (SELECT FROM public.photometry p JOIN old_rows o ON p.policy_version_id = o.id);
  ELSE
    WITH RECURSIVE seen AS (
      (SELECT audience_id, holder_id, owner_id, instrument_id FROM public.photometry ORDER BY 1, 2, 3, 4 LIMIT 1)
      UNION ALL
      SELECT n.* FROM seen s CROSS JOIN LATERAL (
        SELECT p.audience_id, p.holder_id, p.owner_id, p.instrument_id FROM public.photometry p
        WHERE (p.audience_id, p.holder_id, p.owner_id, p.instrument_id)
            > (s.audience_id, s.holder_id, s.owner_id, s.instrument_id)
        ORDER BY 1, 2, 3, 4 LIMIT 1) AS n)
    SELECT EXISTS (
      SELECT FROM seen s JOIN old_rows o ON o.id = CASE TG_TABLE_NAME
        WHEN 'groups' THEN s.holder_id WHEN 'users' THEN s.owner_id ELSE s.instrument_id END)
    INTO found;
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
