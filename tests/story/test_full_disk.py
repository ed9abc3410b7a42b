"""A full disk stops a deed with one sentence; nothing is lost, and nothing half is left."""

import io
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from fieldaudit.actions import photos, reviews, surveys, visits
from fieldaudit.actions.writing import author_of
from fieldaudit.cli.main import run
from tests.kit.identity import PASSWORD
from tests.kit.office import a_visit, an_inspector, an_office, write_form
from tests.story.desk import Call, Desk

SURROUNDINGS = 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of 3 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", place], check=True)


def fill(disk: Path, left: int) -> None:
    """Leave `left` bytes free."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filling").write_bytes(bytes(free - left))


def test_a_full_disk_stops_every_deed_and_loses_nothing(
    template: Desk, small_disk: Path, call: Call
) -> None:
    shutil.copytree(template.folder, small_disk, dirs_exist_ok=True)
    desk = Desk(small_disk, template.visit)
    with surveys.open_survey(desk.survey) as survey:
        visits.sign_visits(survey, visits=[desk.visit], identity=an_inspector())
        reviews.accept(survey, visits=[desk.visit], author=author_of(an_office()))
        fresh = a_visit(survey)
    big = desk.folder.parent / "big.png"
    big.write_bytes(_noise())
    source = Path(shutil.copyfile(desk.survey, desk.folder.parent / "source.gpkg"))
    with surveys.open_survey(source) as survey:
        author = author_of(an_inspector())
        photos.add_photos(survey, visit=fresh, files=[big], author=author)
    key = ("--identity", desk.folder / "key.p12", "--password-file")
    who = (*key, _password(desk.folder.parent))
    form = write_form(desk.folder.parent)
    fill(small_disk, 200_000)
    before, files = desk.state(), desk.contents().keys()
    for words in (
        ("photo", "add", desk.survey, fresh, big),
        ("merge", desk.survey, source),
        ("survey", "new", desk.folder / "new.gpkg", "--form", form),
        ("survey", "backup", desk.survey, desk.folder),
        ("survey", "handover", desk.survey, desk.folder / "out.gpkg", "--unsealed"),
        ("package", "build", desk.survey, desk.folder / "out.pdf", *who),
    ):
        answer = call(*words)
        assert (answer.code, answer.error) == (SURROUNDINGS, "DISK_FULL"), (words, answer)
        assert desk.state() == before, words
        assert desk.contents().keys() == files, words
    (small_disk / "filling").unlink()
    assert run(["photo", "add", str(desk.survey), fresh, str(big), "--json"]) == 0


def _noise() -> bytes:
    pixels = random.Random(1).randbytes(640 * 480 * 3)
    out = io.BytesIO()
    Image.frombytes("RGB", (640, 480), pixels).save(out, "PNG")
    return out.getvalue()


def _password(folder: Path) -> Path:
    file = folder / "password.txt"
    file.write_text(PASSWORD, "utf-8")
    return file
