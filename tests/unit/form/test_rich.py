"""Labels with a little Markdown and HTML."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.rich import Run, plain, runs, to_html

SAFE = {"a", "b", "i", "span", "br", "h1", "h2", "h3", "h4", "h5", "h6"}


class Tags(HTMLParser):
    """The names of the tags in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.met: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.add(tag)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("", ()),
        ("电梯数量", (Run("电梯数量"),)),
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        (
            "__b__ *i* _i_",
            (Run("b", bold=True), Run(" "), Run("i", italic=True), Run(" "), Run("i", italic=True)),
        ),
        (
            "**a *b* c**",
            (Run("a ", bold=True), Run("b", bold=True, italic=True), Run(" c", bold=True)),
        ),
        ("2 * 3 * 4", (Run("2 * 3 * 4"),)),
        ("snake_case_name", (Run("snake_case_name"),)),
        ("a ** b", (Run("a ** b"),)),
        ("**open", (Run("**open"),)),
        (r"\*no\* \<b>", (Run("*no* <b>"),)),
        ("a < b & c", (Run("a < b & c"),)),
        ("a &lt; b &amp;&nbsp;c", (Run("a < b &\xa0c"),)),
        (
            "# Head *i*\ntext",
            (Run("Head ", heading=1), Run("i", italic=True, heading=1), Run("\ntext")),
        ),
        ("#5 杆", (Run("#5 杆"),)),
        ("- one\n- two", (Run("• one\n• two"),)),
        ("a<br>b<p>c</p>d", (Run("a\nbc\nd"),)),
        ('<span style="color:red">x</span>!', (Run("x", colour="red"), Run("!"))),
        ("<font color='#0a0'>x</font>", (Run("x", colour="#0a0"),)),
        ("<b>x</b> <i>y</i>", (Run("x", bold=True), Run(" "), Run("y", italic=True))),
        ("[网站](https://example.org/a?b=c)", (Run("网站", link="https://example.org/a?b=c"),)),
        ("[x](javascript:alert)", (Run("[x](javascript:alert)"),)),
        ("[x](file:///etc/passwd)", (Run("[x](file:///etc/passwd)"),)),
        ("<script>x</script>", (Run("<script>x</script>"),)),
        ("a\r\nb\rc", (Run("a\nb\nc"),)),
        ("a\x00b\x1bc", (Run("abc"),)),
        ("مرحبا **بالعالم**", (Run("مرحبا "), Run("بالعالم", bold=True))),
        ("*👩\u200d🔧* 🏠", (Run("👩\u200d🔧", italic=True), Run(" 🏠"))),
        ("**𠮷野家** 𪚥", (Run("𠮷野家", bold=True), Run(" 𪚥"))),
    ],
)
def test_runs(label: str, expected: tuple[Run, ...]) -> None:
    assert runs(label) == expected


def test_plain_and_html() -> None:
    label = '**粗** <span style="color:#f00">红</span> [站](https://a.cn/?x=1&y=2) <u>\n下'
    assert plain(label) == "粗 红 站 <u>\n下"
    assert to_html(label) == (
        '<b>粗</b> <span style="color:#f00">红</span> '
        '<a href="https://a.cn/?x=1&amp;y=2">站</a> &lt;u&gt;<br/>下'
    )
    assert to_html("## 标题 *a*\n下") == "<h2>标题 <i>a</i></h2>下"


@pytest.mark.parametrize("hostile", ["*", "_", "**", "<b>", "[", "[a](", "&", "\\", "<span ", "# "])
def test_long_labels_take_no_more_than_their_length(hostile: str) -> None:
    label = hostile * (60_000 // len(hostile))
    assert len(plain(label)) <= len(label)


@given(st.text(alphabet=st.sampled_from("ab *_#<>b/[]()&;\\\n-汉\U00020bb7"), max_size=60))
def test_nothing_becomes_a_tag_that_is_not_safe(label: str) -> None:
    parser = Tags()
    parser.feed(to_html(label))
    assert parser.met <= SAFE


@given(st.text(alphabet=st.characters(blacklist_characters="\\*_#<&[\r-", min_codepoint=32)))
def test_a_label_without_marks_stays_as_it_is(label: str) -> None:
    assert "".join(run.text for run in runs(label)) == label.replace("\x7f", "")
