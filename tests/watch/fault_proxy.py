# SPDX-License-Identifier: GPL-3.0-or-later
"""A proxy on loopback that misbehaves by a seed: it knows HTTP requests and WebSocket frames well enough to lose, repeat,
hold back, halve and forge them. Many of them share one thread."""
import asyncio
import random
import re
import socket
import struct
import threading
import zlib

import ws_frames

REFUSALS = {401: "Unauthorized", 403: "Forbidden", 429: "Too Many Requests", 503: "Service Unavailable"}
CLOSE_CODES = [1000, 1001, 1011, 1012]
# How often at most: each schedule has its own mixture of them. Of each request, and of each frame.
OF_REQUEST = {"refused": 0.10, "hung": 0.02, "reset": 0.03, "answer lost": 0.04, "duplicate": 0.10, "delay": 0.20, "cut": 0.03,
              "garbage": 0.04, "slow reader": 0.05, "half-open": 0.02}
OF_FRAME = {"drop": 0.05, "duplicate": 0.10, "late duplicate": 0.05, "delay": 0.05, "garbage": 0.02, "truncated": 0.01,
            "close": 0.01, "reset": 0.01, "half-open": 0.005, "slow reader": 0.01}
KINDS = sorted({*OF_REQUEST, *OF_FRAME, *(f"refused {code}" for code in REFUSALS), *(f"close {code}" for code in CLOSE_CODES)}
               - {"refused", "close"})
CONTENT_LENGTH = re.compile(rb"(?i)(\ncontent-length: *)(\d+)")
GONE = (OSError, EOFError, asyncio.IncompleteReadError, asyncio.LimitOverrunError)


