"""`digest` and `base64-decode`."""

import base64
import binascii
import hashlib

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import Type
from fieldaudit.form.xpath.functions.registry import Function, simple
from fieldaudit.form_codes import FormCode

_ALGORITHMS = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}


def _digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    """Return the hash of a text in Base64 or hexadecimal digits."""
    name, encoding = _ALGORITHMS.get(algorithm.upper()), encoding.lower()
    if name is None or encoding not in ("base64", "hex"):
        raise BadInput(FormCode.XPATH_DIGEST, algorithm=algorithm[:20], encoding=encoding[:20])
    # forms use digests to recognise answers, not to protect them
    made = hashlib.new(name, text.encode(), usedforsecurity=False)
    return made.hexdigest() if encoding == "hex" else base64.b64encode(made.digest()).decode()


def _decode(text: str) -> str:
    """Return the UTF-8 text in Base64; what is none gives the empty text."""
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode(
            "utf-8", errors="replace"
        )
    except (binascii.Error, ValueError):
        return ""


FUNCTIONS: dict[str, Function] = {
    "digest": simple("ttt", Type.TEXT, _digest, least=2),
    "base64-decode": simple("t", Type.TEXT, _decode),
}
"""Digest functions by name."""
