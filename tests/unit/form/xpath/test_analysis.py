import pytest

from fieldaudit.form.xpath.expression import compile_expression

HERE = "/data/person/age"


def reads(text: str) -> set[str]:
    return set(compile_expression(text).references.resolve(HERE))


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("1 + 2", set()),
        (".", {HERE}),
        ("../name = 'x' or /data/a", {"/data/person/name", "/data/a"}),
        ("/data/person[age > 3]/name", {"/data/person/age", "/data/person/name"}),
        ("/data/person[. = current()/../name]", {"/data/person", "/data/person/name"}),
        ("count(/data/person)", {"/data/person"}),
        ("sum(/data/*/age)", {"/data/*/age"}),
        ("//age", {"/**/*/age", "/age"}),
        ("following-sibling::x", {"/data/person/x"}),
        ("/data/a/@id", {"/data/a/@id"}),
        ("ancestor::data", {"/**/data"}),
        ("string-length()", {HERE}),
        ("if(../a, ../b, ../c)", {"/data/person/a", "/data/person/b", "/data/person/c"}),
        ("-(../a) + (../b)[1]", {"/data/person/a", "/data/person/b"}),
        (
            "indexed-repeat(/data/person/name, /data/person, ../i)",
            {
                "/data/person/name",
                "/data/person",
                "/data/person/i",
            },
        ),
        ("instance('c')/root/item[name = /data/city]/label", {"/data/city"}),
        ("instance('c')/root/item[name = current()/../a]", {"/data/person/a"}),
    ],
)
def test_what_an_expression_reads(text: str, paths: set[str]) -> None:
    assert reads(text) == paths


def test_flags() -> None:
    flags = {
        "position": ["position(..)", "../a[last()]", "indexed-repeat(/a, /b, 1)"],
        "clock": ["today()", "now() > 1"],
        "once": ["once(uuid())"],
        "random": ["random()", "uuid()", "randomize(/a)"],
        "language": ["jr:itext('x')", "jr:choice-name(., '/a')"],
    }
    for flag, expressions in flags.items():
        for text in expressions:
            assert getattr(compile_expression(text).references, flag), text
            assert not getattr(compile_expression("/data/a + 1").references, flag)
    assert not compile_expression("randomize(/a, 3)").references.random


def test_instances_and_parameters() -> None:
    references = compile_expression(
        "instance('c')/root/item[1] or parameter('P6.low') or pulldata('t', 'a', 'b', 'c')"
    ).references
    assert references.instances == {"c", "t"}
    assert references.parameters == {"P6.low"}
