"""The testee of CPython's socket module, with select, and os for what is not a socket. See spec/protocol.md."""

import array
import base64
import binascii
import errno
import fcntl as fcntl_module
import inspect
import json
import os
import queue
import resource
import select as select_module
import signal
import socket as socket_module
import stat
import struct
import sys
import threading
import time
from socket import SOL_SOCKET

SESSIONS = 64
PATIENCE = 5.0
SURELY_BLOCKED = 0.05


class Malformed(Exception):
    """A request that the protocol does not allow."""


class Unsupported(Exception):
    """A call that Python has no way to express."""


# Names and numbers


def having(module, *names):
    return {name: int(getattr(module, name)) for name in names if hasattr(module, name)}


DOMAINS = having(socket_module, "AF_INET", "AF_INET6", "AF_UNIX", "AF_UNSPEC") | {"AF_UNKNOWN": 250}
TYPES = having(socket_module, "SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET", "SOCK_RAW") | {"SOCK_UNKNOWN": 15}
PROTOCOLS = having(socket_module, "IPPROTO_TCP", "IPPROTO_UDP") | {"DEFAULT": 0, "IPPROTO_UNKNOWN": 253}
SOCKET_FLAGS = having(socket_module, "SOCK_NONBLOCK", "SOCK_CLOEXEC")
MESSAGE_FLAGS = having(
    socket_module, "MSG_PEEK", "MSG_OOB", "MSG_WAITALL", "MSG_DONTWAIT", "MSG_NOSIGNAL", "MSG_EOR", "MSG_TRUNC",
    "MSG_CTRUNC", "MSG_CMSG_CLOEXEC", "MSG_DONTROUTE")
DESCRIPTOR_FLAGS = having(fcntl_module, "FD_CLOEXEC")
STATUS_FLAGS = having(os, "O_NONBLOCK", "O_RDWR", "O_ASYNC")
COMMANDS = having(fcntl_module, "F_GETFD", "F_SETFD", "F_GETFL", "F_SETFL", "F_DUPFD")
SHUTDOWNS = having(socket_module, "SHUT_RD", "SHUT_WR", "SHUT_RDWR")
EVENTS = having(
    select_module, "POLLIN", "POLLPRI", "POLLOUT", "POLLERR", "POLLHUP", "POLLNVAL", "POLLRDHUP")
SIGNALS = having(signal, "SIGUSR1", "SIGPIPE", "SIGURG", "SIGIO")
FILE_TYPES = {number: name for name, number in having(
    stat, "S_IFIFO", "S_IFCHR", "S_IFDIR", "S_IFBLK", "S_IFREG", "S_IFLNK", "S_IFSOCK").items()}
OPTIONS = {name: (level, number) for level, names in (
    (SOL_SOCKET, having(
        socket_module, "SO_ACCEPTCONN", "SO_BROADCAST", "SO_DOMAIN", "SO_ERROR", "SO_KEEPALIVE", "SO_LINGER",
        "SO_OOBINLINE", "SO_PROTOCOL", "SO_RCVBUF", "SO_RCVLOWAT", "SO_RCVTIMEO", "SO_REUSEADDR", "SO_REUSEPORT",
        "SO_SNDBUF", "SO_SNDTIMEO", "SO_TYPE")),
    (socket_module.IPPROTO_TCP, having(
        socket_module, "TCP_KEEPCNT", "TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_NODELAY", "TCP_SYNCNT", "TCP_USER_TIMEOUT")),
    (socket_module.IPPROTO_IPV6, having(socket_module, "IPV6_V6ONLY")),
) for name, number in names.items()}
# Where ENOTSUP and EOPNOTSUPP have one number, as in Linux, Python knows only the name that no socket call fails with.
ERROR_NAMES = errno.errorcode | {errno.EOPNOTSUPP: "EOPNOTSUPP"}
ERRORS = {name: number for number, name in ERROR_NAMES.items()}
SYMBOLIC_OPTIONS = {"SO_TYPE": TYPES, "SO_DOMAIN": DOMAINS, "SO_PROTOCOL": PROTOCOLS, "SO_ERROR": ERRORS}
LINGER = struct.Struct("ii")
TIMEVAL = struct.Struct("ll")
MICROS = 1_000_000


