"""What the errands service does: one module a thing, each with ``KINDS``, a tuple of :class:`app.errands.Kind`."""
