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
