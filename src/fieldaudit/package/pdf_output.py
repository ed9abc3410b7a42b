"""Bytes on their way into a file, counted and hashed as they go."""

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import BinaryIO

_AT_ONCE = 1 << 18
"""Bytes that are hashed in one go."""
_AHEAD = 6
"""Pieces that may wait to be hashed."""


class Output:
    """A stream that knows its place and its hash."""

    def __init__(self, stream: BinaryIO) -> None:
        """Begin at the start of `stream`."""
        self.place = 0
        self._stream = stream
        self._hashing = _Hashing()

    @property
    def digest(self) -> "hashlib._Hash":
        """SHA-256 of the bytes so far."""
        return self._hashing.whole()

    def close(self) -> None:
        """Let the helper go; nothing is hashed after that."""
        self._hashing.close()

    def write(self, data: bytes) -> None:
        """Write what follows."""
        self._stream.write(data)
        self._hashing.add(data)
        self.place += len(data)

    def write_apart(self, data: bytes) -> "Future[str]":
        """Write what follows; return its own SHA-256, hex, for when somebody asks for it."""
        self._stream.write(data)
        self.place += len(data)
        return self._hashing.add_apart(data)


class _Hashing:
    """Hashes beside the work: the processor's other half has nothing else to do."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._going: deque[Future[str]] = deque()
        self._digest = hashlib.sha256()
        self._pieces: list[bytes] = []
        self._waiting = 0

    def add(self, data: bytes) -> None:
        self._pieces.append(data)
        self._waiting += len(data)
        if self._waiting > _AT_ONCE:
            self.add_apart(b"")

    def add_apart(self, data: bytes) -> "Future[str]":
        pieces, self._pieces, self._waiting = [*self._pieces, data], [], 0
        while len(self._going) > _AHEAD:  # what waits stays in memory: it must not pile up
            self._going.popleft().result()
        self._going.append(self._worker.submit(self._update, pieces))
        return self._going[-1]

    def whole(self) -> "hashlib._Hash":
        self.add_apart(b"").result()
        return self._digest.copy()

    def close(self) -> None:
        self._worker.shutdown()

    def _update(self, pieces: list[bytes]) -> str:
        """Add pieces to the hash of all; return the last one's own."""
        for piece in pieces:
            self._digest.update(piece)
        return hashlib.sha256(pieces[-1]).hexdigest()
