import string

import pytest

from fieldaudit.codes import Code
from fieldaudit.form_codes import FormCode


@pytest.mark.parametrize("code", FormCode, ids=lambda code: code.name)
def test_a_code_is_a_chinese_sentence_with_plain_placeholders(code):
    assert code.value.endswith(("。", "？", "}", "）"))
    fields = [name for _, name, _, _ in string.Formatter().parse(code.value) if name is not None]
    assert all(name.isidentifier() for name in fields)


def test_no_kind_of_trouble_has_two_names():
    assert not {code.name for code in Code} & {code.name for code in FormCode}
    assert not {code.value for code in Code} & {code.value for code in FormCode}
