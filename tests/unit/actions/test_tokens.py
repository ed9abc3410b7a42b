from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit.actions import identities, packages, tokens, visits
from fieldaudit.actions.survey_verdict import verify_survey
from fieldaudit.errors import BadInput, Code
from fieldaudit.package.verdict import Outcome
from fieldaudit.store import seals
from fieldaudit.store.survey import Survey
from fieldaudit.visit.identity_token import TokenKey
from fieldaudit.visit.stamp import now
from tests.kit.office import an_inspector, an_office
from tests.kit.packages import signed_bytes
from tests.kit.surveys import seal
from tests.kit.tokens import LIBRARY, PIN, WRONG, SoftToken, needs_token, soft_tokens

ONE, TWO = TokenKey("a", "1", "01"), TokenKey("b", "2", "01")
OLD = TokenKey("a", "1", "02", usable=False)


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoftToken]:
    yield from soft_tokens(tmp_path, monkeypatch)


def test_a_key_is_chosen_when_only_one_is_meant() -> None:
    assert tokens.choose([ONE, OLD]) is ONE
    assert tokens.choose([ONE, TWO], serial="2") is TWO
    assert tokens.choose([ONE, OLD], key="02") is OLD


@pytest.mark.parametrize("told", [{}, {"key": "01"}, {"serial": "3"}])
def test_a_doubtful_choice_is_refused(told: dict[str, str]) -> None:
    with pytest.raises(BadInput) as caught:
        tokens.choose([ONE, TWO], **told)
    assert caught.value.code is Code.TOKEN_CHOICE


@needs_token
@pytest.mark.parametrize("kind", ["P-256", "RSA-2048"])
def test_a_token_signs_packages_and_seals(
    token: SoftToken, survey: Survey, tmp_path: Path, kind: str
) -> None:
    token.make(1, kind)
    key = tokens.choose(tokens.list_keys(LIBRARY))
    file = tmp_path / "zhao.token"
    made = identities.use_token(
        key, file, library=LIBRARY, pin=PIN, name="赵六", role="office", unit="工作专班"
    )
    assert identities.author_at(file).fingerprint == made.fingerprint
    held = identities.unlock(file, PIN, library=LIBRARY)
    identities.trust(survey, certificate=made.certificate, identity=an_office())
    visits.start_visit(survey, site=_site(survey), author=identities.author_at(file))
    assert seals.seal(survey, held, moment=now()) == 1
    seal(survey, an_inspector())
    survey.close()
    trusted = {an_office().fingerprint}
    assert verify_survey(survey.path, trusted=trusted).outcome is Outcome.GENUINE
    (tmp_path / "one.pdf").write_bytes(signed_bytes())
    verdict = packages.sign(tmp_path / "one.pdf", tmp_path / "two.pdf", identity=held, part="")
    assert [each.name for each in verdict.signers] == ["张三", "赵六"]
    assert all(each.intact for each in verdict.signers)


def _site(survey: Survey) -> str:
    from fieldaudit.actions import sites

    return next(each.id for each in sites.list_sites(survey) if each.kind == "residential")


@needs_token
def test_wrong_pins_are_counted_and_slowed(token: SoftToken, tmp_path: Path) -> None:
    token.make(1)
    file = tmp_path / "a.token"
    key = tokens.choose(tokens.list_keys(LIBRARY))
    identities.use_token(key, file, library=LIBRARY, pin=PIN, name="赵六", role="a", unit="b")
    for code in (Code.TOKEN_PIN, Code.TOKEN_PIN, Code.TOKEN_PIN, Code.IDENTITY_WAIT):
        with pytest.raises(BadInput) as caught:
            identities.unlock(file, WRONG, library=LIBRARY)
        assert caught.value.code is code
    assert identities.remaining_wait(file).count == 3
    assert identities.remaining_wait(file).seconds > 0
