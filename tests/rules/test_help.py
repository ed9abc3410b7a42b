"""Every command explains itself, answers in JSON, and stands in README."""

from collections.abc import Iterator

import click
import pytest

from fieldaudit.cli.main import root
from tests.rules.tree import ROOT, messages

README = (ROOT / "README.md").read_text("utf-8")


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command below `group` with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None, name
        if isinstance(found, click.Group):
            yield from commands(found, f"{path} {name}")
        else:
            yield f"{path} {name}", found


ALL = dict(commands(root, "fieldaudit"))


@pytest.mark.parametrize("words", ALL)
def test_a_command_has_help_and_the_common_options(words: str) -> None:
    command = ALL[words]
    assert command.help
    assert {"--json", "--lang"} <= {flag for each in command.params for flag in each.opts}
    told = [each.help for each in command.params if isinstance(each, click.Option)]
    assert all(told), "every option has help"


@pytest.mark.parametrize("words", ALL)
def test_help_is_translated(words: str) -> None:
    known = {source for context, source in messages() if context == "Cli"}
    command = ALL[words]
    options = [each.help for each in command.params if isinstance(each, click.Option)]
    assert {command.help, *options} <= known


@pytest.mark.parametrize("words", ALL)
def test_a_command_stands_in_the_readme(words: str) -> None:
    assert words in README
