-- Observing runs and shifts: who leads a shift, and what moves with a run.

-- The shifts that the principal may change: those that they made or lead, and all of the groups that they administer.
CREATE FUNCTION access.my_shifts_to_lead() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 20 SET search_path = pg_catalog, public AS $$
  SELECT su.shift_id FROM public.shift_users su JOIN public.shifts s ON s.id = su.shift_id
  WHERE su.user_id = (SELECT access.me()) AND su.admin AND s.holder_id IN (SELECT access.my_groups())
  UNION
  SELECT s.id FROM public.shifts s
  WHERE s.owner_id = (SELECT access.me()) OR s.holder_id IN (SELECT access.my_admin_groups())
$$;
REVOKE EXECUTE ON FUNCTION access.my_shifts_to_lead FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_shifts_to_lead TO skyrelay_web, skyrelay_admin;

-- A run that is given to another group takes its assignments along.
CREATE FUNCTION access.run_moved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.assignments SET audience_id = NEW.audience_id WHERE run_id = NEW.id AND audience_id <> NEW.audience_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION access.run_moved FROM PUBLIC;
CREATE TRIGGER run_moved AFTER UPDATE OF audience_id ON public.observing_runs
  FOR EACH ROW EXECUTE FUNCTION access.run_moved();

-- A source that is saved or classified waits for the default requests of its group to be looked at. What was posted
-- once stays posted; what was refused is looked at again when there is something new.
CREATE FUNCTION access.source_for_defaults() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.default_followup_matches AS m (default_id, obj_id)
  SELECT DISTINCT d.id, n.obj_id FROM new_rows n
  JOIN public.default_followup_requests d ON d.group_id = n.holder_id
  WHERE n.active ORDER BY d.id, n.obj_id
  ON CONFLICT (default_id, obj_id) DO UPDATE SET state = 'waiting' WHERE m.state = 'refused';
  RETURN NULL;
END $$;
CREATE FUNCTION access.classification_for_defaults() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.default_followup_matches AS m (default_id, obj_id)
  SELECT DISTINCT d.id, n.obj_id FROM new_rows n
  JOIN public.sources s ON s.obj_id = n.obj_id AND s.active
  JOIN public.default_followup_requests d ON d.group_id = s.holder_id
  ORDER BY d.id, n.obj_id
  ON CONFLICT (default_id, obj_id) DO UPDATE SET state = 'waiting' WHERE m.state = 'refused';
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION access.source_for_defaults, access.classification_for_defaults FROM PUBLIC;
CREATE TRIGGER default_requests AFTER INSERT ON public.sources
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.source_for_defaults();
CREATE TRIGGER default_requests_again AFTER UPDATE ON public.sources
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.source_for_defaults();
CREATE TRIGGER default_requests AFTER INSERT ON public.classifications
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION access.classification_for_defaults();
