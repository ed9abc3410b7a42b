"""Where a survey file lies: on another machine, in a folder that a service syncs, on a stick.

SQLite's locks and its log do not hold on a network share; a sync service uploads a half-written
file, or brings an old one back; a stick is pulled out. Knows paths and mounts, not surveys.
"""

import os
import re
import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path, PurePath, PureWindowsPath

MOUNTS = Path("/proc/self/mountinfo")
"""The mount table of Linux, as proc(5) describes it."""

_NETWORK = re.compile(
    "9p|afpfs|afs|beegfs|ceph|cifs|coda|davfs|glusterfs|gfs2|lustre|ncpfs|nfs|nfs4|ocfs2|orangefs|"
    "prl_fs|smb3|smbfs|vboxsf|vmhgfs|webdav|"
    r"fuse\.(curlftpfs|davfs|davfs2|glusterfs|rclone|s3fs|sshfs|vmhgfs-fuse)"
)
_MARKERS = {
    "Dropbox": re.compile(r"dropbox( \(.*\))?"),
    "OneDrive": re.compile(r"onedrive( ?- ?.*)?"),
    "Google Drive": re.compile(r"google ?drive|googledrive-.*|谷歌云端硬盘"),
    "iCloud": re.compile(r"icloud ?drive|iclouddrive|com~apple~clouddocs"),
    "坚果云": re.compile(r"坚果云.*|我的坚果云|nutstore( files)?"),
    "百度网盘": re.compile(r"百度(网盘|云)(同步.*|下载)?|baidu(netdisk|syncdisk|yun).*"),
    "腾讯微云": re.compile(r"腾讯微云|微云(同步.*)?|weiyun.*"),
    "阿里云盘": re.compile(r"阿里云盘.*|aliyundrive|adrive"),
    "WPS 云盘": re.compile(r"wps ?云盘|wps ?cloud ?files|wpsdrive"),
    "Nextcloud": re.compile(r"nextcloud|owncloud"),
    "Box": re.compile(r"box ?sync|box-box"),
}
_UNC = re.compile(r"[\\/]{2}(?![?.][\\/])|[\\/]{2}\?[\\/]UNC[\\/]", re.IGNORECASE)
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4


class Place(Enum):
    """What is doubtful about where a file lies."""

    NETWORK = "network"
    CLOUD = "cloud"
    REMOVABLE = "removable"


def place_of(path: Path, *, mounts: str | None = None) -> tuple[Place, str] | None:
    """Return what is doubtful about the place of a file, and its name; None for a local disk.

    Args:
        path: the file; it need not exist yet.
        mounts: a mount table to go by; the machine's own when None.
    """
    whole = path.absolute()
    resolved = _resolved(whole)
    service = _service(whole) or _service(resolved)
    if service:
        return Place.CLOUD, service
    if sys.platform == "win32":
        return _windows(str(resolved))
    if _UNC.match(str(path)):
        return Place.NETWORK, str(path)
    return _mounted(resolved, _table() if mounts is None else mounts)


def windows_share(path: str) -> bool:
    """Tell whether a path names a share of another machine (UNC)."""
    return bool(_UNC.match(path))


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _service(path: PurePath) -> str:
    """Return the sync service that one of the folders above a file is named after."""
    for step in path.parts[:-1]:
        for name, marker in _MARKERS.items():
            if marker.fullmatch(step.casefold()):
                return name
    return ""


def _table() -> str:
    try:
        return MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def _mounted(path: Path, table: str) -> tuple[Place, str] | None:
    found = max(
        (mount for mount in _mounts(table.splitlines()) if path.is_relative_to(mount[0])),
        key=lambda mount: len(mount[0]),
        default=None,
    )
    if found is None:
        return None
    point, kind, source = found
    if _NETWORK.fullmatch(kind):
        return Place.NETWORK, point
    return (Place.REMOVABLE, point) if _loose(point, source) else None


def _mounts(lines: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """Yield (mount point, type, source) of each line of a mount table."""
    for line in lines:
        before, _, after = line.partition(" - ")
        left, right = before.split(" "), after.split(" ")
        if len(left) > 4 and len(right) > 1:  # noqa: PLR2004 - fields of proc(5)
            yield _plain(left[4]), right[0], _plain(right[1])


def _plain(text: str) -> str:
    """Undo the octal escapes of blanks in a mount table."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _loose(point: str, source: str) -> bool:
    """Tell whether a mount is a stick or a card: by where desktops mount it, or by the kernel."""
    if point.startswith(("/media/", "/run/media/")):
        return True
    name = os.path.basename(os.path.realpath(source)) if source.startswith("/dev/") else ""
    for disk in (name, re.sub(r"p?\d+$", "", name)):
        try:
            if disk and Path("/sys/block", disk, "removable").read_text().strip() == "1":
                return True
        except OSError:
            continue
    return False


def _windows(path: str) -> tuple[Place, str] | None:
    if windows_share(path):
        return Place.NETWORK, PureWindowsPath(path).drive
    root = PureWindowsPath(path).anchor
    kind = _drive_type(root)
    if kind == _DRIVE_REMOTE:
        return Place.NETWORK, root
    return (Place.REMOVABLE, root) if kind == _DRIVE_REMOVABLE else None


def _drive_type(root: str) -> int:
    """Ask Windows what a drive is (GetDriveTypeW); 0 where nobody knows."""
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    return 0
