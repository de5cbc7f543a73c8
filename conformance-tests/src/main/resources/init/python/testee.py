"""A testee of sockspec: makes the socket calls that come as JSON lines on standard input. The contract is
spec/protocol.md. Part 1 makes calls (YOUR STACK GOES THERE), part 2 serves one session at a time."""

import base64
import errno
import json
import os
import platform
import queue
import socket
import struct
import sys
import threading
import time

# 1. YOUR STACK. Put its calls where those of the socket module are, and its names and numbers into the tables: a name
# that is in no table is answered as unsupported. To add a call, write a function and list it in CALLS.

DOMAINS = {"AF_INET": socket.AF_INET, "AF_UNKNOWN": 250}
TYPES = {"SOCK_STREAM": socket.SOCK_STREAM, "SOCK_DGRAM": socket.SOCK_DGRAM, "SOCK_UNKNOWN": 15}
PROTOCOLS = {"DEFAULT": 0, "IPPROTO_TCP": socket.IPPROTO_TCP, "IPPROTO_UDP": socket.IPPROTO_UDP,
             "IPPROTO_UNKNOWN": 253}
SOCKET_FLAGS = {}
MESSAGE_FLAGS = {name: getattr(socket, name) for name in (
    "MSG_PEEK", "MSG_OOB", "MSG_WAITALL", "MSG_DONTWAIT", "MSG_NOSIGNAL", "MSG_TRUNC")}
HOWS = {"SHUT_RD": socket.SHUT_RD, "SHUT_WR": socket.SHUT_WR, "SHUT_RDWR": socket.SHUT_RDWR}
OPTIONS = {name: (socket.SOL_SOCKET, getattr(socket, name)) for name in (
    "SO_ACCEPTCONN", "SO_BROADCAST", "SO_KEEPALIVE", "SO_OOBINLINE", "SO_RCVBUF", "SO_RCVLOWAT", "SO_REUSEADDR",
    "SO_SNDBUF")} | {"TCP_NODELAY": (socket.IPPROTO_TCP, socket.TCP_NODELAY)}
ERRORS = errno.errorcode | {errno.EOPNOTSUPP: "EOPNOTSUPP"}

sockets = {}  # by their descriptors; a closed one stays, so that it is the module that refuses it


class Unsupported(Exception):
    """The stack has no such call, name or value."""


class Malformed(Exception):
    """The request is not what the protocol says."""


def number(name, table):
    if name not in table:
        raise Unsupported(name)
    return table[name]


def bits(names, table):
    return sum(number(name, table) for name in names)


def opened(new):
    sockets[new.fileno()] = new
    return {"ret": new.fileno()}


def on(fd):
    if fd not in sockets:
        os.fstat(fd)  # says EBADF
        raise Unsupported(f"{fd} is not a socket of this testee")
    return sockets[fd]


def given(address):
    # To be added: addresses that are wrong on purpose (asFamily, length), AF_UNSPEC, and {}, the null pointer.
    if address.get("family") != "AF_INET" or "asFamily" in address or "length" in address:
        raise Unsupported(f"address {address}")
    return address["host"], address["port"]


def stored(name):
    return {"address": {"family": "AF_INET", "host": name[0], "port": name[1]}, "addressLength": 16}


def call_socket(domain, type, flags, protocol):
    return opened(socket.socket(
        number(domain, DOMAINS), number(type, TYPES) | bits(flags, SOCKET_FLAGS), number(protocol, PROTOCOLS)))


def call_bind(fd, address):
    on(fd).bind(given(address))


def call_listen(fd, backlog):
    on(fd).listen(backlog)


def call_accept(fd, withAddress):
    connection, peer = on(fd).accept()
    return opened(connection) | (stored(peer) if withAddress else {})


def call_connect(fd, address):
    on(fd).connect(given(address))


def call_send(fd, data, flags):
    return {"ret": on(fd).send(base64.b64decode(data), bits(flags, MESSAGE_FLAGS))}


def call_recv(fd, length, flags):
    if length < 0:
        raise Malformed("length is negative")
    data = on(fd).recv(length, bits(flags, MESSAGE_FLAGS))
    return {"ret": len(data), "data": base64.b64encode(data).decode()}


def call_close(fd):
    on(fd).close()


def call_getsockname(fd):
    return stored(on(fd).getsockname())


def call_getpeername(fd):
    return stored(on(fd).getpeername())


def call_shutdown(fd, how):
    on(fd).shutdown(number(how, HOWS))


def call_setsockopt(fd, option, value):
    if not isinstance(value, int):
        raise Unsupported("an option that is no int")
    on(fd).setsockopt(*number(option, OPTIONS), value)


def call_getsockopt(fd, option):
    return {"option": on(fd).getsockopt(*number(option, OPTIONS))}


CALLS = {name[len("call_"):]: function for name, function in globals().items() if name.startswith("call_")}
HELLO = {
    "protocol": "1",
    "name": "my-stack",
    "version": "0.1",
    "platform": platform.platform(),
    "level": "binding",  # or "call": a complete sockets API
    "sessions": 1,
    "domains": ["AF_INET"],
    "types": ["SOCK_STREAM", "SOCK_DGRAM"],
    "calls": list(CALLS),
}

# 2. A session and its lanes, each of which is a thread that takes requests from a queue.

output = threading.Lock()
lanes = {}


def reply(id, **members):
    with output:
        print(json.dumps({"jsonrpc": "2.0", "id": id, **members}), flush=True)


def outcome(method, parameters):
    try:
        if method not in CALLS:
            raise Unsupported(method)
        return {"result": {"ret": 0} | (CALLS[method](**parameters) or {})}
    except OSError as failure:
        return {"result": {"ret": -1, "errno": ERRORS.get(failure.errno, f"ERRNO_{failure.errno}")}}
    except (Unsupported, ValueError, OverflowError) as unsupported:
        return {"error": {"code": -32601, "message": str(unsupported)}}
    except (Malformed, TypeError, KeyError, AttributeError) as malformed:
        return {"error": {"code": -32600, "message": str(malformed)}}


class Lane(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.requests = queue.SimpleQueue()
        self.ended = False
        self.start()

    def run(self):
        for id, method, parameters in iter(self.requests.get, None):
            if not self.ended:
                reply(id, **outcome(method, parameters))


def end_session():
    for lane in lanes.values():
        lane.ended = True
        lane.requests.put(None)
    deadline = time.monotonic() + 5
    while any(lane.is_alive() for lane in lanes.values()) and time.monotonic() < deadline:
        release()
        time.sleep(0.001)
    stuck = sum(lane.is_alive() for lane in lanes.values())
    lanes.clear()
    for each in sockets.values():
        if each.fileno() >= 0:
            each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # leaves no TIME_WAIT
            each.close()
    sockets.clear()
    return {"stuck": stuck}


def release():
    """Makes blocked calls return, in whatever way your stack has."""
    for each in list(sockets.values()):
        try:
            each.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # it was closed, or never connected


def serve(line):
    id = None
    try:
        request = json.loads(line)
        id, method, parameters = request["id"], request["method"], request["params"]
        if method == "hello":
            reply(id, result=HELLO)
            return
        session = parameters.pop("session")
        if method == "end_session":
            reply(id, result=end_session())
            return
        name = parameters.pop("lane")
        if name not in lanes:
            lanes[name] = Lane()
        lanes[name].requests.put((id, method, parameters))
    except (ValueError, KeyError, TypeError) as malformed:
        reply(id, error={"code": -32600, "message": str(malformed)})


for line in sys.stdin:
    serve(line)
os._exit(0)
