import hashlib

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import blobs
from fieldaudit.store.revision import NotARevision
from fieldaudit.store.source import Row, open_source
from fieldaudit.store.survey import open_survey
from tests.kit.history import record_id
from tests.kit.identity import an_identity
from tests.kit.surveys import SURVEY, a_survey, fresh_id, introduce, revise, seal, tamper

NAME = hashlib.sha256(b"jpeg").digest()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.gpkg"
    with a_survey(path) as survey:
        revise(survey, record_id(1), {"name": "甲"})
        blobs.add(survey, b"jpeg")
        introduce(survey, an_identity())
        seal(survey, an_identity())
    return path


@pytest.fixture
def read(path):
    """Return a reader of the file as it is when it is asked."""
    opened = []

    def read():
        opened.append(open_source(path))
        return opened[-1]

    yield read
    for source in opened:
        source.survey.close()


def reasons(source) -> list[str]:
    return [reason for reason in map(reason_of, source.rows()) if reason]


def reason_of(row: Row) -> str:
    try:
        row.judge()
    except NotARevision as error:
        return str(error)
    return ""


def test_a_good_file_is_read_whole_and_left_alone(path, read):
    before = path.read_bytes()
    source = read()
    assert [row.judge().kind for row in source.rows()] == ["survey", "site", "person"]
    assert source.holds(SURVEY)
    assert not source.holds(fresh_id())
    assert list(source.blobs()) == [NAME]
    assert source.blob(NAME) == b"jpeg"
    (found,) = source.seals()
    assert found is not None
    assert found.author == an_identity().fingerprint
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("body = replace(body, '甲', '乙')", "hash"),
        ("hash = x'00'", "hash"),
        ("hash = null", "hash"),
        ("body = cast(x'ff' as text)", "hash"),
        ("body = cast(x'ff' as text), hash = sha(x'ff')", "not JSON"),
        ("body = '{}', hash = sha('{}')", "not the fields of a revision"),
        ("body = 5, hash = sha('5')", "not the fields of a revision"),
        ("body = null", "hash"),
        ("kind = 'visit'", "columns"),
        ("clock = 7", "columns"),
        ("clock = null", "columns"),
        ("author = 'somebody'", "columns"),
        ("record = x'00'", "columns"),
        ("id = x'00'", "columns"),
        ("id = 5", "columns"),
        ("id = null", "columns"),
    ],
)
def test_one_bad_row_is_judged_bad_and_the_others_good(path, read, damage, reason):
    loosen(path, f"update revision set {damage} where kind = 'site'")
    assert reasons(read()) == [reason]


def test_rows_that_were_swapped_are_bad_both(path, read):
    loosen(
        path,
        "create temp table swap as select id, body from revision",
        "update revision set body = (select body from swap where swap.id != revision.id"
        " order by swap.id limit 1) where kind != 'survey'",
    )
    assert reasons(read()) == ["hash", "hash"]


def test_a_huge_row_is_bad_and_the_others_good(path, read):
    loosen(path, "update revision set body = cast(zeroblob(17000000) as text) where kind = 'site'")
    assert reasons(read()) == ["hash"]


@pytest.mark.parametrize("damage", ["content = x'00'", "content = null", "content = 5"])
def test_a_blob_with_other_bytes_is_none(path, read, damage):
    loosen(path, f"update blob set {damage}")
    assert read().blob(NAME) is None


def test_a_blob_that_is_not_there_is_none(read):
    assert read().blob(bytes(32)) is None


@pytest.mark.parametrize("damage", ["body = '['", "author = cast(x'ff' as text)", "author = 'x'"])
def test_what_is_no_seal_is_none(path, read, damage):
    loosen(path, f"update seal set {damage}")
    assert list(read().seals()) == [None]


@pytest.mark.parametrize(
    "damage",
    [
        "create view spy as select 1",
        "create trigger spy after insert on sites begin select 1; end",
        "alter table photos add column spy",
    ],
)
def test_a_schema_that_is_not_the_known_one_is_refused(path, damage):
    tamper(path, damage)
    with pytest.raises(BadInput) as caught:
        open_source(path)
    assert caught.value.code is Code.SURVEY_SCHEMA


def test_a_tree_of_pages_that_leads_in_circles_ends(path):
    """A page that is named a thousand times yields its rows a thousand times."""
    with open_survey(path) as survey:
        for number in range(600):
            revise(survey, fresh_id(), {"remark": f"{number}" * 300})
    with open_survey(path, readonly=True) as survey:
        (root,) = survey.db.execute(
            "select rootpage from sqlite_master where name = 'revision'"
        ).fetchone()
    content = bytearray(path.read_bytes())
    page = memoryview(content)[(root - 1) * 16384 : root * 16384]
    assert page[0] == 5, "the root is an inner page"
    cells = int.from_bytes(page[3:5], "big")
    first = int.from_bytes(page[12:14], "big")
    for cell in range(cells):
        page[12 + 2 * cell : 14 + 2 * cell] = first.to_bytes(2, "big")
    page[3:5] = (3000).to_bytes(2, "big")
    for cell in range(3000):
        page[12 + 2 * cell : 14 + 2 * cell] = first.to_bytes(2, "big")
    path.write_bytes(content)
    source = open_source(path)
    with pytest.raises(BadInput) as caught:
        list(source.rows())
    assert caught.value.code is Code.SURVEY_DAMAGED
    source.survey.close()


def loosen(path, *statements: str) -> None:
    """Write what a strict table would refuse, as a forger does: with the rule away meanwhile."""
    rule = "replace(sql, 'not null', '        ')"
    free = f"update sqlite_master set sql = replace({rule}, ') strict', ')       ')"
    tamper(
        path,
        "pragma writable_schema = on",
        "create temp table kept as select name, sql from sqlite_master where type = 'table'",
        free + " where name in ('revision', 'blob', 'seal')",
        *("pragma writable_schema = reset", *statements, "pragma writable_schema = on"),
        "update sqlite_master set sql = (select sql from kept where kept.name = sqlite_master.name)"
        " where name in ('revision', 'blob', 'seal')",
    )
