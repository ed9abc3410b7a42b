"""SM3, the hash of GB/T 32905-2016, beside the SHA-256 that every other program knows."""

from cryptography.hazmat.primitives import hashes


def sm3(data: bytes) -> str:
    """Return the SM3 hash of `data`, hex."""
    digest = Sm3()
    digest.update(data)
    return digest.hexdigest()


class Sm3:
    """An SM3 hash under way."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._hash = hashes.Hash(hashes.SM3())

    def update(self, piece: bytes) -> None:
        """Add what follows."""
        self._hash.update(piece)

    def hexdigest(self) -> str:
        """End, and return the hash in hex."""
        return self._hash.finalize().hex()
