import json
from pathlib import Path

import pikepdf
import pytest

from fieldaudit.errors import Code
from fieldaudit.package.build import build_package
from fieldaudit.package.capsule import bytes_of, open_package
from fieldaudit.package.inside import changed_since
from fieldaudit.package.manifest import PRINTS_NAME
from fieldaudit.package.page_prints import changed_places
from tests.kit.content import a_batch
from tests.kit.packages import countersigned_bytes, signed_bytes


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed_bytes())
    return path


def flip(path: Path, raw: bytes, offset: int = 20) -> None:
    """Change one byte inside the stream whose bytes are `raw`."""
    data = bytearray(path.read_bytes())
    data[data.index(raw) + offset] ^= 1
    path.write_bytes(data)


def drawn_on(path: Path, number: int) -> bytes:
    with pikepdf.open(path) as pdf:
        return pdf.pages[number - 1].obj.Contents.read_raw_bytes()


def photo_of(path: Path) -> tuple[int, str, bytes]:
    """Return page, name and bytes of the first photo."""
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            for name, image in page.obj.Resources.get("/XObject", {}).items():
                return number, name, image.read_raw_bytes()
    raise LookupError


@pytest.mark.parametrize("data", [signed_bytes, countersigned_bytes])
def test_signing_changes_no_page(tmp_path: Path, data) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data())
    assert changed_since(path) == ()


@pytest.mark.parametrize("number", [1, 4, 10])
def test_a_changed_page_is_named(package: Path, number: int) -> None:
    flip(package, drawn_on(package, number))
    problems = [(each.code, each.where) for each in changed_since(package)]
    assert problems == [(Code.PAGE_CHANGED, str(number))]


def test_a_changed_photo_is_named_with_its_site(package: Path) -> None:
    number, name, raw = photo_of(package)
    flip(package, raw, 200)
    with pikepdf.open(package) as pdf:
        told = json.loads(bytes_of(pdf, PRINTS_NAME))["pages"][number - 1]["photos"]
    label, _ = told[name.removeprefix("/FormXob.")]
    problems = changed_since(package)
    assert {each.code for each in problems} == {Code.PHOTO_CHANGED}
    assert problems[0].where == str(number)
    assert problems[0].params["photos"] == f"RES-0012 {label}"


def test_every_page_is_told_with_its_site(package: Path) -> None:
    with open_package(package) as pdf:
        pages = json.loads(bytes_of(pdf, PRINTS_NAME))["pages"]
        assert [each["page"] for each in pages] == list(range(1, len(pdf.pages) + 1))
    assert {each["site"] for each in pages} == {"RES-0012"}


def test_a_batch_tells_which_site_each_page_is_of(tmp_path: Path) -> None:
    build_package(a_batch(3), tmp_path / "a.pdf", identity=None)
    with open_package(tmp_path / "a.pdf") as pdf:
        sites = [each["site"] for each in json.loads(bytes_of(pdf, PRINTS_NAME))["pages"]]
    order = [site for site, before in zip(sites, [None, *sites], strict=False) if site != before]
    assert order == ["", "RES-0001", "RES-0002", "RES-0003", ""]


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"{}",
        b'{"pages":1}',
        b'{"pages":[1]}',
        b'{"pages":[{"page":"x","site":"","sha256":"","photos":{}}]}',
        b'{"pages":[{"page":1,"site":"","sha256":"","photos":{"a":[]}}]}',
        b"[" * 100_000,
    ],
)
def test_a_list_of_another_shape_tells_nothing(package: Path, told: bytes) -> None:
    with open_package(package) as pdf:
        assert changed_places(pdf, told) == ()


def test_a_page_that_is_gone_is_named(package: Path) -> None:
    with open_package(package) as pdf:
        told = bytes_of(pdf, PRINTS_NAME)
        del pdf.pages[9]
        assert [each.where for each in changed_places(pdf, told)] == ["10"]
