// A testee of sockspec: makes the socket calls that come as JSON lines on standard input. The contract is
// spec/protocol.md. Part 1 makes calls (YOUR SOCKETS GO THERE), part 2 serves sessions and lanes.

import net from 'node:net';
import os from 'node:os';
import readline from 'node:readline';

class Unsupported extends Error {} // there is no such call, name or value
class Malformed extends Error {} // the request is not what the protocol says

// 1. YOUR SOCKETS. Put your library's objects where those of net are. A method is a call; to add one, list its
// parameters in CALLS and write the method. What the library cannot express is refused, never emulated.

const CALLS = {
  socket: ['domain', 'type', 'flags', 'protocol'],
  bind: ['fd', 'address'],
  listen: ['fd', 'backlog'],
  accept: ['fd', 'withAddress'],
  connect: ['fd', 'address'],
  send: ['fd', 'data', 'flags'],
  recv: ['fd', 'length', 'flags'],
  close: ['fd'],
  getsockname: ['fd'],
  getpeername: ['fd'],
  shutdown: ['fd', 'how'],
  setsockopt: ['fd', 'option', 'value'],
};

const HELLO = {
  protocol: '1',
  name: 'my-sockets',
  version: '0.1',
  platform: `${os.platform()} ${os.release()}, Node ${process.versions.node}`,
  level: 'binding', // the socket library of a language
  sessions: 16,
  domains: ['AF_INET'],
  types: ['SOCK_STREAM'],
  calls: ['begun', ...Object.keys(CALLS)],
};

// What a code of Node's own says of an object, as the errno that says it of a descriptor.
const ERRNOS = {
  ENOTSUP: 'EOPNOTSUPP',
  ERR_SERVER_ALREADY_LISTEN: 'EINVAL',
  ERR_SOCKET_CLOSED: 'EBADF',
  ERR_STREAM_DESTROYED: 'EBADF',
  ERR_STREAM_WRITE_AFTER_END: 'EPIPE',
};

function errnoOf({ code }) {
  return ERRNOS[code] ?? (code in os.constants.errno ? code : undefined);
}

/** Waits for the first of some events. */
function happens(emitter, ...events) {
  return new Promise((resolve) => {
    const done = () => {
      events.forEach((event) => emitter.off(event, done));
      resolve();
    };
    events.forEach((event) => emitter.on(event, done));
  });
}

function given({ family, host, port, asFamily, length }) {
  if (family !== 'AF_INET' || asFamily !== undefined || length !== undefined) {
    throw new Unsupported('net takes no such address');
  }
  return { host, port };
}

function stored(host, port) {
  if (host === undefined) {
    throw new Unsupported('net does not tell the address');
  }
  return { address: { family: 'AF_INET', host, port }, addressLength: 16 };
}

function refuse(flags, ...harmless) {
  if (flags.some((flag) => !harmless.includes(flag))) {
    throw new Unsupported(`net has none of ${flags}`);
  }
}

/** A net.Socket, which becomes a net.Server when it listens. */
class Stream {
  constructor(socket) {
    this.socket = socket;
    this.arrived = [];
    socket.pause();
    socket.on('error', (error) => (this.error = error));
  }

  /** Errors come as events; the next call tells them. */
  check() {
    const { error } = this;
    this.error = undefined;
    if (error) {
      throw error;
    }
    if (this.socket.destroyed && !this.server) {
      throw Object.assign(new Error('destroyed'), { code: 'ERR_STREAM_DESTROYED' });
    }
  }

  /** net binds when it listens or connects, and reports errors then. */
  bind({ address }) {
    this.check();
    this.local = given(address);
  }

