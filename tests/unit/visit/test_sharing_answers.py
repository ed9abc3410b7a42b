from fieldaudit.visit.sharing_answers import relations_in
from fieldaudit.visit.sharing_states import State

START = "sharing/RES-34/0190-b/RES-34-"
ANSWERS = {
    "sharing/RES-34-any": "yes",
    f"{START}form": "F25",
    f"{START}asset": "DAS-01",
    f"{START}owner": "tower",
    f"{START}users": "ct cm",
    f"{START}state": "in_use",
    f"{START}legacy": "yes",
    f"{START}agreement": "TT-118",
    f"{START}accepted": "2021-11-30",
    f"{START}until": "2026-11-30",
    f"{START}quantity": "3",
    f"{START}unit": "place",
    "sharing/RES-34/0190-a/RES-34-form": "F04",
    "sharing/RES-34/0190-a/RES-34-refusal": "R01 R03",
    "sharing/RES-34/0190-a/RES-34-state": "somewhere",
}


def test_each_instance_that_names_a_form_is_a_relation():
    first, second = relations_in(ANSWERS, visit="v", site="s")
    assert (first.id, first.form, first.refusal) == ("0190-a", "F04", ("R01", "R03"))
    assert (second.id, second.visit, second.site) == ("0190-b", "v", "s")
    assert (second.owner, second.users, second.asset) == ("tower", ("ct", "cm"), "DAS-01")
    assert (second.state, second.legacy) == (State.IN_USE, True)
    assert (second.agreement_no, second.accepted_on) == ("TT-118", "2021-11-30")
    assert (second.valid_to, second.quantity, second.unit) == ("2026-11-30", "3", "place")


def test_an_unknown_state_begins_at_the_beginning():
    first, _ = relations_in(ANSWERS, visit="v", site="s")
    assert first.state is State.DEMAND


def test_an_instance_without_a_form_is_none():
    answers = {"sharing/RES-34/0190-c/RES-34-form": "", "sharing/RES-34/0190-c/RES-34-owner": "ct"}
    assert relations_in(answers, visit="v", site="s") == ()
    assert relations_in({}, visit="v", site="s") == ()
