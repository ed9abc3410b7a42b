from fieldaudit.gui.keytasks import TASKS, say


def test_every_deed_of_identities_has_a_task() -> None:
    wanted = {"request", "import", "token", "password", "rotate", "people", "trust", "revoke"}
    assert TASKS.keys() == {*wanted, "trustlist", "issue"}


def test_tasks_ask_for_each_thing_once() -> None:
    for task in TASKS.values():
        keys = [each.key for each in task.asked]
        assert len(set(keys)) == len(keys)
        assert all(map(say, (task.title, task.meaning)))
