"""Checklists made to do harm, each written to a file; and the program that reads one on a leash.

Run: `python -m tests.forms.hostile FILE` reads a checklist with little memory and says what it
came to, as JSON.
"""

import io
import json
import resource
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from fieldaudit.errors import FieldauditError
from tests.kit.forms import xform_xml

MEMORY = 1_200_000_000
"""Bytes of address space that reading a checklist may take, the program itself included."""

_DOCUMENT = '<?xml version="1.0"?><!DOCTYPE h [{}]><h:html xmlns:h="http://www.w3.org/1999/xhtml">&a;</h:html>'
_SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?>{}<worksheet xmlns="http://schemas.openxmlformats.org'
    '/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c>'
    "</row></sheetData></worksheet>"
)


def entity_bomb() -> bytes:
    names = "abcdefghij"
    pairs = zip(names, [f"&{name};" for name in names[1:]], strict=False)
    bomb = "".join(f'<!ENTITY {name} "{after * 10}">' for name, after in pairs)
    return _DOCUMENT.format(bomb + '<!ENTITY j "ha">').encode()


def external_entity() -> bytes:
    return _DOCUMENT.format('<!ENTITY a SYSTEM "file:///etc/passwd">').encode()


def deep_groups() -> bytes:
    begins = "".join(f"| | begin_group | g{n} | G |\n" for n in range(10_000))
    ends = "| | end_group |\n" * 10_000
    return f"| survey |\n| | type | name | label |\n{begins}{ends}".encode()


def deep_xform() -> bytes:
    inner = "".join(f"<g{n}>" for n in range(10_000))
    outer = "".join(f"</g{n}>" for n in reversed(range(10_000)))
    return xform_xml(instance=f'<data id="x">{inner}{outer}</data>')


def long_cell() -> bytes:
    return b"| survey |\n| | type | name | label |\n| | text | a | " + b"x" * 15_000_000 + b" |\n"


def huge_file() -> bytes:
    return b"| survey |\n| | type | name | label |\n| | text | a | " + b"x" * 100_000_000 + b" |\n"


def many_hashes() -> bytes:
    return b"| survey |\n| | type | name |\n| | text | a " + b"#" * 190_000 + b"|\n"


def many_rows() -> bytes:
    rows = "".join(f"| | text | q{n} | Q |\n" for n in range(400_000))
    return f"| survey |\n| | type | name | label |\n{rows}".encode()


