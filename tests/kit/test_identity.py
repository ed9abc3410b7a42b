from tests.kit.identity import an_identity


def test_the_same_person_has_the_same_key_each_time():
    assert an_identity() is an_identity()
    assert an_identity().fingerprint != an_identity(name="李四").fingerprint