def number(name, names):
    if not isinstance(name, str):
        raise Malformed(f"{name!r} is not a name")
    if name not in names:
        raise Unsupported(f"Python has no {name}")
    return names[name]


def bits(flags, names):
    joined = 0
    for flag in flags:
        joined |= number(flag, names)
    return joined


def flags_in(joined, names):
    return [name for name, bit in names.items() if joined & bit]


def symbol(value, names):
    return next((name for name, number in names.items() if number == value and number != 0), str(value))


def error_name(number):
    return ERROR_NAMES.get(number, f"ERRNO_{number}")


def failure(error):
    """Tells the outcome of a call that raised. Only here does an exception become an errno."""
    if isinstance(error, OSError) and error.errno is not None and error.errno > 0:
        return {"ret": -1, "errno": error_name(error.errno)}
    # No number: Python refused the arguments and called nothing (gaierror has one, but not of errno).
    raise Unsupported(f"{type(error).__name__}: {error}")


# Values


def encode_bytes(data):
    return base64.b64encode(data).decode()


def decode_bytes(text):
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, TypeError) as error:
        raise Malformed(f"not base64: {error}")


def encode_address(address):
    """Makes what a Python program writes for an address; only what it can write."""
    if "asFamily" in address or "length" in address:
        raise Unsupported("Python fills in the family and the length of an address itself")
    match address:
        case {"family": "AF_INET", "host": host, "port": port}:
            return host, port
        case {"family": "AF_INET6", "host": host, "port": port}:
            return host, port, 0, address.get("scope", 0)
        case {"family": "AF_UNIX", "path": path}:
            return path
        case {"family": "AF_UNIX", "abstract": name}:
            return b"\0" + decode_bytes(name)
        case {"family": "AF_UNIX"}:
            return ""
        case _:
            raise Unsupported("Python passes neither a null pointer nor an address without a family")


def decode_address(stored):
    """Describes what Python made of an address. It does not tell the length, which follows from the form."""
    match stored:
        case None:
            return {"addressLength": 0}
        case (host, port):
            return {"address": {"family": "AF_INET", "host": host, "port": port}, "addressLength": 16}
        case (host, port, _, scope):
            inet6 = {"family": "AF_INET6", "host": host, "port": port}
            return {"address": inet6 | ({"scope": scope} if scope else {}), "addressLength": 28}
        case "":
            return {"address": {"family": "AF_UNIX"}, "addressLength": 2}
        case bytes(name):
            return {"address": {"family": "AF_UNIX", "abstract": encode_bytes(name[1:])},
                    "addressLength": 2 + len(name)}
        case path:
            return {"address": {"family": "AF_UNIX", "path": path}, "addressLength": 3 + len(os.fsencode(path))}


def encode_control(message):
    match message:
        case {"rights": descriptors}:
            return SOL_SOCKET, socket_module.SCM_RIGHTS, array.array("i", descriptors)
        case {"name": "SCM_CREDENTIALS", "data": data}:
            return SOL_SOCKET, socket_module.SCM_CREDENTIALS, decode_bytes(data)
        case {"name": str(name), "data": data}:
            level, _, kind = name.partition(":")
            return int(level), int(kind), decode_bytes(data)
        case _:
            raise Malformed(f"not a control message: {message}")


