import string

import pytest

from fieldaudit.codes import Code


@pytest.mark.parametrize("code", Code, ids=lambda code: code.name)
def test_a_code_is_a_chinese_sentence_with_plain_placeholders(code):
    assert code.value.endswith(("。", "？", "}", "）"))
    fields = [name for _, name, _, _ in string.Formatter().parse(code.value) if name is not None]
    assert all(name.isidentifier() for name in fields)
