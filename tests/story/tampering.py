"""What somebody who means harm, or a bad stick, may do to a file that was handed over.

Each way takes the bytes of an honest file and a dice; it leaves a changed file. `truth` says what
a file holds that counts, so that a change of it can be told from one of what is derived.
"""

import hashlib
import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 16384
_TABLES = ("revision", "blob", "seal")
_COLUMNS = {
    "revision": ("id", "record", "kind", "clock", "author", "hash", "body"),
    "blob": ("hash", "size", "content"),
    "seal": ("hash", "author", "body", "signature"),
}


def truth(path: Path) -> tuple[frozenset, ...] | None:
    """Return all that counts in a file, as it lies there; None where SQLite cannot read it."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            db.text_factory = bytes
            return tuple(
                frozenset(db.execute(f"select {', '.join(_COLUMNS[table])} from {table}"))
                for table in _TABLES
            )
    except sqlite3.DatabaseError:
        return None


def change(content: bytes, path: Path, dice: random.Random) -> str:
    """Write a changed file to `path` and return in which way it was changed."""
    if dice.randrange(len(_BYTES) + len(_SQL)) < len(_BYTES):
        name, spoil = dice.choice(_BYTES)
        path.write_bytes(spoil(content, dice))
        return name
    name, edit = dice.choice(_SQL)
    path.write_bytes(content)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.create_function("sha", 1, _sha256)
        db.execute("pragma journal_mode = memory")
        db.execute("pragma synchronous = off")
        edit(db, dice)
    return name


# bytes


def _bits(content: bytes, dice: random.Random) -> bytes:
    wrong = bytearray(content)
    for _ in range(dice.choice([1, 1, 10, 100])):
        wrong[dice.randrange(len(wrong))] ^= 1 << dice.randrange(8)
    return bytes(wrong)


def _stretch(content: bytes, dice: random.Random) -> bytes:
    start, length = dice.randrange(len(content)), dice.choice([1, 40, 4000])
    return content[:start] + dice.randbytes(length) + content[start + length :]


def _head(content: bytes, dice: random.Random) -> bytes:
    """What a page says of itself, or the file of itself, does more than what lies in it."""
    wrong = bytearray(content)
    at = dice.randrange(len(content) // PAGE) * PAGE + dice.randrange(120)
    wrong[at] = dice.randrange(256)
    return bytes(wrong)


def _pages(content: bytes, dice: random.Random) -> bytes:
    one, two = (dice.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    wrong = bytearray(content)
    wrong[one : one + PAGE] = content[two : two + PAGE] if dice.random() < 0.7 else bytes(PAGE)
    return bytes(wrong)


def _cut(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randrange(len(content))]


def _grown(content: bytes, dice: random.Random) -> bytes:
    return content + dice.randbytes(dice.randrange(3 * PAGE))


# SQL


def _a_row(db: sqlite3.Connection, dice: random.Random, table: str) -> int:
    return dice.choice(db.execute(f"select seq from {table}").fetchall())[0]


def _two_rows(db: sqlite3.Connection, dice: random.Random, table: str) -> tuple[int, int]:
    found = [seq for (seq,) in db.execute(f"select seq from {table}")]
    one, two = dice.sample(found, k=2)
    return one, two


def _edit_body(db: sqlite3.Connection, dice: random.Random) -> None:
    """Change one field of a revision, mostly with a hash that fits again."""
    seq = _a_row(db, dice, "revision")
    (body,) = db.execute("select body from revision where seq = ?", (seq,)).fetchone()
    told = json.loads(body)
    field = dice.choice(list(told))
    told[field] = {
        "changes": lambda: {**told["changes"], dice.choice(["name", "remark", "x"]): "改"},
        "parents": lambda: told["parents"][1:] or ["0" * 64],
        "clock": lambda: told["clock"] + 1,
        "made_at": lambda: told["made_at"] + 1,
        "offset": lambda: 0,
        "author": lambda: dice.choice(["e" * 64, "name:王五"]),
        "kind": lambda: dice.choice(["person", "survey", "site"]),
        "reason": lambda: "改",
    }.get(field, lambda: str(told[field])[::-1])()
    spelled = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    fits = dice.random() < 0.8
    hashed = ", hash = sha(?)" if fits else ""
    columns = ""
    if dice.random() < 0.8 and field in ("clock", "author", "kind"):
        columns = f", {field} = {told[field]!r}"
    db.execute(
        f"update revision set body = ?{hashed}{columns} where seq = ?",
        (spelled, spelled, seq) if fits else (spelled, seq),
    )


def _edit_column(db: sqlite3.Connection, dice: random.Random) -> None:
    table = dice.choice(_TABLES)
    column, seq = dice.choice(_COLUMNS[table]), _a_row(db, dice, table)
    (value,) = db.execute(f"select {column} from {table} where seq = ?", (seq,)).fetchone()
    if isinstance(value, int):
        wrong: object = value + dice.choice([-1, 1])
    elif isinstance(value, bytes):
        wrong = (
            value[:-1] + bytes([value[-1] ^ 1]) if dice.random() < 0.7 else value[: len(value) // 2]
        )
    else:
        wrong = dice.choice([value[:-1], value + " ", value[::-1], ""])
    db.execute(f"update or replace {table} set {column} = ? where seq = ?", (wrong, seq))


def _swap(db: sqlite3.Connection, dice: random.Random) -> None:
    """Give two rows each other's value in one column."""
    table = dice.choice(_TABLES)
    column = dice.choice(_COLUMNS[table])
    one, two = _two_rows(db, dice, table)
    read = f"select {column} from {table} where seq = ?"
    (first,), (second,) = (db.execute(read, (seq,)).fetchone() for seq in (one, two))
    between = b"\x01" * 16 if isinstance(first, bytes) else first
    write = f"update {table} set {column} = ? where seq = ?"
    for value, seq in ((between, one), (first, two), (second, one)):
        db.execute(write, (value, seq))


