"""The dashboard's files: the built bundle, with one page for all its client-side addresses."""

from __future__ import annotations

from pathlib import Path

import tornado.web

from app.api.headers import PAGE_POLICY, secure

NOT_BUILT = "The dashboard is not built yet: run `make web`, then load this page again. The API is at /api.\n"


class Page(tornado.web.StaticFileHandler):
    """Serves ``dist``; an address that is no file gets the application's page."""

    def set_extra_headers(self, path: str) -> None:
        """Allow nothing from elsewhere; keep hashed assets, never the page itself."""
        for name, value in secure(self.settings["https"], PAGE_POLICY).items():
            self.set_header(name, value)
        hashed = path.startswith("assets/")
        self.set_header("Cache-Control", "public, max-age=31536000, immutable" if hashed else "no-cache")

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Fall back to the application's page where there is no such file."""
        if not Path(root, "index.html").exists():
            self.set_status(503)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(NOT_BUILT)
            return None
        if not Path(absolute_path).is_file() and "/assets/" not in absolute_path:
            absolute_path = str(Path(root, "index.html"))
            self.path = "index.html"
        return super().validate_absolute_path(root, absolute_path)
