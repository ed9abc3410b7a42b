import logging

import pytest

from fieldaudit.package.quiet import quiet


def test_the_library_is_still_for_a_while(caplog: pytest.LogCaptureFixture) -> None:
    log = logging.getLogger("pyhanko.sign")
    with quiet():
        log.error("during")
    log.error("after")
    assert [each.message for each in caplog.records] == ["after"]