  async listen({ backlog }) {
    if (this.server) {
      throw new Unsupported('a net.Server listens once');
    }
    this.check();
    this.server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true });
    this.server.on('connection', (socket) => this.arrived.push(new Stream(socket)));
    this.server.on('error', (error) => (this.error = error));
    this.server.listen({ host: '0.0.0.0', port: 0, ...this.local, backlog });
    await happens(this.server, 'listening', 'error');
    this.check();
  }

  async accept({ withAddress }, session) {
    if (!this.server) {
      throw new Unsupported('a net.Socket cannot accept');
    }
    while (this.arrived.length === 0) {
      this.check();
      await happens(this.server, 'connection', 'error', 'close');
    }
    const peer = this.arrived.shift();
    return { ret: session.add(peer), ...(withAddress ? peer.getpeername() : {}) };
  }

  async connect({ address }) {
    const local = this.local ? { localAddress: this.local.host, localPort: this.local.port } : {};
    this.socket.connect({ ...given(address), ...local });
    await happens(this.socket, 'connect', 'close');
    this.check();
  }

  async send({ data, flags }) {
    refuse(flags, 'MSG_NOSIGNAL');
    this.check();
    const bytes = Buffer.from(data, 'base64');
    const error = await new Promise((resolve) => this.socket.write(bytes, resolve));
    if (error) {
      throw error;
    }
    return { ret: bytes.length };
  }

  async recv({ length, flags }) {
    refuse(flags);
    if (length === 0) {
      throw new Unsupported('read(0) receives nothing');
    }
    if (this.socket.listenerCount('readable') === 0) {
      this.socket.on('readable', () => {}); // a later first one would start the socket over
    }
    let bytes = null;
    while ((bytes = this.socket.read(Math.min(length, this.socket.readableLength))) === null) {
      if (this.socket.readableEnded) {
        return { ret: 0, data: '' };
      }
      this.check();
      await happens(this.socket, 'readable', 'end', 'close');
    }
    return { ret: bytes.length, data: bytes.toString('base64') };
  }

  async close() {
    this.server?.close(); // its event would wait for all connections
    this.server?.emit('close');
    this.socket.destroy();
  }

  getsockname() {
    const { address, port } = (this.server ?? this.socket).address() ?? {};
    return stored(address, port);
  }

  getpeername() {
    return stored(this.socket.remoteAddress, this.socket.remotePort);
  }

  async shutdown({ how }) {
    if (how !== 'SHUT_WR' || this.server) {
      throw new Unsupported('net ends only the sending direction of a socket');
    }
    this.check();
    const error = await new Promise((resolve) => this.socket.end(resolve));
    if (error) {
      throw error;
    }
  }

  setsockopt({ option, value }) {
    if (typeof value !== 'number' || this.server) {
      throw new Unsupported('net has only switches, and none on a server');
    }
    if (option === 'SO_KEEPALIVE') {
      this.socket.setKeepAlive(value !== 0);
    } else if (option === 'TCP_NODELAY') {
      this.socket.setNoDelay(value !== 0);
    } else if (option !== 'SO_REUSEADDR' || value !== 1) { // net sets that one on every server
      throw new Unsupported(`net has no ${option}`);
    }
  }

  /** Closes without a trace, such as TIME_WAIT. */
  discard() {
    this.arrived.forEach((connection) => connection.discard());
    this.server?.close();
    if (this.socket.connecting || this.socket.pending) {
      this.socket.destroy();
    } else {
      this.socket.resetAndDestroy();
    }
  }
}

// 2. Sessions and lanes. A lane is a chain of promises; a call that waits keeps nothing else from being served.

let numbers = 0;

class Session {
  constructor() {
    this.lanes = new Map();
    this.sockets = new Map(); // a closed one stays, so that it is net that refuses it
    this.over = new Promise((resolve) => (this.end = resolve));
  }

  add(socket) {
    numbers++;
    this.sockets.set(numbers, socket);
    return numbers;
  }

  async make(method, params) {
    const missing = CALLS[method]?.find((name) => params[name] === undefined || params[name] === null);
    if (missing || params.length < 0) {
      throw new Malformed(`${method} needs ${missing ?? 'a length that is not negative'}`);
    }
    if (method === 'socket') {
      return this.socket(params);
    }
    const socket = this.sockets.get(params.fd);
    if (!CALLS[method] || !socket) {
      throw new Unsupported(socket ? method : 'no object of Node has this number');
    }
    return socket[method](params, this);
  }

  socket({ domain, type, flags, protocol }) {
    refuse(flags);
    if (domain !== 'AF_INET' || type !== 'SOCK_STREAM' || !['DEFAULT', 'IPPROTO_TCP'].includes(protocol)) {
      throw new Unsupported(`${domain}, ${type}, ${protocol}`);
    }
    return { ret: this.add(new Stream(new net.Socket({ allowHalfOpen: true }))) };
  }

  call(id, lane, method, params) {
    const released = this.over.then(() => ({ result: { ret: -1, errno: 'ECANCELED' } }));
    const before = this.lanes.get(lane) ?? Promise.resolve();
    this.lanes.set(lane, before.then(async () => {
      if (!this.ended) {
        reply(id, await Promise.race([outcome(this.make(method, params)), released]));
      }
    }));
  }

  async close() {
    this.ended = true;
    this.end();
    await Promise.all(this.lanes.values());
    this.sockets.forEach((socket) => socket.discard());
  }
}

async function outcome(call) {
  try {
    return { result: { ret: 0, ...(await call) } };
  } catch (error) {
    const errno = errnoOf(error);
    if (errno) {
      return { result: { ret: -1, errno } };
    }
    const code = error instanceof Malformed ? -32600 : error instanceof Unsupported || error.code ? -32601 : -32603;
    return { error: { code, message: `${error.name}: ${error.message}` } };
  }
}

const sessions = new Map();

function reply(id, members) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...members })}\n`);
}

async function serve(line) {
  let id = null;
  try {
    const request = JSON.parse(line);
    const { method, params } = request;
    id = request.id;
    if (method === 'hello') {
      reply(id, { result: HELLO });
    } else if (method === 'end_session') {
      const ending = sessions.get(params.session);
      sessions.delete(params.session);
      await ending?.close();
      reply(id, { result: { stuck: 0 } });
    } else if (method === 'begun') {
      reply(id, { result: { begun: true } });
    } else {
      const session = sessions.get(params.session) ?? new Session();
      sessions.set(params.session, session);
      session.call(id, params.lane, method, params);
    }
  } catch (malformed) {
    reply(id, { error: { code: -32600, message: malformed.message } });
  }
}

readline.createInterface({ input: process.stdin }).on('line', serve).on('close', () => process.exit(0));
