from pathlib import Path

import pytest

from fieldaudit.actions import coverage, surveys
from fieldaudit.actions.changes import Silent
from fieldaudit.errors import BadInput, Cancelled, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit, site_id
from tests.unit.actions.logs import a_log


def write_log(folder: Path, name: str = "log.txt", content: bytes | None = None) -> Path:
    file = folder / name
    file.write_bytes(a_log() if content is None else content)
    return file


def test_every_row_of_a_log_is_accounted_for(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit, file = a_visit(survey), write_log(tmp_path)
    (reading,) = coverage.import_logs(survey, visit=visit, files=[file], author=author).value
    assert reading.read == reading.kept + sum(reading.rejected.values())
    assert reading.read == len(file.read_bytes().splitlines()) - 1
    (again,) = coverage.readings_of(survey, visit=visit)
    assert again == reading
    assert surveys.info(survey).records["log"] == 1


def test_coverage_is_judged_by_the_survey_s_thresholds(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey)
    assert coverage.coverage_of(survey, visit=visit) is None
    coverage.import_logs(survey, visit=visit, files=[write_log(tmp_path)], author=author)
    found = coverage.coverage_of(survey, visit=visit)
    assert found is not None
    assert (found.limits.rsrp, found.limits.sinr, found.limits.share) == (-105, -3, 0.95)
    assert {row.operator for row in found.rows} == {"cm", "ct"}
    assert all(0 < row.low < row.share <= row.high <= 1 for row in found.rows)


def test_limits_fall_back_to_the_usual_ones() -> None:
    assert coverage.limits({"P1.rsrp": "-100", "P2.share": "80"}).rsrp == -100
    assert coverage.limits({"P2.share": "80"}).share == pytest.approx(0.8)
    assert coverage.limits({}).sinr == -3


def test_the_same_log_twice_is_recognised(survey: Survey, author: Author, tmp_path: Path) -> None:
    first = write_log(tmp_path)
    coverage.import_logs(survey, visit=a_visit(survey), files=[first], author=author)
    visit = a_visit(survey)
    before = surveys.info(survey).state
    renamed = write_log(tmp_path, "renamed.txt")
    fresh = write_log(tmp_path, "fresh.txt", a_log(2))
    with pytest.raises(BadInput) as caught:
        coverage.import_logs(survey, visit=visit, files=[fresh, renamed], author=author)
    assert caught.value.code is Code.LOG_KNOWN
    assert (caught.value.params["file"], caught.value.params["known"]) == ("renamed.txt", "log.txt")
    with pytest.raises(BadInput):
        coverage.import_logs(survey, visit=visit, files=[fresh, fresh], author=author)
    assert surveys.info(survey).state == before


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.LOG_EMPTY),
        (b"\x89PNG\0\0", Code.LOG_NOT_TEXT),
        (b"a,b\n1,2\n", Code.LOG_FORMAT_UNKNOWN),
    ],
)
def test_what_is_no_log_is_refused(
    content: bytes, code: Code, survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey)
    before = surveys.info(survey).state
    with pytest.raises(BadInput) as caught:
        coverage.import_logs(
            survey, visit=visit, files=[write_log(tmp_path, content=content)], author=author
        )
    assert caught.value.code is code
    assert surveys.info(survey).state == before


def test_a_log_needs_a_visit(survey: Survey, author: Author, tmp_path: Path) -> None:
    before = surveys.info(survey).state
    for visit in ("nowhere", site_id(survey)):
        with pytest.raises(BadInput) as caught:
            coverage.import_logs(survey, visit=visit, files=[write_log(tmp_path)], author=author)
        assert caught.value.code is Code.RECORD_UNKNOWN
    assert surveys.info(survey).state == before


def test_positions_are_converted_from_their_datum(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    plain, moved = a_visit(survey), a_visit(survey)
    coverage.import_logs(survey, visit=plain, files=[write_log(tmp_path)], author=author)
    shifted = write_log(tmp_path, "b.txt", a_log() + b"\r\n")
    coverage.import_logs(
        survey, visit=moved, files=[shifted], datum="gcj02", operator="cbn", author=author
    )
    ((one,), (two,)) = (coverage.readings_of(survey, visit=each) for each in (plain, moved))
    assert two.datum == "gcj02"
    assert {sample.operator for sample in two.samples} == {"cbn"}
    assert abs(one.samples[0].latitude - two.samples[0].latitude) > 0.001


class _Stopped(Silent):
    def cancelled(self) -> bool:
        return True


def test_stopping_leaves_nothing(survey: Survey, author: Author, tmp_path: Path) -> None:
    visit = a_visit(survey)
    before = surveys.info(survey).state
    with pytest.raises(Cancelled):
        coverage.import_logs(
            survey, visit=visit, files=[write_log(tmp_path)], author=author, progress=_Stopped()
        )
    assert surveys.info(survey).state == before