def _delete(db: sqlite3.Connection, dice: random.Random) -> None:
    table = dice.choice(_TABLES)
    for _ in range(dice.choice([1, 1, 3])):
        db.execute(f"delete from {table} where seq = ?", (_a_row(db, dice, table),))


def _double(db: sqlite3.Connection, dice: random.Random) -> None:
    """Insert a row again under another id or name."""
    table = dice.choice(_TABLES)
    unique = {"revision": ("id",), "blob": ("hash",), "seal": ("hash",)}[table]
    length, columns = dice.choice([16, 32]), _COLUMNS[table]
    told = ", ".join(f"randomblob({length})" if each in unique else each for each in columns)
    into = f"insert into {table} ({', '.join(columns)})"
    db.execute(f"{into} select {told} from {table} where seq = ?", (_a_row(db, dice, table),))


def _forge(db: sqlite3.Connection, dice: random.Random) -> None:
    """Add a revision that is right in all but that its author never wrote it."""
    (body,) = db.execute(
        "select body from revision where seq = ?", (_a_row(db, dice, "revision"),)
    ).fetchone()
    told = json.loads(body)
    number = f"{dice.randrange(1 << 48):012x}"
    told |= {"id": f"01800000-0000-7000-8000-{number}", "changes": {"name": "伪"}}
    if dice.random() < 0.5:
        told |= {"parents": [hashlib.sha256(body.encode()).hexdigest()], "clock": told["clock"] + 1}
    else:
        told |= {"parents": [], "clock": 1}
        if dice.random() < 0.5:
            told["record"] = f"01800000-0000-7000-9000-{number}"
    if dice.random() < 0.3:
        told["author"] = "e" * 64
    spelled = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    ids = [bytes.fromhex(told[name].replace("-", "")) for name in ("id", "record")]
    row = [*ids, told["kind"], told["clock"], told["author"], _sha256(spelled), spelled]
    columns = ", ".join(_COLUMNS["revision"])
    db.execute(f"insert into revision ({columns}) values (?, ?, ?, ?, ?, ?, ?)", row)


def _schema(db: sqlite3.Connection, dice: random.Random) -> None:
    """Put something that runs, or computes, where a table belongs."""
    table = dice.choice(["revision", "blob", "seal", "journal", "record"])
    rename = f"alter table {table} rename to kept"
    for statement in dice.choice(
        [
            (rename, f"create view {table} as select * from kept"),
            (f"create trigger t after insert on {table} begin delete from seal; end",),
            (f"alter table {table} add column more text generated always as (1) virtual",),
            (f"drop table {table}", f"create virtual table {table} using fts5 (body)"),
            (f"create view more as select * from {table}",),
            (f"create index more on {table} (1)",),
            (
                "pragma writable_schema = on",
                f"update sqlite_schema set sql = replace(sql, 'strict', '') where name = '{table}'",
            ),
            (f"drop table {table}",),
        ]
    ):
        db.execute(statement)


def _sha256(content: bytes | str) -> bytes:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).digest()


_BYTES = (
    ("bytes: bits", _bits),
    ("bytes: a stretch", _stretch),
    ("bytes: the head of a page", _head),
    ("bytes: pages", _pages),
    ("bytes: the end cut off", _cut),
    ("bytes: something appended", _grown),
)
_SQL = (
    ("SQL: a field of a revision", _edit_body),
    ("SQL: a column", _edit_column),
    ("SQL: two rows swapped", _swap),
    ("SQL: rows deleted", _delete),
    ("SQL: a row doubled", _double),
    ("SQL: a forged revision", _forge),
    ("SQL: the schema", _schema),
)
