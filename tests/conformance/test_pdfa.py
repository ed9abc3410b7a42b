"""Packages of every variant keep the rules of PDF/A-3b and are tagged, signed or not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from fieldaudit.package import structure
from fieldaudit.package.build import build_package
from fieldaudit.package.content import PackageContent
from fieldaudit.package.mail import build_mail
from fieldaudit.package.redaction import public
from fieldaudit.texts import Catalog
from tests.conformance import pdfa, tagged
from tests.kit.content import a_package, a_visit
from tests.kit.identity import an_identity
from tests.kit.packages import countersigned_bytes, signed_bytes
from tests.kit.pages import page_texts

RARE = "\U00030edd龘𠮷\U0001f3e2"


def _built(folder: Path, content: PackageContent) -> Path:
    out = folder / "package.pdf"
    build_package(content, out, identity=an_identity())
    return out


def _written(folder: Path, data: bytes) -> Path:
    out = folder / "package.pdf"
    out.write_bytes(data)
    return out


def _mailed(folder: Path) -> Path:
    out = folder / "package.pdf"
    build_mail(a_package(), out, identity=an_identity())
    return out


def _batch() -> PackageContent:
    visits = tuple(a_visit(f"RES-000{number}", f"示例小区{number}") for number in range(1, 5))
    return replace(a_package(), visits=visits)


def _rare() -> PackageContent:
    plain = a_package()
    (visit,) = plain.visits
    site = replace(visit.site, name=f"示例{RARE}小区", address="长" * 400)
    return replace(plain, visits=(replace(visit, site=site),), title=f"检查记录{RARE}")


VARIANTS: dict[str, Callable[[Path], Path]] = {
    "internal": lambda folder: _written(folder, signed_bytes()),
    "draft": lambda folder: _written(folder, signed_bytes(signed=False)),
    "countersigned": lambda folder: _written(folder, countersigned_bytes()),
    "public": lambda folder: _built(folder, public(a_package(), Catalog("zh"))),
    "mail": _mailed,
    "English": lambda folder: _built(folder, replace(a_package(), language="en")),
    "batch": lambda folder: _built(folder, _batch()),
    "rare": lambda folder: _built(folder, _rare()),
}


@pytest.fixture(params=VARIANTS)
def package(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return VARIANTS[request.param](tmp_path)


def test_every_variant_keeps_the_rules(package: Path) -> None:
    assert pdfa.breaches(package) == []


def test_every_variant_is_tagged(package: Path) -> None:
    assert tagged.breaches(package) == []


def test_a_long_package_is_tagged_without_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldaudit.package.pages.MOST_PAGES", 2)
    path = _built(tmp_path, _batch())
    assert tagged.breaches(path) == []
    with pikepdf.open(path) as pdf:
        roles = {tagged.role(each) for each in tagged.elements(pdf)}
    assert not roles & {"Table", "TR", "TD"}
    assert structure.MOST_PAGES > 2


def test_a_reader_hears_the_order_of_the_page(tmp_path: Path) -> None:
    path = _written(tmp_path, signed_bytes())
    with pikepdf.open(path) as pdf:
        every = tagged.elements(pdf)
        alts = [str(each.Alt) for each in every if "/Alt" in each]
    ranks = [tagged.role(each) for each in every if tagged.role(each).startswith("H")]
    assert ranks[0] == "H1"
    assert any(alt.startswith("照片 1") for alt in alts)
    assert any("RSRP" in alt for alt in alts)


def test_characters_outside_the_faces_are_shown_by_their_code_point(tmp_path: Path) -> None:
    said = re.sub(r"\s", "", "".join(page_texts(VARIANTS["rare"](tmp_path))))
    for letter in "𠮷\U0001f3e2":
        assert f"〓U+{ord(letter):04X}" in said
    assert RARE not in said


@pytest.fixture
def spoilt(tmp_path: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(_written(tmp_path, signed_bytes(signed=False))) as pdf:
        yield pdf


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (lambda pdf: pdf.Root.__setitem__("/AA", pikepdf.Dictionary()), "_objects"),
        (lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0]), "_colour"),
        (lambda pdf: pdf.Root.AF.__delitem__(0), "_files"),
        (lambda pdf: pdf.Root.AcroForm.__setitem__("/NeedAppearances", True), "_forms"),
        (lambda pdf: pdf.pages[0].contents_add(b"Q"), "_pages"),
    ],
)
def test_what_breaks_a_rule_is_found(
    spoilt: pikepdf.Pdf, spoil: Callable[[pikepdf.Pdf], None], rule: str
) -> None:
    check = getattr(pdfa, rule)
    assert list(check(spoilt)) == []
    spoil(spoilt)
    assert list(check(spoilt)) != []
