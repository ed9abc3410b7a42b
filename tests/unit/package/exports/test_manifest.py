"""What an archive says about itself."""

import hashlib
import json

from fieldaudit.package.exports.content import ExportContent, Facts, Tally
from fieldaudit.package.exports.manifest import described, manifest_json

FACTS = Facts("核查", "两江", "ab", "2022-07-08T09:00:00+08:00", "f 1", "public", "zh", "all")


def test_a_file_is_described_by_size_hash_and_rows():
    found = described("a.csv", b"abc", 2)
    assert (found.bytes, found.rows) == (3, 2)
    assert found.sha256 == hashlib.sha256(b"abc").hexdigest()


def test_a_manifest_names_source_counts_and_files():
    content = ExportContent(FACTS, Tally(visits=3))
    told = json.loads(manifest_json(content, [described("a.csv", b"abc", 2)]))
    assert (told["export"]["survey"], told["export"]["variant"]) == ("核查", "public")
    assert told["tally"]["visits"] == 3
    assert told["files"][0]["name"] == "a.csv"