def decode_control(session, level, kind, data):
    if (level, kind) == (SOL_SOCKET, socket_module.SCM_RIGHTS):
        descriptors = array.array("i", data[:len(data) - len(data) % array.array("i").itemsize])
        return {"rights": [session.own(descriptor) for descriptor in descriptors]}
    credentials = (level, kind) == (SOL_SOCKET, socket_module.SCM_CREDENTIALS)
    return {"name": "SCM_CREDENTIALS" if credentials else f"{level}:{kind}", "data": encode_bytes(data)}


def encode_option(option, value):
    match value:
        case {"on": bool(on), "seconds": int(seconds)}:
            return LINGER.pack(on, seconds)
        case {"micros": int(micros)}:
            return TIMEVAL.pack(micros // MICROS, micros % MICROS)
        case str(name):
            return int(name) if name.isdecimal() else number(name, SYMBOLIC_OPTIONS.get(option, {}))
        case int(value):
            return value
        case _:
            raise Malformed(f"not the value of an option: {value}")


# Sessions and lanes


class Session:
    """The sockets and the lanes of one case. A closed socket stays in its place until its number is given again."""

    def __init__(self):
        self.lanes = {}
        self.sockets = {}
        self.owned = set()
        self.ended = False

    def on(self, fd):
        """Finds the socket with a number; wraps one that came without a socket, which Python refuses for others."""
        if fd not in self.sockets:
            self.sockets[fd] = socket_module.socket(fileno=fd)
        return self.sockets[fd]

    def adopt(self, socket):
        self.sockets[socket.fileno()] = socket
        self.owned.add(socket.fileno())
        return socket.fileno()

    def own(self, fd):
        self.sockets.pop(fd, None)
        self.owned.add(fd)
        return fd

    def close(self, fd):
        # The number may be somebody else's as soon as it is closed.
        self.owned.discard(fd)
        if fd in self.sockets:
            self.sockets[fd].close()
        else:
            os.close(fd)

    def lane(self, name):
        if name not in self.lanes:
            self.lanes[name] = Lane(self)
        return self.lanes[name]

    def end(self):
        """Ends the session and tells how many lanes are stuck."""
        self.ended = True
        for lane in self.lanes.values():
            lane.requests.put(None)
        for fd in list(self.owned):
            self.replace(fd)
        lanes = list(self.lanes.values())
        # Nothing is exceptional about a broken connection; a select() for that ends when its number is closed.
        blocked = [lane for lane in lanes if not lane.leave(time.monotonic() + PATIENCE / 10)]
        for fd in list(self.owned):
            self.close(fd)
        for stranger in self.sockets.values():
            stranger.detach()
        return sum(not lane.leave(time.monotonic() + PATIENCE) for lane in blocked)

    def replace(self, fd):
        """Puts the end of a broken connection in the place of a descriptor, so that no call can block on it again."""
        try:
            self.on(fd).setsockopt(SOL_SOCKET, socket_module.SO_LINGER, LINGER.pack(1, 0))
        except OSError:
            pass  # it is not a socket
        os.dup2(BROKEN.fileno(), fd, inheritable=False)


class Lane:
    """A thread that makes calls one after the other."""

    def __init__(self, session):
        self.session = session
        self.requests = queue.SimpleQueue()
        self.guard = threading.Lock()
        self.calling = False
        self.unbegun = []  # for each call that has not begun, the ids of those who ask whether it has
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def call(self, *request):
        with self.guard:
            self.unbegun.append([])
        self.requests.put(request)

    def ask(self, id):
        with self.guard:
            if self.unbegun:
                self.unbegun[-1].append(id)
                return
        reply(id, BEGUN)

    def serve(self):
        for request in iter(self.requests.get, None):
            if not self.session.ended:
                self.answer(*request)

    def answer(self, id, method, parameters):
        with self.guard:
            asked = self.unbegun.pop(0)
        for question in asked:
            reply(question, BEGUN)
        self.mark(True)
        try:
            outcome = make(self, method, parameters)
        finally:
            self.mark(False)
        reply(id, outcome)

    def mark(self, calling):
        with self.guard:
            self.calling = calling

    def signal(self, signum):
        """Sends a signal to the thread if it is making a call, and tells whether it was."""
        with self.guard:
            if self.calling:
                signal.pthread_kill(self.thread.ident, signum)
            return self.calling

    def waits_in_the_kernel(self):
        """Tells whether the thread sleeps, but not for Python's own lock, which is a futex."""
        try:
            with open(f"/proc/self/task/{self.thread.native_id}/wchan") as wchan:
                return not wchan.read().startswith(("0", "futex"))
        except OSError:
            time.sleep(SURELY_BLOCKED)  # no system but Linux tells
            return self.calling

    def leave(self, deadline):
        """Makes the thread end. After a signal Python repeats a blocked call, now on a descriptor that does not block."""
        self.thread.join(0.01)
        while self.thread.is_alive() and time.monotonic() < deadline:
            self.signal(RELEASE)
            self.thread.join(0.02)
        return not self.thread.is_alive()


# Calls. The parameters' annotations are the types that the protocol demands of them.


def created(session, socket):
    return {"ret": session.adopt(socket)}


def done(_=None):
    return {"ret": 0}


def received(data):
    return {"ret": len(data), "data": encode_bytes(data)}


def socket(lane, domain: str, type: str, flags: list, protocol: str):
    kind = number(type, TYPES) | bits(flags, SOCKET_FLAGS)
    return created(
        lane.session, socket_module.socket(number(domain, DOMAINS), kind, number(protocol, PROTOCOLS)))


def socketpair(lane, domain: str, type: str, flags: list, protocol: str):
    kind = number(type, TYPES) | bits(flags, SOCKET_FLAGS)
    pair = socket_module.socketpair(number(domain, DOMAINS), kind, number(protocol, PROTOCOLS))
    return {"ret": 0, "fds": [lane.session.adopt(each) for each in pair]}


def bind(lane, fd: int, address: dict):
    return done(lane.session.on(fd).bind(encode_address(address)))


def listen(lane, fd: int, backlog: int):
    return done(lane.session.on(fd).listen(backlog))


def accept(lane, fd: int, withAddress: bool):
    connection, peer = lane.session.on(fd).accept()
    return created(lane.session, connection) | (decode_address(peer) if withAddress else {})


def connect(lane, fd: int, address: dict):
    return done(lane.session.on(fd).connect(encode_address(address)))


def send(lane, fd: int, data: str, flags: list):
    return {"ret": lane.session.on(fd).send(decode_bytes(data), bits(flags, MESSAGE_FLAGS))}


def sendto(lane, fd: int, data: str, flags: list, address: dict):
    return {"ret": lane.session.on(fd).sendto(
        decode_bytes(data), bits(flags, MESSAGE_FLAGS), encode_address(address))}


def sendmsg(lane, fd: int, iov: list, control: list, flags: list, address: dict = None):
    return {"ret": lane.session.on(fd).sendmsg(
        [decode_bytes(buffer) for buffer in iov],
        [encode_control(message) for message in control],
        bits(flags, MESSAGE_FLAGS),
        None if address is None else encode_address(address))}


def write(lane, fd: int, data: str):
    return {"ret": os.write(fd, decode_bytes(data))}


def writev(lane, fd: int, iov: list):
    return {"ret": os.writev(fd, [decode_bytes(part) for part in iov])}


def recv(lane, fd: int, length: int, flags: list):
    return received(lane.session.on(fd).recv(length, bits(flags, MESSAGE_FLAGS)))


def recvfrom(lane, fd: int, length: int, flags: list, withAddress: bool):
    data, sender = lane.session.on(fd).recvfrom(length, bits(flags, MESSAGE_FLAGS))
    return received(data) | (decode_address(sender) if withAddress else {})


def recvmsg(lane, fd: int, iov: list, controlLength: int, flags: list):
    buffers = [bytearray(size) for size in iov]
    length, control, message_flags, sender = lane.session.on(fd).recvmsg_into(
        buffers, controlLength, bits(flags, MESSAGE_FLAGS))
    return {
        "ret": length,
        "data": encode_bytes(b"".join(buffers)[:length]),
        "messageFlags": flags_in(message_flags, MESSAGE_FLAGS),
        "control": [decode_control(lane.session, *message) for message in control],
    } | decode_address(sender)


def read(lane, fd: int, length: int):
    return received(os.read(fd, length))


def readv(lane, fd: int, iov: list):
    buffers = [bytearray(size) for size in iov]
    length = os.readv(fd, buffers)
    return received(b"".join(buffers)[:length])


def shutdown(lane, fd: int, how: str):
    return done(lane.session.on(fd).shutdown(number(how, SHUTDOWNS)))


def close(lane, fd: int):
    return done(lane.session.close(fd))


def poll(lane, fds: list, timeout: int):
    if len({entry["fd"] for entry in fds}) < len(fds):
        raise Unsupported("a poll object holds a descriptor once")
    poller = select_module.poll()
    for entry in fds:
        poller.register(entry["fd"], bits(entry["events"], EVENTS))
    if fds:
        ready = dict(poller.poll(timeout))
    else:
        ready = wait_for_nothing(lane.session, poller, timeout)
    return {"ret": len(ready), "revents": [flags_in(ready.get(entry["fd"], 0), EVENTS) for entry in fds]}


def wait_for_nothing(session, poller, timeout):
    """Polls a connection on which nothing ever happens: Python repeats an empty poll() for ever after a signal."""
    with SILENT.dup() as silent:
        session.owned.add(silent.fileno())
        poller.register(silent, 0)
        try:
            poller.poll(timeout)
            return {}
        finally:
            session.owned.discard(silent.fileno())


def select(lane, sets: dict, timeout: int):
    names = ("read", "write", "except")
    ready = select_module.select(*(sets[name] for name in names), None if timeout == -1 else timeout / 1000)
    return {"ret": sum(map(len, ready)), "ready": dict(zip(names, ready))}


def getsockopt(lane, fd: int, option: str):
    level, name = number(option, OPTIONS)
    on = lane.session.on(fd)
    if option == "SO_LINGER":
        enabled, seconds = LINGER.unpack(on.getsockopt(level, name, LINGER.size))
        value = {"on": enabled != 0, "seconds": seconds}
    elif option in ("SO_RCVTIMEO", "SO_SNDTIMEO"):
        seconds, micros = TIMEVAL.unpack(on.getsockopt(level, name, TIMEVAL.size))
        value = {"micros": seconds * MICROS + micros}
    elif option == "SO_ERROR":
        error = on.getsockopt(level, name)
        value = error_name(error) if error else "0"
    elif option in SYMBOLIC_OPTIONS:
        value = symbol(on.getsockopt(level, name), SYMBOLIC_OPTIONS[option])
    else:
        value = on.getsockopt(level, name)
    return {"ret": 0, "option": value}


def setsockopt(lane, fd: int, option: str, value: object):
    return done(lane.session.on(fd).setsockopt(*number(option, OPTIONS), encode_option(option, value)))


def getsockname(lane, fd: int):
    return done() | decode_address(lane.session.on(fd).getsockname())


def getpeername(lane, fd: int):
    return done() | decode_address(lane.session.on(fd).getpeername())


def fcntl(lane, fd: int, command: str, flags: list):
    result = fcntl_module.fcntl(fd, number(command, COMMANDS), bits(flags, DESCRIPTOR_FLAGS | STATUS_FLAGS))
    match command:
        case "F_GETFD":
            return done() | {"fileFlags": flags_in(result, DESCRIPTOR_FLAGS)}
        case "F_GETFL":
            return done() | {"fileFlags": flags_in(result, STATUS_FLAGS)}
        case "F_DUPFD":
            return {"ret": lane.session.own(result)}
        case _:
            return done()


def dup(lane, fd: int):
    if fd in lane.session.sockets:
        return created(lane.session, lane.session.on(fd).dup())
    return {"ret": lane.session.own(os.dup(fd))}


def fstat(lane, fd: int):
    kind = stat.S_IFMT(os.fstat(fd).st_mode)
    return done() | {"mode": FILE_TYPES.get(kind, f"{kind:o}")}


def pipe(lane):
    return done() | {"fds": [lane.session.own(end) for end in os.pipe()]}


def setrlimit(lane, limit: int):
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return done(resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard)))


