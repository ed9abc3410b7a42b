from pathlib import Path

import pytest

from fieldaudit.actions import merges, surveys
from fieldaudit.actions.envelopes import is_envelope, open_envelope, unwrapped
from fieldaudit.actions.handovers import handover_to
from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.merge.offers import offered
from fieldaudit.store.survey import Survey
from fieldaudit.visit import envelope
from fieldaudit.visit.identity import Identity
from tests.kit.office import a_visit, an_inspector, an_office


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    file = tmp_path / "office.pem"
    file.write_text(an_office().certificate)
    return file


@pytest.fixture
def handed(survey: Survey, certificate: Path, tmp_path: Path) -> Path:
    out = tmp_path / "out.gpkg.enc"
    assert handover_to(survey, out, recipient=certificate, identity=an_inspector()).value.closes
    return out


def test_only_the_recipient_can_open_it(survey: Survey, handed: Path, tmp_path: Path) -> None:
    assert is_envelope(handed)
    assert not is_envelope(survey.path)
    assert not list(tmp_path.glob(".handover-*"))
    open_envelope(handed, tmp_path / "open.gpkg", identity=an_office())
    with surveys.open_survey(tmp_path / "open.gpkg", readonly=True) as opened:
        assert surveys.info(opened).state == surveys.info(survey).state
    with pytest.raises(BadInput) as caught:
        open_envelope(handed, tmp_path / "theirs.gpkg", identity=an_inspector())
    assert caught.value.code is Code.ENVELOPE_OTHER_KEY
    assert not (tmp_path / "theirs.gpkg").exists()


def test_it_merges_with_the_identity(survey: Survey, certificate: Path, tmp_path: Path) -> None:
    surveys.handover(survey, tmp_path / "theirs.gpkg", identity=None)
    with surveys.open_survey(tmp_path / "theirs.gpkg") as theirs:
        a_visit(theirs)
        handover_to(theirs, tmp_path / "theirs.enc", recipient=certificate, identity=None)
        state = surveys.info(theirs).state
    with pytest.raises(BadInput) as caught:
        merges.merge(survey, sources=[tmp_path / "theirs.enc"])
    assert caught.value.code is Code.ENVELOPE_CLOSED
    done = merges.merge(survey, sources=[tmp_path / "theirs.enc"], identity=an_office())
    assert (done.value.lost, done.value.sources[0].name) == (0, "theirs.enc")
    assert surveys.info(survey).state == state
    assert not list(tmp_path.glob(".open-*"))


def test_files_that_are_not_encrypted_need_nobody(survey: Survey, tmp_path: Path) -> None:
    sources = offered([survey.path, tmp_path / "none"])
    with unwrapped(sources, folder=tmp_path, identity=None) as files:
        assert files == sources


def test_one_that_cannot_be_opened_does_not_hold_up_the_others(
    survey: Survey, certificate: Path, tmp_path: Path
) -> None:
    surveys.handover(survey, tmp_path / "plain.gpkg", identity=None)
    for name in ("good.p7m", "torn.p7m"):
        handover_to(survey, tmp_path / name, recipient=certificate, identity=None)
    torn = (tmp_path / "torn.p7m").read_bytes()
    (tmp_path / "torn.p7m").write_bytes(torn[: len(torn) // 2])
    files = [tmp_path / name for name in ("torn.p7m", "plain.gpkg", "good.p7m")]

    def told(identity: Identity | None) -> list[Trouble | None]:
        balance = merges.merge(survey, sources=files, identity=identity).value
        return [each.problem.code if each.problem else None for each in balance.sources]

    assert told(None) == [Code.ENVELOPE_CLOSED, None, Code.ENVELOPE_CLOSED]
    assert told(an_inspector()) == [Code.ENVELOPE_DAMAGED, None, Code.ENVELOPE_OTHER_KEY]
    assert told(an_office()) == [Code.ENVELOPE_DAMAGED, None, None]


def test_what_is_no_survey_inside_leaves_nothing(certificate: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"Dear office, ..." * 20)
    envelope.wrap(tmp_path / "letter", tmp_path / "a.enc", certificate=an_office().certificate)
    with pytest.raises(BadInput) as caught:
        open_envelope(tmp_path / "a.enc", tmp_path / "a.gpkg", identity=an_office())
    assert caught.value.code is Code.SURVEY_NOT_SQLITE
    assert not (tmp_path / "a.gpkg").exists()