def bare_archive(sheet: bytes) -> bytes:
    """Return a zip file with one sheet: what is refused needs no more."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", sheet)
    return out.getvalue()


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
        made.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(1_000):
            part.write(b"0" * 1_000_000)
    return out.getvalue()


def lying_bomb() -> bytes:
    """Return an archive that says its part is small; 80 MB come out."""
    data = bytearray(bare_archive(b"<x>" * 25_000_000))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


def sheet_with_entities() -> bytes:
    return bare_archive(_SHEET.format('<!DOCTYPE a [<!ENTITY b "c">]>', "&b;").encode())


def sheet_with_long_cell() -> bytes:
    return bare_archive(_SHEET.format("", "x" * 90_000_000).encode())


def endless_expressions() -> bytes:
    """Return a form whose every rule looks at all nodes for each node for each node."""
    leaves = "".join(f"<q{n}/>" for n in range(300))
    rule = "count(//*[count(//*[count(//*) &gt; 0]) &gt; 0])"
    rules = ((n, f"{rule} + {n}") for n in range(300))
    binds = "".join(f'<bind nodeset="/data/q{n}" required="{text}"/>' for n, text in rules)
    return xform_xml(instance=f'<data id="x">{leaves}</data>', model=binds)


def endless_pattern() -> bytes:
    text = "a" * 30_000
    bind = '<bind nodeset="/data/a" calculate="regex(/data/b, \'(a+)+(a*)*(a|aa)+$\')"/>'
    return xform_xml(instance=f'<data id="x"><a/><b>{text}!</b></data>', model=bind)


def swelling_texts() -> bytes:
    """Return a form in which each text is made of many of the one before."""
    leaves = "".join(f"<q{n}/>" for n in range(9))
    hundred = {n: ", ".join([f"/data/q{n - 1}"] * 100) for n in range(1, 9)}
    binds = "".join(
        f'<bind nodeset="/data/q{n}" calculate="concat({texts})"/>' for n, texts in hundred.items()
    )
    first = "x" * 10_000
    text = leaves.replace("<q0/>", f"<q0>{first}</q0>")
    return xform_xml(instance=f'<data id="x">{text}</data>', model=binds)


def deep_expression() -> bytes:
    rule = "(" * 9_000 + "1" + ")" * 9_000
    return xform_xml(
        instance='<data id="x"><a/></data>', model=f'<bind nodeset="/data/a" calculate="{rule}"/>'
    )


def nested_counts() -> bytes:
    """Return a form whose repeats would have a thousand instances each, inside each other."""
    instance, body = "<a/>", '<input ref="/data/r1/r2/r3/a"/>'
    for n in (3, 2, 1):
        instance = f"<r{n}>{instance}</r{n}>"
        path = "/data/" + "/".join(f"r{m}" for m in range(1, n + 1))
        body = (
            f'<group ref="{path}"><repeat nodeset="{path}" jr:count="1000">{body}</repeat></group>'
        )
    return xform_xml(instance=f'<data id="x">{instance}</data>', body=body)


def command() -> bytes:
    return b"| survey |\n| | type | name | label |\n| | text | a | =cmd\\|' /C calc'!A0 |\n"


CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "entity bomb": ("xml", entity_bomb, "FORM_DOCTYPE FORM_UNREADABLE"),
    "external entity": ("xml", external_entity, "FORM_DOCTYPE"),
    "ten thousand groups": ("md", deep_groups, "FORM_DEPTH"),
    "ten thousand elements": ("xml", deep_xform, "FORM_UNREADABLE"),
    "a cell of 15 MB": ("md", long_cell, "FORM_CELL_LENGTH"),
    "a cell of 100 MB": ("md", huge_file, "FORM_TOO_LARGE"),
    "a line of hashes": ("md", many_hashes, "FORM_CELL_LENGTH"),
    "400,000 rows": ("md", many_rows, "FORM_ROWS"),
    "zip bomb": ("xlsx", zip_bomb, "FORM_TOO_LARGE"),
    "zip bomb that lies": ("xlsx", lying_bomb, "FORM_UNREADABLE"),
    "entities in a sheet": ("xlsx", sheet_with_entities, "FORM_DOCTYPE"),
    "a cell of 90 MB in a sheet": ("xlsx", sheet_with_long_cell, "FORM_CELL_LENGTH"),
    "expressions without end": ("xml", endless_expressions, "FORM_ENDLESS"),
    "a pattern without end": ("xml", endless_pattern, ""),
    "texts that swell": ("xml", swelling_texts, "FORM_ENDLESS"),
    "a deep expression": ("xml", deep_expression, "FORM_EXPRESSION"),
    "repeats inside repeats": ("xml", nested_counts, "FORM_ENDLESS"),
    "a command in a cell": ("md", command, "FORM_FORMULA"),
}
"""Name → kind of file, maker, and codes of which one must be told (none: it is harmless)."""


def main(file: str) -> dict[str, object]:
    """Read one checklist with little memory."""
    from fieldaudit.form.checking import check_file

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        reading = check_file(Path(file))
    except FieldauditError as error:
        return {"codes": [error.code.name], "said": str(error)}
    said = [str(problem)[:300] for problem in reading.problems[:3]]
    return {"codes": sorted({problem.code.name for problem in reading.problems}), "said": said}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))  # noqa: T201 - a script at a terminal