def sigaction(lane, signal: str, restart: bool):
    signum = number(signal, SIGNALS)
    return done(in_main_thread(lambda: catch(signum, restart)))


def pthread_sigmask(lane, block: bool, signal: str):
    mask(block, {number(signal, SIGNALS)})
    return done()


def sigtimedwait(lane, signal: str):
    if not take({number(signal, SIGNALS)}):
        raise BlockingIOError(errno.EAGAIN, f"{signal} is not pending")
    return done()


def pthread_kill(lane, target: str, signal: str):
    other = lane.session.lanes.get(target)
    deadline = time.monotonic() + PATIENCE
    while other and time.monotonic() < deadline:
        if other.calling and other.waits_in_the_kernel() and other.signal(number(signal, SIGNALS)):
            return done()
        time.sleep(0.001)
    raise ProcessLookupError(errno.ESRCH, f"lane {target} is not blocked")


# The pattern: arithmetic on whole pieces at once, as long integers with 128 bits for each word of 64.

PIECE = 65536
FACTOR = 0x9E3779B97F4A7C15
WORD = (1 << 64) - 1
LANES = PIECE // 8 + 1
STEPS = int.from_bytes(b"".join((i * FACTOR & WORD).to_bytes(16, "little") for i in range(LANES)), "little")
ONES = int.from_bytes((1).to_bytes(16, "little") * LANES, "little")


