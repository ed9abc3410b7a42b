"""Texts are found in the catalogue, and stand in Chinese where it has none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import fieldaudit.texts
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Code</name>
    <message>
        <source>找不到文件 {file}。请检查路径。</source>
        <translation>Cannot find {file}. Please check the path.</translation>
    </message>
</context>
<context>
    <name>Domain</name>
    <message><source>已签名</source><translation>signed</translation></message>
    <message><source>草稿</source><translation type="unfinished"></translation></message>
    <message numerus="yes">
        <source>%n 张照片</source>
        <translation>
            <numerusform>%n photo</numerusform><numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message><source>无译文</source></message>
</context>
</TS>
"""


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalog]:
    file = tmp_path / "fieldaudit_en.ts"
    file.write_text(TS, "utf-8")
    monkeypatch.setattr(fieldaudit.texts, "resource", lambda _name: file)
    fieldaudit.texts._translations.cache_clear()
    yield Catalog("en")
    fieldaudit.texts._translations.cache_clear()


def test_marking_changes_nothing() -> None:
    assert QT_TRANSLATE_NOOP("Domain", "已签名") == "已签名"


def test_chinese_is_the_source() -> None:
    assert Catalog("zh").text("Domain", "{n} 张", n=3) == "3 张"


def test_english_is_looked_up_by_context(english: Catalog) -> None:
    assert english.text("Domain", "已签名") == "signed"
    assert english.text("Other", "已签名") == "已签名"


@pytest.mark.parametrize("source", ["草稿", "无译文", "不在目录中"])
def test_what_has_no_english_stays_chinese(english: Catalog, source: str) -> None:
    assert english.text("Domain", source) == source


def test_a_plural_text_is_found(english: Catalog) -> None:
    assert english.text("Domain", "%n 张照片") == "%n photo"


def test_errors_and_problems_are_explained(english: Catalog) -> None:
    error = BadInput(Code.FILE_NOT_FOUND, file="a.gpkg")
    assert english.explain(error) == "Cannot find a.gpkg. Please check the path."
    assert Catalog("zh").explain(error) == str(error)
    assert english.explain(Problem(Code.FILE_NOT_FOUND)) == "Cannot find …. Please check the path."


def test_a_text_without_values_keeps_its_braces() -> None:
    assert Catalog("zh").text("Domain", "{n} 张") == "{n} 张"


def test_the_bundled_catalogue_is_readable() -> None:
    assert Catalog("en").text("Code", "不在目录中") == "不在目录中"
