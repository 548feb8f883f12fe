# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP proxy on loopback that misbehaves by a seeded schedule: refuses, resets, stalls, cuts and corrupts."""
import random
import socket
import struct
import threading
import time

REFUSALS = [(401, "Unauthorized"), (403, "Forbidden"), (429, "Too Many Requests"), (503, "Service Unavailable")]


class FaultProxy:
    def __init__(self, port, seed):
        self.target = port
        self.random = random.Random(seed)
        self.armed = threading.Event()  # set: faults begin
        self.quiet = threading.Event()  # set: no more faults
        self.lock = threading.Lock()
        self.pairs = []
        self.counts = {}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()
        threading.Thread(target=self.disturb, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def chance(self, share):
        with self.lock:
            return self.armed.is_set() and not self.quiet.is_set() and self.random.random() < share

    def count(self, what):
        with self.lock:
            self.counts[what] = self.counts.get(what, 0) + 1

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        try:
            if self.chance(0.05):
                self.count("refused")
                status, text = self.random.choice(REFUSALS)
                client.recv(65536)
                client.sendall(f"HTTP/1.1 {status} {text}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}".encode())
                client.close()
                return
            if self.chance(0.03):
                self.count("hung")
                time.sleep(2)  # span: of the load or of the fault
                client.close()
                return
            upstream = socket.create_connection(("127.0.0.1", self.target), timeout=5)
            upstream.settimeout(None)
        except OSError:
            client.close()
            return
        pair = (client, upstream)
        with self.lock:
            self.pairs.append(pair)
        threading.Thread(target=self.pump, args=(client, upstream, False), daemon=True).start()
        self.pump(upstream, client, True)
        with self.lock:
            if pair in self.pairs:
                self.pairs.remove(pair)

    def pump(self, source, sink, towards_client):
        try:
            while True:
                data = source.recv(65536)
                if not data:
                    break
                if self.chance(0.002):
                    self.count("delayed")
                    time.sleep(self.random.uniform(0.05, 1.0))  # span: of the load or of the fault
                if towards_client and self.chance(0.001):
                    self.count("corrupted")
                    at = self.random.randrange(len(data))
                    data = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1:]
                if self.chance(0.001):
                    self.count("cut")
                    sink.sendall(data[:self.random.randrange(len(data))])
                    break
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            end.close()

    def disturb(self):
        """Now and then all connections at once: a reset, or half-open ones that carry nothing any more."""
        while not self.quiet.wait(self.random.uniform(0.5, 2.5)):
            with self.lock:
                pairs = list(self.pairs)
            if not self.chance(0.6):
                continue
            self.count("reset")
            for client, upstream in pairs:
                for end in (client, upstream):
                    try:
                        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                        end.shutdown(socket.SHUT_RDWR)
                        end.close()
                    except OSError:
                        pass

    def close(self):
        self.quiet.set()
        self.listener.close()
