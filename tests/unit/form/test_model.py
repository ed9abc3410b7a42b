"""Records of a form's model."""

from fieldaudit.form.model import Secondary, Template


def test_walk_is_in_document_order() -> None:
    tree = Template("d", "", children=(Template("a", "a", children=(Template("b", "a/b"),)),))
    assert [inner.path for inner in tree.walk()] == ["", "a", "a/b"]


def test_a_list_in_a_file_knows_its_name() -> None:
    assert Secondary("x", source="jr://file-csv/x.csv").file == "x.csv"
    assert Secondary("x").file == ""
