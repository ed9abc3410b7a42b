"""The lock names versions and hashes, and leaves the registry to each machine."""

import re

import pytest

from tests.rules.tree import ROOT

LOCK = ROOT / "requirements.lock"
PIN = re.compile(r"[a-z0-9][a-z0-9._-]*==[^ ;]+( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def requirements() -> list[str]:
    """Return each requirement with its hashes, comments left out."""
    text = "\n".join(
        line for line in LOCK.read_text("utf-8").splitlines() if not line.lstrip().startswith("#")
    )
    return re.split(r"\n(?=\S)", text)


def test_every_requirement_is_pinned_and_hashed() -> None:
    for requirement in requirements():
        pin, *hashes = requirement.splitlines()
        assert PIN.fullmatch(pin), pin
        assert hashes, pin
        assert all(HASH.fullmatch(line) for line in hashes), pin


@pytest.mark.parametrize("word", ["://", "index-url", "find-links", "trusted-host"])
def test_no_registry_is_named(word: str) -> None:
    assert word not in LOCK.read_text("utf-8")
    assert word not in (ROOT / "tools" / "setup.sh").read_text("utf-8")
