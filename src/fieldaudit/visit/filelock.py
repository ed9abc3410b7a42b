"""A lock of the operating system on an open file; it ends with its process, however that ended."""

import os
import sys

_FAR = 1 << 30
"""Where the locked byte lies: a lock on Windows also forbids reading, and the text must be read."""

if sys.platform == "win32":
    import msvcrt

    def lock(handle: int) -> bool:
        """Lock an open file at once; False when another one has it locked.

        Raises:
            OSError: nothing can be locked there.
        """
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def lock(handle: int) -> bool:
        """Lock an open file at once; False when another one has it locked.

        Raises:
            OSError: nothing can be locked there.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
