"""The one place that speaks to the network, for timestamps and revocation, when asked to.

Bounded in time and size, so that a slow or hostile server costs seconds, not a working day.
"""

import http.client
import time
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from fieldaudit.errors import BadInput, Code, Surroundings

LONGEST = 15.0
"""Seconds for a whole answer."""

_LARGEST = 16 << 20
_PIECE = 1 << 16


class _NoRedirect(HTTPRedirectHandler):
    """A redirect could lead to a file or to another machine than the person named."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Follow nothing."""


def fetch(
    url: str, *, body: bytes | None = None, kind: str = "", seconds: float = LONGEST
) -> bytes:
    """Return what a server answers; a body is posted as the media type `kind`.

    Raises:
        BadInput: NETWORK_ADDRESS for anything but http and https.
        Surroundings: NETWORK_SILENT when there is no answer, or none in time; NETWORK_ANSWER for a
            refusal or an answer that is too large.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadInput(Code.NETWORK_ADDRESS, url=url)
    request = Request(url, data=body, headers={"Content-Type": kind} if kind else {})  # noqa: S310
    try:
        return _read(request, time.monotonic() + seconds, seconds)
    except HTTPError as error:
        error.close()
        raise Surroundings(Code.NETWORK_ANSWER, url=url, reason=str(error.code)) from error
    except (URLError, OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        name = type(reason).__name__ if isinstance(reason, BaseException) else str(reason)
        raise Surroundings(Code.NETWORK_SILENT, url=url, reason=name) from error


def _read(request: Request, end: float, seconds: float) -> bytes:
    opener = build_opener(ProxyHandler(), _NoRedirect())
    found = bytearray()
    with opener.open(request, timeout=seconds) as answer:
        while piece := answer.read1(_PIECE):
            found += piece
            if time.monotonic() > end:
                raise TimeoutError
            if len(found) > _LARGEST:
                raise Surroundings(Code.NETWORK_ANSWER, url=request.full_url, reason="> 16 MiB")
    return bytes(found)
