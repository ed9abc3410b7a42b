"""A drive-test log for the tests of the actions."""

from fieldaudit.actions.example_log import write_example_log

TRACK = ("29.62 106.49", "29.6215 106.492", "29.619 106.495")


def a_log(seed: int = 1) -> bytes:
    """Return a log of two operators around the first prepared site."""
    return write_example_log(seed, start="2022-07-08T09:30:00+08:00", track=TRACK, rows=240)
