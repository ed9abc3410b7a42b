"""Signed packages, each built once for a whole test run, and ways to spoil them."""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from fieldaudit.package.build import build_package
from fieldaudit.package.countersign import countersign_package
from fieldaudit.visit.identity import Identity
from tests.kit.content import a_package
from tests.kit.identity import an_identity

NOW = datetime(2022, 8, 1, tzinfo=UTC)
KEYS = frozenset({an_identity().fingerprint})


@cache
def signed_bytes(*, signed: bool = True) -> bytes:
    """Return the example package, signed or not."""
    with TemporaryDirectory() as folder:
        out = Path(folder, "package.pdf")
        build_package(a_package(), out, identity=an_identity() if signed else None)
        return out.read_bytes()


@cache
def countersigned_bytes() -> bytes:
    """Return the example package with the street's signature after the inspector's."""
    with TemporaryDirectory() as folder:
        first, second = Path(folder, "first.pdf"), Path(folder, "second.pdf")
        first.write_bytes(signed_bytes())
        countersign_package(first, second, identity=reviewer(), now=NOW)
        return second.read_bytes()


def reviewer() -> Identity:
    """Return the street's reviewer."""
    return an_identity("王五", "审核员", "大竹林街道")


def gap(data: bytes) -> tuple[int, int]:
    """Return where the container of the first signature begins and ends, with its brackets."""
    found = re.search(rb"/ByteRange *\[ *0 +(\d+) +(\d+) +\d+", data)
    assert found
    return int(found[1]), int(found[2])


def repaint(path: Path, page: int) -> None:
    """Put other content on a page (from 0) by an incremental update, as an attacker would."""
    with path.open("rb+") as stream:
        writer = IncrementalPdfFileWriter(stream)
        reference, _ = writer.find_page_for_modification(page)
        content = generic.StreamObject(stream_data=b"0 0 1 rg 100 100 300 300 re f")
        reference.get_object()["/Contents"] = writer.add_object(content)
        writer.update_container(reference.get_object())
        writer.write_in_place()


def swap_file(path: Path, name: str, data: bytes) -> None:
    """Exchange an embedded file's bytes by an incremental update."""
    with path.open("rb+") as stream:
        writer = IncrementalPdfFileWriter(stream)
        for spec in (each.get_object() for each in writer.root["/AF"]):
            if spec["/UF"] == name:
                reference = spec["/EF"].raw_get("/F")
                held = reference.get_object()
                held._data, held._encoded_data = data, None
                held.pop("/Filter", None)
                writer.mark_update(reference.reference)
        writer.write_in_place()
