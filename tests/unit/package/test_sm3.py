from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.package.sm3 import Sm3, sm3


def test_the_published_vectors_hold() -> None:
    # GB/T 32905-2016, annex A
    first = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    second = "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    assert sm3(b"abc") == first
    assert sm3(b"abcd" * 16) == second


@given(st.lists(st.binary(max_size=200)))
def test_pieces_hash_like_the_whole(pieces: list[bytes]) -> None:
    digest = Sm3()
    for piece in pieces:
        digest.update(piece)
    assert digest.hexdigest() == sm3(b"".join(pieces))
