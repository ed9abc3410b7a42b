from pathlib import Path

import pytest

from fieldaudit.store.whereabouts import Place, place_of, windows_share

TABLE = """22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
40 22 0:35 / /srv/share rw shared:2 - cifs //office/surveys rw
41 22 0:36 / /srv/share/local rw shared:3 - ext4 /dev/mapper/data rw
42 22 0:37 / /mnt/nfs\\040home rw shared:4 - nfs4 server:/home rw
43 22 8:17 / /media/li/KINGSTON rw shared:5 - vfat /dev/sdz1 rw
44 22 0:38 / /data/li/remote rw - fuse.sshfs li@host: rw
torn line
45 22 -
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/data/li/a.gpkg", None),
        ("/srv/shared/a.gpkg", None),
        ("/srv/share/a.gpkg", (Place.NETWORK, "/srv/share")),
        ("/srv/share/local/a.gpkg", None),
        ("/mnt/nfs home/a.gpkg", (Place.NETWORK, "/mnt/nfs home")),
        ("/media/li/KINGSTON/2022/a.gpkg", (Place.REMOVABLE, "/media/li/KINGSTON")),
        ("/data/li/remote/a.gpkg", (Place.NETWORK, "/data/li/remote")),
        ("/data/li/OneDrive - 工作专班/a.gpkg", (Place.CLOUD, "OneDrive")),
        ("/data/li/我的坚果云/核查/a.gpkg", (Place.CLOUD, "坚果云")),
        ("/data/li/BaiduSyncdisk/a.gpkg", (Place.CLOUD, "百度网盘")),
        ("/data/li/Dropbox (Personal)/a.gpkg", (Place.CLOUD, "Dropbox")),
        ("/data/li/onedriver/a.gpkg", None),
        ("/data/li/dropbox", None),
    ],
)
def test_a_place_is_known_by_its_mount_or_its_folders(path: str, expected: object) -> None:
    assert place_of(Path(path), mounts=TABLE) == expected


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Nutstore").mkdir()
    (tmp_path / "work").symlink_to(tmp_path / "Nutstore", target_is_directory=True)
    assert place_of(tmp_path / "work" / "a.gpkg", mounts="") == (Place.CLOUD, "坚果云")


def test_the_machine_itself_is_asked(tmp_path: Path) -> None:
    found = place_of(tmp_path / "a.gpkg")
    assert found is None or found[0] in Place


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\office\surveys\a.gpkg", True),
        (r"\\?\UNC\office\surveys\a.gpkg", True),
        (r"\\?\C:\surveys\a.gpkg", False),
        (r"C:\surveys\a.gpkg", False),
    ],
)
def test_a_windows_share_is_known_by_its_name(path: str, share: bool) -> None:
    assert windows_share(path) is share
