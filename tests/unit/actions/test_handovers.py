from pathlib import Path

import pytest

from fieldaudit.actions import surveys
from fieldaudit.actions.handovers import handover_to
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit import envelope
from tests.kit.office import an_inspector, an_office


def test_the_file_is_for_one_key_and_no_clear_copy_is_left(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "office.pem").write_text(an_office().certificate)
    out = tmp_path / "out.enc"
    done = handover_to(survey, out, recipient=tmp_path / "office.pem", identity=an_inspector())
    assert done.value.closes
    assert done.value.lost == 0
    assert envelope.is_envelope(out)
    assert b"SQLite" not in out.read_bytes()
    assert not list(tmp_path.glob(".handover-*"))
    envelope.unwrap(out, tmp_path / "clear.gpkg", identity=an_office())
    with surveys.open_survey(tmp_path / "clear.gpkg", readonly=True) as opened:
        assert surveys.info(opened).state == surveys.info(survey).state


def test_nothing_is_handed_over_to_nobody(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "bad.pem").write_text("not a certificate")
    before = surveys.info(survey)
    with pytest.raises(BadInput) as caught:
        handover_to(survey, tmp_path / "out", recipient=tmp_path / "bad.pem", identity=None)
    assert caught.value.code is Code.CERTIFICATE_UNREADABLE
    with pytest.raises(BadInput) as caught:
        handover_to(survey, tmp_path / "bad.pem", recipient=tmp_path / "bad.pem", identity=None)
    assert caught.value.code is Code.FILE_EXISTS
    assert surveys.info(survey) == before
