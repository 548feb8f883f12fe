# SPDX-License-Identifier: GPL-3.0-or-later
"""WebSocket frames as bytes: enough of RFC 6455 to duplicate one, to cut one in half and to say goodbye with a code."""
import struct

TEXT, CLOSE = 1, 8


async def read_frame(reader):
    """The next frame: its opcode, its head and its payload (masked as it came). EOFError and the like at the end."""
    head = await reader.readexactly(2)
    size = head[1] & 0x7F
    if size >= 126:
        more = await reader.readexactly(2 if size == 126 else 8)
        head += more
        size = int.from_bytes(more, "big")
    if head[1] & 0x80:
        head += await reader.readexactly(4)
    return head[0] & 0x0F, head, await reader.readexactly(size)


def unmasked(head, payload):
    key = head[-4:] * (len(payload) // 4 + 1)
    return (int.from_bytes(payload, "big") ^ int.from_bytes(key[:len(payload)], "big")).to_bytes(len(payload), "big")


def text_frame(payload):
    return head_of(0x80 | TEXT, len(payload)) + payload


def close_frame(code, reason):
    payload = struct.pack("!H", code) + reason.encode()
    return head_of(0x80 | CLOSE, len(payload)) + payload


def head_of(first, size):
    if size < 126:
        return bytes([first, size])
    if size < 1 << 16:
        return bytes([first, 126]) + size.to_bytes(2, "big")
    return bytes([first, 127]) + size.to_bytes(8, "big")
