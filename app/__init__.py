"""The portal: access, policies, publications, the API and the dashboard."""
