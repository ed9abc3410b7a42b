from fieldaudit.package.structure import Annotation, Content, Element, Role, Structure


def roles(element: Element) -> list[object]:
    """Return the roles of an element's kids, nested."""
    return [[kid.role, roles(kid)] for kid in element.kids if isinstance(kid, Element)]


def test_text_in_a_section_is_a_paragraph_of_its_own() -> None:
    structure = Structure()
    structure.begin(Role.SECTION)
    one, other = structure.leaf(), structure.leaf()
    structure.end()
    assert one is not other
    assert roles(structure.document) == [["Sect", [["P", []], ["P", []]]]]


def test_a_paragraph_in_a_cell_is_the_cell() -> None:
    structure = Structure()
    structure.begin(Role.CELL)
    cell = structure.current
    structure.begin(Role.PARAGRAPH)
    assert structure.leaf() is cell


def test_pieces_are_numbered_on_each_page() -> None:
    structure = Structure()
    structure.begin(Role.PARAGRAPH)
    element = structure.leaf()
    assert element is not None
    assert [structure.content(page, element) for page in (1, 1, 2)] == [0, 1, 0]
    assert element.kids == [Content(1, 0), Content(1, 1), Content(2, 0)]
    assert structure.parents == {1: [element, element], 2: [element]}


def test_decoration_has_no_element() -> None:
    structure = Structure()
    structure.begin(None)
    structure.begin(Role.PARAGRAPH)
    assert structure.leaf() is None
    structure.end()
    structure.end()
    assert structure.current is structure.document


def test_without_cells_a_table_is_one_paragraph() -> None:
    structure = Structure(cells=False)
    for role in (Role.TABLE, Role.ROW, Role.CELL):
        structure.begin(role)
    structure.begin(Role.PARAGRAPH)
    leaf = structure.leaf()
    for _ in range(4):
        structure.end()
    assert leaf is not None
    assert leaf.role is Role.PARAGRAPH
    assert roles(structure.document) == [["P", []]]


def test_a_link_and_a_field_belong_to_what_is_open() -> None:
    structure = Structure()
    structure.begin(Role.CELL)
    for role in (Role.LINK, Role.LINK, Role.FORM):
        structure.annotation(4, role)
    structure.end()
    assert roles(structure.document) == [["TD", [["Link", []], ["Link", []], ["Form", []]]]]
    assert structure.annotation(4, Role.LINK) == Annotation(4, 3)
    assert structure.annotation(5, Role.LINK) == Annotation(5, 0)
