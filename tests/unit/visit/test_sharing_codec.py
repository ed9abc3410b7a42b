from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.visit.relation import Relation, RelationEvent, SwapLeg
from fieldaudit.visit.sharing_codec import relation_from_values, relation_values
from fieldaudit.visit.sharing_states import State

TEXTS = st.text(st.characters(categories=["L", "N"]), max_size=6)
WORDS = TEXTS.filter(bool)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
EVENTS = st.lists(
    st.builds(RelationEvent, WORDS, WORDS, WORDS, WORDS, WORDS, TEXTS),
    max_size=4,
    unique_by=lambda event: event.id,
).map(lambda events: tuple(sorted(events, key=lambda event: (event.at, event.id))))
LEGS = st.lists(
    st.builds(SwapLeg, WORDS, WORDS, TEXTS, TEXTS, TEXTS),
    max_size=2,
    unique_by=lambda leg: leg.id,
).map(lambda legs: tuple(sorted(legs, key=lambda leg: leg.id)))
RELATIONS = st.builds(
    Relation,
    id=st.just("018f"),
    form=TEXTS,
    kind=TEXTS,
    asset=TEXTS,
    owner=TEXTS,
    users=LISTS,
    state=st.sampled_from(State),
    legacy=st.booleans(),
    agreement_no=TEXTS,
    accepted_on=TEXTS,
    valid_from=TEXTS,
    valid_to=TEXTS,
    quantity=TEXTS,
    unit=TEXTS,
    refusal=LISTS,
    photos=LISTS,
    visit=TEXTS,
    site=TEXTS,
    reopens=TEXTS,
    legs=LEGS,
    events=EVENTS,
)


@given(RELATIONS)
def test_a_relation_comes_back(relation: Relation) -> None:
    values = relation_values(relation)
    assert relation_from_values(relation.id, values) == relation
    assert all(values.values())


def test_the_paths_are_those_of_the_record() -> None:
    event = RelationEvent("e1", "demand", "surveyed", "2022-07-08", "专班", "看过")
    relation = Relation(
        "018f",
        "F16",
        owner="municipal",
        users=("cm", "ct"),
        state=State.SURVEYED,
        legacy=True,
        events=(event,),
    )
    assert relation_values(relation) == {
        "form": "F16",
        "owner": "municipal",
        "users": "cm ct",
        "state": "surveyed",
        "legacy": "true",
        "events/e1/from": "demand",
        "events/e1/to": "surveyed",
        "events/e1/at": "2022-07-08",
        "events/e1/actor": "专班",
        "events/e1/note": "看过",
    }


def test_what_a_record_says_wrongly_does_not_stop_the_reading() -> None:
    relation = relation_from_values("018f", {"state": "nowhere", "x/y/z": "1", "legacy": "yes"})
    assert relation == Relation("018f", "")


def test_events_are_read_in_the_order_of_their_times() -> None:
    values = {"events/b/at": "2022-07-08", "events/a/at": "2022-07-09", "events/c/at": "2022-07-08"}
    assert [event.id for event in relation_from_values("1", values).events] == ["b", "c", "a"]
