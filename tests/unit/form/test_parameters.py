import hashlib
import json

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.form.parameters import read_parameters

ENTRY = {"name": "P6.low", "value": "-27", "unit": "dBm", "title": {"zh": "下限", "en": "Lowest"}}
SET = {"id": "LJ", "version": "1", "title": {"zh": "参数"}, "parameters": [ENTRY]}


def written(**changes) -> bytes:
    return json.dumps(SET | changes, ensure_ascii=False).encode()


def test_a_set_is_read_with_its_hash():
    confirmed = ENTRY | {"name": "P7", "certainty": "confirmed", "source": "GB 50847 6.0.1"}
    data = written(parameters=[ENTRY, confirmed])
    found = read_parameters(data, "lj.json")
    assert (found.id, found.version, found.title) == ("LJ", "1", {"zh": "参数"})
    assert found.hash == hashlib.sha256(data).hexdigest()
    assert found.values() == {"P6.low": "-27", "P7": "-27"}
    assert [entry.confirmed for entry in found.entries] == [False, True]
    assert [entry.source for entry in found.entries] == ["", "GB 50847 6.0.1"]
    assert found.entries[0].title["en"] == "Lowest"
    assert found.entries[0].unit == "dBm"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b"{}",
        b'{"parameters": {}}',
        written(id=1),
        written(title="zh"),
        written(title={"zh": 1}),
        written(parameters=["P6"]),
        written(parameters=[[]]),
        written(parameters=None),
        written(parameters=[ENTRY, ENTRY]),
        written(parameters=[ENTRY | {"value": -27}]),
        written(parameters=[ENTRY | {"value": None}]),
        written(parameters=[{"name": "P6.low"}]),
        written(parameters=[ENTRY | {"source": "x" * (1 << 20)}]),
    ],
)
def test_what_is_no_set_is_refused(data):
    with pytest.raises(BadInput) as caught:
        read_parameters(data, "lj.json")
    assert caught.value.code is Code.PARAMETERS_UNREADABLE
    assert "lj.json" in str(caught.value)
