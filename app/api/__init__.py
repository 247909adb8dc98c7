"""The REST API: Tornado handlers, one file a resource, each only parses, calls and answers."""
