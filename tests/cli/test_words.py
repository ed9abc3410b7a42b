"""Commands speak both languages, and every one takes --json and --lang."""

import click
import pytest

from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import Group, command, pairs, shared
from fieldaudit.texts import Catalog


class Shouting(Catalog):
    """A language that can be told from the source."""

    def text(self, context: str, source: str, /, **params: object) -> str:
        return f"{context}!{source}"


def test_help_is_looked_up_in_the_catalogue() -> None:
    group = Group("g", "组")

    @group.word("w", "词")
    def w(voice: Voice) -> None:
        """Do nothing."""

    context = click.Context(group, obj=Voice(Shouting("zh")))
    assert "Cli!组" in group.get_help(context)
    assert "Cli!词" in group.get_help(context)
    inner = click.Context(w, parent=context, info_name="w")
    assert "Cli!词" in w.get_help(inner)
    assert "Cli!以 JSON 输出" in w.get_help(inner)


def test_a_command_gets_the_voice_first() -> None:
    heard = []

    @command("w", "词")
    @click.argument("x")
    def w(voice: Voice, x: str) -> None:
        heard.append((voice.machine, x))

    voice = Voice(Catalog("zh"), machine=True)
    w.main(["a", "--json", "--lang", "en"], standalone_mode=False, obj=voice)
    assert heard == [(True, "a")]
    assert {each.name for each in shared()} == {"json", "lang"}


def test_pairs_have_an_equals_sign() -> None:
    assert pairs(["a=1", "b=c=d"]) == {"a": "1", "b": "c=d"}
    with pytest.raises(click.BadParameter):
        pairs(["a"])
