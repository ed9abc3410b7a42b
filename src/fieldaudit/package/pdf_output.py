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

    def hashed(self, data: bytes) -> "Future[str]":
        """Return the SHA-256 of `data`, hex, when somebody asks for it."""
        return self._hashing.of(data)

    def close(self) -> None:
        """Let the helper go; nothing is hashed after that."""
        self._hashing.close()

    def write(self, data: bytes) -> None:
        """Write what follows."""
        self._stream.write(data)
        self._hashing.add(data)
        self.place += len(data)


class _Hashing:
    """Hashes beside the work: the processor's other half has nothing else to do."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._going: deque[Future[str] | Future[None]] = deque()
        self._digest = hashlib.sha256()
        self._pieces: list[bytes] = []
        self._waiting = 0

    def add(self, data: bytes) -> None:
        self._pieces.append(data)
        self._waiting += len(data)
        if self._waiting > _AT_ONCE:
            self._go_on()

    def of(self, data: bytes) -> "Future[str]":
        made = self._worker.submit(lambda: hashlib.sha256(data).hexdigest())
        self._going.append(made)
        return made

    def whole(self) -> "hashlib._Hash":
        self._go_on().result()
        return self._digest.copy()

    def close(self) -> None:
        self._worker.shutdown()

    def _go_on(self) -> "Future[None]":
        pieces, self._pieces, self._waiting = self._pieces, [], 0
        while len(self._going) > _AHEAD:  # what waits stays in memory: it must not pile up
            self._going.popleft().result()
        made = self._worker.submit(self._update, pieces)
        self._going.append(made)
        return made

    def _update(self, pieces: list[bytes]) -> None:
        for piece in pieces:
            self._digest.update(piece)
