"""What the sky and a site allow: positions, darkness, weather. Pure functions, no database, no network."""
