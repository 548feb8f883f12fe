# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as a bad disk, a full one or a careless person leaves them."""
import pathlib


def flip(dice, data, begin, end, most):
    for _ in range(dice.randint(1, most)):
        data[dice.randrange(begin, min(end, len(data)))] ^= 1 << dice.randrange(8)


def damage(file, dice):
    """Damages a copy on disk; what was done to it."""
    file = pathlib.Path(file)
    data = bytearray(file.read_bytes()) if file.exists() else bytearray()
    ways = ["a bit of the header", "bits of the first page", "bits anywhere", "a page of zeros", "cut off", "emptied", "another file",
            "a log that is not its own"] if data else ["another file"]
    way = dice.choice(ways)
    if way == "a bit of the header":
        flip(dice, data, 0, 100, 1)
    elif way == "bits of the first page":
        flip(dice, data, 0, 4096, 20)
    elif way == "bits anywhere":
        flip(dice, data, 0, len(data), 200)
    elif way == "a page of zeros":
        at = dice.randrange(0, len(data), 4096)
        data[at:at + 4096] = bytes(len(data[at:at + 4096]))
    elif way == "cut off":
        del data[dice.randrange(len(data)):]
    elif way == "emptied":
        data.clear()
    elif way == "another file":
        data = bytearray(dice.randbytes(dice.choice([1, 100, 4096, 50_000])))
    else:
        file.with_name(file.name + "-wal").write_bytes(dice.randbytes(dice.choice([32, 5000])))
    file.write_bytes(data)
    return way
