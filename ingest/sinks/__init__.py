"""Where candidates go: our own database, or any SkyPortal instance by REST."""