class ProxyThread:
    """The event loop that proxies run in."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(30)


class Broken(Exception):
    """The connection is to end now."""


class FaultProxy:
    """Faults begin once somebody has signed in through it, and end with heal()."""

    def __init__(self, thread, port, seed, faulty=True):
        self.thread, self.target = thread, port
        self.random = random.Random(seed)
        mixture = [0, 0.3, 1, 1]
        self.of_request = {kind: rate * self.random.choice(mixture) for kind, rate in OF_REQUEST.items()}
        self.of_frame = {kind: rate * self.random.choice(mixture) for kind, rate in OF_FRAME.items()}
        # A server counts sign-ins by address; on a loopback network each client may have its own.
        place = zlib.crc32(str(seed).encode())
        self.source = f"127.1.{place // 250 % 250}.{place % 250 + 1}"
        self.faulty, self.armed = faulty, False
        self.counts = {}
        self.pair = Pair
        self.tasks = set()
        self.server = thread.run(asyncio.start_server(self.serve, "127.0.0.1", 0))
        self.port = self.server.sockets[0].getsockname()[1]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def heal(self):
        """No new faults. What is half-open stays so, as it does in the world."""
        self.faulty = self.armed = False

    def calm(self):
        """No random faults."""
        self.of_request, self.of_frame = {}, {}

    def close(self):
        async def end():
            self.server.close()
            for task in list(self.tasks):
                task.cancel()
        self.thread.run(end())

    def arm(self):
        self.armed = self.faulty

    def count(self, kind):
        self.counts[kind] = self.counts.get(kind, 0) + 1

    def pick(self, rates):
        """At most one fault for each request or frame."""
        if not self.armed:
            return None
        at = self.random.random()
        for kind, rate in rates.items():
            if at < rate:
                if kind not in ("refused", "close"):
                    self.count(kind)
                return kind
            at -= rate
        return None

    async def serve(self, reader, writer):
        task = asyncio.current_task()
        self.tasks.add(task)
        pair = self.pair(self, reader, writer)
        try:
            await pair.run()
        except (Broken, asyncio.CancelledError, *GONE):
            pass
        finally:
            pair.abort()
            self.tasks.discard(task)


class Pair:
    """One connection of the client and the one to the server that belongs to it."""

    def __init__(self, proxy, reader, writer):
        self.proxy, self.random = proxy, proxy.random
        self.reader, self.writer = reader, writer
        self.far_reader = self.far_writer = None
        self.answer_fault = None
        self.signs_in = False
        self.web_socket = False
        self.asked = []  # heads of the requests that are not answered yet

    async def dial(self):
        for source in (self.proxy.source, "127.0.0.1"):
            try:
                return await asyncio.open_connection("127.0.0.1", self.proxy.target, local_addr=(source, 0))
            except OSError as error:
                last = error
        raise last

    async def run(self):
        head = await self.reader.readuntil(b"\r\n\r\n")
        self.far_reader, self.far_writer = await self.dial()
        self.web_socket = b"upgrade: websocket" in head.lower()
        answers = None
        try:
            while True:
                await self.request(head)
                if answers is None:
                    answers = asyncio.create_task(self.frames_down() if self.web_socket else self.answers())
                    answers.add_done_callback(lambda _: self.abort())
                if self.web_socket:
                    await self.frames_up()
                head = await self.reader.readuntil(b"\r\n\r\n")
        finally:
            if answers:
                answers.cancel()
                await asyncio.gather(answers, return_exceptions=True)

    # HTTP

    async def request(self, head):
        request = head + await self.body_of(head)
        self.signs_in = b"grant_type=password" in head
        self.asked.append(head)
        fault = None if self.signs_in else self.proxy.pick(self.proxy.of_request)
        self.answer_fault = fault if fault in ("cut", "garbage", "slow reader", "answer lost") else None
        if fault == "refused":
            await self.refuse()
        elif fault in ("hung", "half-open"):
            if fault == "half-open":
                self.far_writer.transport.abort()
            await asyncio.sleep(3600)  # span: of the load or of the fault
        elif fault == "reset":
            self.reset()
        elif fault == "delay":
            await asyncio.sleep(self.random.uniform(0.02, 0.6))  # span: of the load or of the fault
        elif fault == "duplicate" and not self.web_socket:
            self.proxy.tasks.add(task := asyncio.create_task(self.send_again(request)))
            task.add_done_callback(self.proxy.tasks.discard)
        await self.send(self.far_writer, request)

    async def body_of(self, head):
        size = CONTENT_LENGTH.search(head)
        return await self.reader.readexactly(int(size[2])) if size else b""

    async def refuse(self):
        code = self.random.choice(list(REFUSALS))
        self.proxy.count(f"refused {code}")
        after = "Retry-After: 1\r\n" if code == 429 else ""
        await self.send(self.writer, f"HTTP/1.1 {code} {REFUSALS[code]}\r\n{after}Content-Length: 2\r\n"
                        "Connection: close\r\n\r\n{}".encode())
        self.writer.close()
        raise Broken

    async def send_again(self, request):
        """The same request on a connection of its own; nobody waits for the answer."""
        try:
            reader, writer = await self.dial()
            writer.write(request)
            await asyncio.wait_for(reader.read(65536), 3)
            writer.close()
        except (asyncio.TimeoutError, *GONE):
            pass

    async def answers(self):
        while True:
            head = await self.far_reader.readuntil(b"\r\n\r\n")
            size = CONTENT_LENGTH.search(head)
            body = await self.far_reader.readexactly(int(size[2])) if size else b""
            await self.deliver(b"".join(self.answer(self.asked.pop(0), head, body)))
            if self.signs_in:
                asyncio.get_running_loop().call_later(0.05, self.proxy.arm)

    async def deliver(self, data):
        fault, self.answer_fault = self.answer_fault, None
        if fault == "answer lost":
            self.reset()
        elif fault == "cut":
            await self.send(self.writer, data[:self.random.randrange(len(data))])
            raise Broken
        elif fault == "garbage":  # never a byte of UTF-8 that could pass for another
            at = self.random.randrange(len(data))
            data = data[:at] + bytes([data[at] | 0x80 if data[at] < 0x80 else 0xFF]) + data[at + 1:]
        elif fault == "slow reader":
            data = await self.dribble(self.writer, data)
        await self.send(self.writer, data)

    def answer(self, request, head, body):
        """What the client is told instead of this answer."""
        return head, body

    # WebSocket

    async def frames_up(self):
        while True:
            opcode, head, payload = await ws_frames.read_frame(self.reader)
            if opcode == ws_frames.TEXT:
                await self.said(ws_frames.unmasked(head, payload))
            fault = self.proxy.pick(self.proxy.of_frame)
            if fault == "drop":
                continue
            if fault == "reset":
                self.reset()
            if fault == "duplicate":
                await self.send(self.far_writer, head + payload)
            elif fault == "delay":
                await asyncio.sleep(self.random.uniform(0.05, 1))  # span: of the load or of the fault
            elif fault == "half-open":
                await asyncio.sleep(3600)  # span: of the load or of the fault
            await self.send(self.far_writer, head + payload)

    async def frames_down(self):
        answer = await self.far_reader.readuntil(b"\r\n\r\n")
        await self.send(self.writer, answer)
        if b" 101 " not in answer.split(b"\r\n")[0]:
            while data := await self.far_reader.read(65536):
                await self.send(self.writer, data)
            return
        while True:
            opcode, head, payload = await ws_frames.read_frame(self.far_reader)
            if opcode == ws_frames.TEXT and (told := self.told(payload)) is not payload:
                if told is None:
                    continue
                head, payload = ws_frames.head_of(0x80 | ws_frames.TEXT, len(told)), told
            fault = self.proxy.pick(self.proxy.of_frame)
            frame = await self.spoil(fault, opcode, head, payload)
            await self.send(self.writer, frame)

    async def said(self, payload):
        """A frame of the client."""

    def told(self, payload):
        """What the client is told instead of this frame; None: nothing."""
        return payload

    async def spoil(self, fault, opcode, head, payload):
        frame = head + payload
        if fault == "drop":
            return b""
        if fault == "duplicate":
            return frame + frame
        if fault == "late duplicate":
            asyncio.get_running_loop().call_later(self.random.uniform(0.05, 2), self.late, frame)
        elif fault == "delay":
            await asyncio.sleep(self.random.uniform(0.05, 1))  # span: of the load or of the fault
        elif fault == "garbage" and opcode == ws_frames.TEXT:
            return ws_frames.text_frame(self.garbage(payload))
        elif fault == "truncated":
            await self.send(self.writer, frame[:self.random.randrange(1, len(frame))])
            self.writer.close()
            raise Broken
        elif fault == "close":
            code = self.random.choice(CLOSE_CODES)
            self.proxy.count(f"close {code}")
            await self.send(self.writer, ws_frames.close_frame(code, "for now"))
            self.writer.close()
            raise Broken
        elif fault == "reset":
            self.reset()
        elif fault == "half-open":
            await asyncio.sleep(3600)  # span: of the load or of the fault
        elif fault == "slow reader":
            return await self.dribble(self.writer, frame)
        return frame

    def garbage(self, payload):
        at = self.random.randrange(len(payload) + 1)
        return self.random.choice([b"", b"null", b'[null,"1","x"', b"\xff\xfe", payload[:at], payload[:at] + b"\x80" + payload[at:]])

    def late(self, frame):
        if not self.writer.is_closing():
            self.writer.write(frame)

    # Both

    async def dribble(self, writer, data):
        """Some of it in small pieces; the rest is the caller's."""
        for _ in range(20):
            if len(data) <= 200 or not self.proxy.armed:
                break
            await self.send(writer, data[:200])
            data = data[200:]
            await asyncio.sleep(0.05)  # span: of the load or of the fault
        return data

    async def send(self, writer, data):
        writer.write(data)
        await writer.drain()

    def reset(self):
        for writer in (self.writer, self.far_writer):
            if writer:
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.abort()
        raise Broken

    def abort(self):
        """Closes both ends; what was written already is still sent."""
        for writer in (self.writer, self.far_writer):
            if writer and not writer.is_closing():
                writer.close()
