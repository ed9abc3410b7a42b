"""The outcome of reading."""

from fieldaudit.errors import Problem
from fieldaudit.form.reading import Reading
from fieldaudit.form_codes import FormCode


def test_no_form_and_nothing_to_say() -> None:
    assert Reading(None) == Reading(None, ())


def test_remarks_are_no_faults() -> None:
    fault, remark = Problem(FormCode.FORM_NAME_MISSING), Problem(FormCode.FORM_UNSUPPORTED)
    assert Reading(None, (remark, fault)).faults == (fault,)
