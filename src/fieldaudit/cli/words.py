"""Commands, options and groups that speak both languages and load late."""

import functools
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from fieldaudit.cli.voice import Voice
from fieldaudit.texts import QT_TRANSLATE_NOOP

Function = Callable[..., Any]

_JSON = QT_TRANSLATE_NOOP("Cli", "以 JSON 输出，供程序读取")
_LANGUAGE = QT_TRANSLATE_NOOP("Cli", "输出语言")

FILE = click.Path(path_type=Path)
DATUMS = click.Choice(["wgs84", "gcj02", "bd09", "cgcs2000"])


def _translated(context: click.Context, text: str | None) -> str:
    voice = context.find_object(Voice)
    return voice.catalog.text("Cli", text) if voice and text else text or ""


class _Option(click.Option):
    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], record[1].replace(self.help, _translated(ctx, self.help), 1)


class _Command(click.Command):
    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_translated(ctx, self.help))


class Group(click.Group):
    """A group of commands, each loaded when it is called or listed."""

    def __init__(self, name: str, text: str, *, late: dict[str, str] | None = None) -> None:
        """Take the module of each command that is loaded late, by its word; `text` is the help."""
        super().__init__(name, help=text, params=shared())
        self.late = late or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the words in the order in which they are used."""
        return [*self.late, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a word."""
        if cmd_name in self.late:
            found: click.Command = import_module(self.late[cmd_name]).word
            return found
        return super().get_command(ctx, cmd_name)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the chosen language."""
        _Command.format_help_text(self, ctx, formatter)  # type: ignore[arg-type]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write one line for each command in the chosen language."""
        found = [(word, self.get_command(ctx, word)) for word in self.list_commands(ctx)]
        rows = [(word, _translated(ctx, command.help)) for word, command in found if command]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def word(self, name: str, text: str) -> Callable[[Function], click.Command]:
        """Make a command of a function whose first argument is the Voice; `text` is its help."""

        def make(function: Function) -> click.Command:
            made = command(name, text)(function)
            self.add_command(made)
            return made

        return make


def command(name: str, text: str) -> Callable[[Function], click.Command]:
    """Make a command that takes --json and --lang, and hands its function the Voice."""

    def make(function: Function) -> click.Command:
        @functools.wraps(function)
        def speak(**values: Any) -> Any:
            return function(click.get_current_context().find_object(Voice), **values)

        made = click.command(name, cls=_Command, help=text)(speak)
        made.params += shared()
        return made

    return make


def option(*flags: str, **settings: Any) -> Callable[[Function], Function]:
    """Declare an option whose help is a marked text of the context Cli."""
    return click.option(*flags, cls=_Option, **settings)


def shared() -> list[click.Parameter]:
    """Return the options that every command takes.

    The door has read both before anything is parsed, so that usage errors know them too.
    """
    languages = click.Choice(["zh", "en"])
    return [
        _Option(["--json"], is_flag=True, expose_value=False, help=_JSON),
        _Option(["--lang"], type=languages, expose_value=False, help=_LANGUAGE),
    ]


def pairs(given: Sequence[str]) -> dict[str, str]:
    """Return KEY=VALUE arguments as a mapping.

    Raises:
        BadParameter: one has no equals sign.
    """
    for each in given:
        if "=" not in each:
            raise click.BadParameter(f"{each}: KEY=VALUE")
    return dict(each.split("=", 1) for each in given)


def on_survey(function: Function) -> Function:
    """Add the argument SURVEY, a survey file; where it lies badly, that is said first."""

    @functools.wraps(function)
    def warned(voice: Voice, **values: Any) -> Any:
        from fieldaudit.actions.opening import whereabouts

        voice.warn(whereabouts(values["survey"]))
        return function(voice, **values)

    return click.argument("survey", type=FILE)(warned)