def pattern(seed, position, length):
    start = (seed + position // 8) * FACTOR & WORD
    words = STEPS + start * ONES & WORD * ONES
    spread = memoryview((words ^ words >> 29).to_bytes(16 * LANES, "little")).cast("Q")
    skip = position % 8
    return spread[::2].tobytes()[skip:skip + length]


def send_pattern(lane, fd: int, seed: int, length: int):
    sent = 0
    try:
        while sent < length:
            piece = pattern(seed, sent, min(PIECE, length - sent))
            sent += lane.session.on(fd).send(piece, socket_module.MSG_NOSIGNAL)
    except OSError:
        pass  # the number of bytes tells
    return {"ret": sent}


def recv_pattern(lane, fd: int, seed: int):
    count = 0
    while data := lane.session.on(fd).recv(PIECE):
        expected = pattern(seed, count, len(data))
        if data != expected:
            wrong = next(i for i, (left, right) in enumerate(zip(data, expected)) if left != right)
            return {"ret": count, "mismatchAt": count + wrong}
        count += len(data)
    return {"ret": count, "mismatchAt": -1}


CALLS = {call.__name__: call for call in (
    socket, socketpair, bind, listen, accept, connect, send, sendto, sendmsg, recv, recvfrom, recvmsg, read, readv, write,
    writev, shutdown, close, poll, select, getsockopt, setsockopt, getsockname, getpeername, fcntl, dup, fstat, pipe, setrlimit,
    sigaction, pthread_sigmask, sigtimedwait, pthread_kill, send_pattern, recv_pattern)}
SIGNATURES = {name: list(inspect.signature(call).parameters.values())[1:] for name, call in CALLS.items()}


def make(lane, method, parameters):
    """Makes a call and returns the members of its reply."""
    try:
        if method not in CALLS:
            raise Unsupported(method)
        arguments = checked(SIGNATURES[method], parameters)
        try:
            return {"result": CALLS[method](lane, **arguments)}
        except (OSError, ValueError, TypeError, OverflowError) as error:
            return {"result": failure(error)}
    except Unsupported as unsupported:
        return {"error": {"code": -32601, "message": str(unsupported)}}
    except (Malformed, KeyError) as malformed:
        return {"error": {"code": -32600, "message": f"{method}: {malformed}"}}
    except Exception as broken:
        return {"error": {"code": -32603, "message": f"{type(broken).__name__}: {broken}"}}


def checked(signature, parameters):
    arguments = {}
    for parameter in signature:
        if parameter.name in parameters:
            value = parameters[parameter.name]
            if parameter.annotation not in (object, type(value)):
                raise Malformed(f"{parameter.name} is not of type {parameter.annotation.__name__}")
            if parameter.name == "length" and value < 0:
                raise Malformed("length is negative")
            arguments[parameter.name] = value
        elif parameter.default is parameter.empty:
            raise Malformed(f"{parameter.name} is missing")
    return arguments


# The process

OUTPUT = threading.Lock()
FOR_MAIN = queue.SimpleQueue()
SESSIONS_OPEN = {}
RELEASE = signal.SIGUSR2
BEGUN = {"result": {"begun": True}}


def reply(id, members):
    line = json.dumps({"jsonrpc": "2.0", "id": id} | members).encode() + b"\n"
    with OUTPUT:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()


def mask(block, signums):
    signal.pthread_sigmask(signal.SIG_BLOCK if block else signal.SIG_UNBLOCK, signums)


def take(signums):
    return signal.sigtimedwait(signums, 0)


def catch(signum, restart):
    signal.signal(signum, lambda *_: None)
    signal.siginterrupt(signum, not restart)


def in_main_thread(action):
    """Python lets only the main thread catch signals."""
    finished = threading.Event()
    FOR_MAIN.put(lambda: (action(), finished.set()))
    finished.wait()


def hello():
    system = os.uname()
    return {
        "protocol": "1",
        "name": "cpython",
        "version": sys.version.split()[0],
        "platform": f"{system.sysname} {system.release} {system.machine}",
        "level": "binding",
        "sessions": SESSIONS,
        "domains": ["AF_INET", "AF_UNIX"] + (["AF_INET6"] if has_ipv6_loopback() else []),
        "types": [name for name in TYPES if name != "SOCK_UNKNOWN"],
        "calls": ["begun", *CALLS],
    }


def has_ipv6_loopback():
    try:
        with socket_module.socket(socket_module.AF_INET6, socket_module.SOCK_DGRAM) as probe:
            probe.bind(("::1", 0))
        return True
    except OSError:
        return False


def serve(line):
    id = None
    try:
        request = json.loads(line)
        id, method, parameters = request["id"], request["method"], request["params"]
        if method == "hello":
            reply(id, {"result": hello()})
            return
        name = parameters["session"]
        if method == "end_session":
            session = SESSIONS_OPEN.pop(name, None) or Session()
            threading.Thread(
                target=lambda: reply(id, {"result": {"stuck": session.end()}}), daemon=True).start()
            return
        session = SESSIONS_OPEN.setdefault(name, Session())
        lane = session.lane(parameters["lane"])
        if method == "begun":
            lane.ask(id)
        else:
            lane.call(id, method, parameters)
    except (ValueError, KeyError, TypeError) as malformed:
        reply(id, {"error": {"code": -32600, "message": f"{type(malformed).__name__}: {malformed}"}})


def serve_all():
    for line in sys.stdin.buffer:
        serve(line)
    os._exit(0)


BROKEN, other_end = socket_module.socketpair()
other_end.close()
SILENT, kept = socket_module.socketpair()
catch(RELEASE, restart=False)
threading.Thread(target=serve_all, daemon=True).start()
while True:
    FOR_MAIN.get()()
