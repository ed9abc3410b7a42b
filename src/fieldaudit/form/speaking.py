"""The texts of a live instance: labels, hints and messages in the language asked for."""

from fieldaudit.form.definition import Texts
from fieldaudit.form.labels import in_language
from fieldaudit.form.places import Place
from fieldaudit.form.running import Running
from fieldaudit.form.state import Violation


class Speaking:
    """What an instance says, each text as seen from one live path."""

    _running: Running

    @property
    def language(self) -> str:
        """The language shown, in the form's spelling."""
        return self._running.around.language

    @language.setter
    def language(self, name: str) -> None:
        self._running.around.language = name
        self._running.evaluation.respoken()
        self._running.settled()

    def text(self, path: str, texts: Texts, language: str | None = None) -> str:
        """Return any text of the form as seen from a live path, with its values filled in."""
        chosen = in_language(texts, language or self.language)
        return self._running.around.filled(chosen, self._place(path).node)

    def label(self, path: str, language: str | None = None) -> str:
        """Return what is asked at a live path, or the heading of the section there."""
        slot = self._place(path).slot
        texts = slot.question.label if slot.question else slot.group.label if slot.group else {}
        return self.text(path, texts, language)

    def hint(self, path: str, language: str | None = None) -> str:
        """Return how to find the answer at a live path."""
        question = self._place(path).slot.question
        return self.text(path, question.hint if question else {}, language)

    def message(self, path: str, language: str | None = None) -> str:
        """Return the form's own words for what is wrong at a live path; often empty."""
        place = self._place(path)
        question, violation = place.slot.question, self._running.violation(place)
        if question is None or violation is Violation.NONE:
            return ""
        missing = violation is Violation.REQUIRED
        texts = question.required_message if missing else question.constraint_message
        return self.text(path, texts, language)

    def _place(self, path: str) -> Place:
        place = self._running.tree.find(path)
        if place is None:
            raise KeyError(path)
        return place
