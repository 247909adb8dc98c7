"""The PostgreSQL that Skyrelay brings along, for machines where nobody runs one."""
