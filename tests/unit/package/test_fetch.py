import itertools

import pytest

from fieldaudit.errors import Code, Surroundings
from fieldaudit.package import fetch
from tests.kit.authority import served


def test_an_answer_is_returned() -> None:
    with served(lambda path, body: (200, path.encode() + body)) as url:
        assert fetch.fetch(f"{url}/a", body=b"!", kind="text/plain") == b"/a!"


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_refusal_and_a_redirect_are_told(status: int) -> None:
    with served(lambda _path, _body: (status, b"")) as url, pytest.raises(Surroundings) as caught:
        fetch.fetch(url)
    assert caught.value.code is Code.NETWORK_ANSWER
    assert caught.value.params["reason"] == str(status)


def test_an_endless_answer_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_LARGEST", 1000)
    endless = served(lambda _path, _body: (200, bytes(2000)))
    with endless as url, pytest.raises(Surroundings) as caught:
        fetch.fetch(url)
    assert caught.value.code is Code.NETWORK_ANSWER


def test_a_drip_is_left_when_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.chain([0.0], itertools.repeat(99.0))
    monkeypatch.setattr("fieldaudit.package.fetch.time.monotonic", lambda: next(clock))
    drip = served(lambda _path, _body: (200, bytes(5)))
    with drip as url, pytest.raises(Surroundings) as caught:
        fetch.fetch(url)
    assert caught.value.code is Code.NETWORK_SILENT
