"""Timestamps over HTTP (RFC 3161), checked before they are used."""

import logging

from asn1crypto import cms, tsp
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from fieldaudit.errors import Code, Surroundings
from fieldaudit.package.fetch import fetch
from fieldaudit.package.token_form import Stamp, judge_token

_log = logging.getLogger(__name__)
_WRONG = (TypeError, ValueError, KeyError, TimestampRequestError, SigningError)


class AuthorityClock(TimeStamper):
    """A timestamping authority at an address that a person named."""

    def __init__(self, url: str) -> None:
        """Ask nothing yet."""
        super().__init__()  # type: ignore[no-untyped-call]
        self.url = url
        self.stamp: Stamp | None = None
        """What the last token said."""

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Ask the authority."""
        answer = fetch(self.url, body=req.dump(), kind="application/timestamp-query")
        try:
            found = tsp.TimeStampResp.load(answer, strict=True)
            # asn1crypto looks inside only when asked.
            found["status"]["status"].native  # noqa: B018
        except _WRONG as error:
            raise self._refused("RFC 3161") from error
        return found

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Return a token for a digest.

        Raises:
            Surroundings: NETWORK_SILENT, NETWORK_ANSWER, TIMESTAMP_WRONG.
        """
        nonce, asked = self.request_cms(message_digest, md_algorithm)  # type: ignore[no-untyped-call]
        answer = await self.async_request_tsa_response(asked)
        status = answer["status"]["status"].native
        if status not in ("granted", "granted_with_mods"):
            raise self._refused(str(status))
        try:
            token = answer["time_stamp_token"]
            told = token["content"]["encap_content_info"]["content"].parsed
            if told["nonce"].native != nonce:
                raise self._refused("nonce")
            imprint = told["message_imprint"]
            if imprint["hash_algorithm"]["algorithm"].native != md_algorithm:
                raise self._refused("digest")
            if imprint["hashed_message"].native != message_digest:
                raise self._refused("digest")
            self.stamp = await judge_token(token, lambda _name: message_digest)
        except ValueError as error:
            raise self._refused(str(error)[:40]) from error
        except _WRONG as error:
            raise self._refused("RFC 3161") from error
        return token

    def _refused(self, reason: str) -> Surroundings:
        _log.info("timestamp refused: %s", reason)
        return Surroundings(Code.TIMESTAMP_WRONG, url=self.url, reason=reason)
