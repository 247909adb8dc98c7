"""The archive's HTTP API: frames by request, and their files behind signed addresses."""

from __future__ import annotations

import asyncio
import hmac
import logging

from tornado.iostream import StreamClosedError
from tornado.web import HTTPError

from followup.facilities.simulated import documents
from followup.facilities.simulated.handlers import PortalHandler

_LOG = logging.getLogger(__name__)


class FramesHandler(PortalHandler):
    """The archive's ``/frames/``."""

    def get(self) -> None:
        """Answer one page of frames."""
        request_id = self.number("REQNUM", self.number("request_id"))
        limit = max(1, min(self.number("limit", 100) or 100, 1000))
        offset = self.number("offset", 0) or 0
        total, found = self.observatory.store.frames(request_id, limit, offset)
        results = [documents.frame(one, self.base_url, self.observatory.signature(one["id"])) for one in found]
        query = {"REQNUM": str(request_id)} if request_id is not None else {}
        page = documents.Page(f"{self.base_url}/frames/", query, limit, offset, total)
        self.answer(page.document(results))


class FrameHandler(PortalHandler):
    """The archive's ``/frames/{id}/``."""

    def get(self, frame_id: str) -> None:
        """Answer one frame's record."""
        found = self.observatory.store.frame(int(frame_id))
        if found is None:
            raise HTTPError(404)
        self.answer(documents.frame(found, self.base_url, self.observatory.signature(found["id"])))


class DownloadHandler(PortalHandler):
    """A frame's bytes, behind a signed address and without the token, as the archive's storage gives them."""

    needs_token = False

    async def get(self, frame_id: str) -> None:
        """Answer the FITS file."""
        signature = self.get_query_argument("signature", "")
        if not hmac.compare_digest(signature, self.observatory.signature(int(frame_id))):
            self.refuse(403, {"detail": "The signature does not fit."})
            return
        found = self.observatory.store.frame(int(frame_id))
        if found is None:
            raise HTTPError(404)
        path = self.observatory.config.folder / "frames" / str(found["filename"])
        self.set_header("Content-Type", "application/fits")
        self.set_header("Content-Disposition", f'attachment; filename="{found["filename"]}"')
        try:
            await self.finish(await asyncio.to_thread(path.read_bytes))
        except StreamClosedError:
            _LOG.info("the client left during the download of %s", found["filename"])
