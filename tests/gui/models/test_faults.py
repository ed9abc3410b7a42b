from fieldaudit.errors import Problem
from fieldaudit.form.reading import Reading
from fieldaudit.form_codes import FormCode
from fieldaudit.gui.models.faults import Fault, faults

LIKE = Problem(FormCode.FORM_TYPE_LIKE, "survey!7", {"type": "intger", "like": "integer"})
COLUMN = Problem(
    FormCode.FORM_REFERENCE_STRANGE, "survey!9", {"column": "relevant", "name": "measurd"}
)
REMARK = Problem(FormCode.FORM_LABEL_MISSING, "choices!3", {"name": "a"})
WHOLE = Problem(FormCode.FORM_CYCLE, "", {"questions": "a, b"})


def test_the_place_has_columns_of_its_own() -> None:
    like, column, remark, whole = faults(Reading(None, (LIKE, COLUMN, REMARK, WHOLE)))
    assert like == Fault("survey", "7", True, "不认识的题型“intger”。是不是想写“integer”？")
    assert (column.row, column.words[:9]) == ("9", "relevant：")
    assert (remark.sheet, remark.row, remark.grave) == ("choices", "3", False)
    assert (whole.sheet, whole.row, whole.grave) == ("", "", True)
    assert "a, b" in whole.words
