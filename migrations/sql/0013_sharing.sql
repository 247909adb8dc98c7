-- Which sharing services are whose: asked by the policies of several tables, which must not ask one another.
CREATE FUNCTION access.my_sharing_services() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 20 SET search_path = pg_catalog, public AS $$
  SELECT s.sharing_service_id FROM public.sharing_service_groups s WHERE s.group_id IN (SELECT access.my_groups())
$$;

CREATE FUNCTION access.my_owned_sharing_services() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 20 SET search_path = pg_catalog, public AS $$
  SELECT s.sharing_service_id FROM public.sharing_service_groups s
  WHERE s.owner AND s.group_id IN (SELECT access.my_groups())
$$;

-- Made by me, and given to no group yet.
CREATE FUNCTION access.my_new_sharing_services() RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 1 SET search_path = pg_catalog, public AS $$
  SELECT s.id FROM public.sharing_services s WHERE s.owner_id = (SELECT access.me())
    AND NOT EXISTS (SELECT FROM public.sharing_service_groups g WHERE g.sharing_service_id = s.id)
$$;

CREATE FUNCTION access.service_of_group(service_group_id int) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT s.sharing_service_id FROM public.sharing_service_groups s WHERE s.id = service_group_id
$$;

CREATE FUNCTION access.group_of_service_group(service_group_id int) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public AS $$
  SELECT s.group_id FROM public.sharing_service_groups s WHERE s.id = service_group_id
$$;

REVOKE EXECUTE ON FUNCTION access.my_sharing_services(), access.my_owned_sharing_services(),
  access.my_new_sharing_services(), access.service_of_group(int), access.group_of_service_group(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.my_sharing_services(), access.my_owned_sharing_services(),
  access.my_new_sharing_services(), access.service_of_group(int), access.group_of_service_group(int)
  TO skyrelay_web, skyrelay_admin;

-- A source newly saved to a group that publishes of itself is wished to be published, by whatever way it was saved.
CREATE FUNCTION access.share_of_itself() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO public.errands (kind, key, payload, owner_id, holder_id)
  SELECT DISTINCT ON (g.id, n.obj_id) 'sharing.auto', g.id || ' ' || n.obj_id,
    jsonb_build_object('obj_id', n.obj_id, 'service_group_id', g.id), p.user_id, g.group_id
  FROM new_rows n
  JOIN public.sharing_service_groups g ON g.group_id = n.holder_id AND (g.auto_share_to_tns OR g.auto_share_to_hermes)
  JOIN public.sharing_service_auto_publishers p ON p.sharing_service_group_id = g.id
  WHERE n.active
  ORDER BY g.id, n.obj_id, p.user_id = n.owner_id DESC, p.id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER share_of_itself AFTER INSERT ON public.sources REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION access.share_of_itself();
