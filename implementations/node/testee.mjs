// The testee of Node's net and dgram. See spec/protocol.md for the protocol, and the README for how events make calls.

import dgram from 'node:dgram';
import net from 'node:net';
import os from 'node:os';
import readline from 'node:readline';

const SESSIONS = 64;
const PIECE = 65536;

class Malformed extends Error {}
class Unsupported extends Error {}

// Errors. A code that is the name of an errno comes from a system call and is passed on. Of the codes that are Node's
// own, these say of an object what the errno says of a descriptor; behind all others there was no call.
const ERRNO_OF_CODE = {
  ENOTSUP: 'EOPNOTSUPP', // libuv's name for the same number
  ERR_SERVER_ALREADY_LISTEN: 'EINVAL',
  ERR_SERVER_NOT_RUNNING: 'EBADF',
  ERR_SOCKET_ALREADY_BOUND: 'EINVAL',
  ERR_SOCKET_CLOSED: 'EBADF',
  ERR_SOCKET_DGRAM_IS_CONNECTED: 'EISCONN',
  ERR_SOCKET_DGRAM_NOT_CONNECTED: 'ENOTCONN',
  ERR_SOCKET_DGRAM_NOT_RUNNING: 'EBADF',
  ERR_STREAM_DESTROYED: 'EBADF',
  ERR_STREAM_WRITE_AFTER_END: 'EPIPE',
};

function errnoOf(error) {
  // ERR_SOCKET_BUFFER_SIZE carries the error of the system call.
  const code = error.info?.code ?? error.code;
  return ERRNO_OF_CODE[code] ?? (code in os.constants.errno ? code : undefined);
}

function failWith(code) {
  throw Object.assign(new Error(code), { code });
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

// Values

const ADDRESS_LENGTHS = { AF_INET: 16, AF_INET6: 28 };

function decodeBytes(text) {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) {
    throw new Malformed('not base64');
  }
  return bytes;
}

function received(bytes) {
  return { ret: bytes.length, data: bytes.toString('base64') };
}

/** Tells which host and port, or path, Node is given; it has no words for anything else. */
function encodeAddress(address, domain) {
  if ('asFamily' in address || 'length' in address || address.family !== domain) {
    throw new Unsupported('an address of no family, or of another family or length');
  }
  if (domain === 'AF_UNIX') {
    if (typeof address.path !== 'string') {
      throw new Unsupported('a local name that is not a path');
    }
    return { path: address.path };
  }
  return { host: address.scope ? `${address.host}%${address.scope}` : address.host, port: address.port };
}

/** Describes an address as Node tells it: without its length, which follows from the form. */
function decodeAddress(address, port, family) {
  if (address === undefined) {
    throw new Unsupported('Node does not tell the address');
  }
  const name = family === 'IPv6' ? 'AF_INET6' : 'AF_INET';
  return { address: { family: name, host: address, port }, addressLength: ADDRESS_LENGTHS[name] };
}

function refuseFlags(flags, harmless) {
  const refused = flags.find((flag) => !harmless.includes(flag));
  if (refused !== undefined) {
    throw new Unsupported(`Node has no ${refused}`);
  }
}

function onOff(value) {
  if (value !== 0 && value !== 1) {
    throw new Unsupported('Node switches this option on or off');
  }
  return value === 1;
}

// Sockets. What is not a method here is a call that Node has no way to make on such a socket.

/** A net.Socket, which becomes a net.Server when it listens. */
class Stream {
  constructor(domain, socket = new net.Socket({ allowHalfOpen: true })) {
    this.domain = domain;
    this.socket = socket;
    this.arrived = [];
    socket.pause();
    socket.on('error', (error) => this.note(error));
  }

  /** Keeps an error for the next call, unless a call has already been told. */
  note(error) {
    if (error !== this.told) {
      this.error = error;
    }
  }

  /** Tells an error to a call, once. */
  tell(error) {
    this.told = error;
    this.error = undefined;
    throw error;
  }

  requireNoError() {
    if (this.error) {
      this.tell(this.error);
    }
  }

  /** Remembers the address: net binds when it listens or connects, and reports errors then. */
  bind({ address }) {
    if (this.local || this.server) {
      throw new Unsupported('net binds once');
    }
    this.local = encodeAddress(address, this.domain);
    return { ret: 0 };
  }

  async listen({ backlog }) {
    if (this.connected) {
      throw new Unsupported('a net.Socket cannot listen');
    }
    if (!this.local && this.domain === 'AF_UNIX') {
      throw new Unsupported('a local server needs a path');
    }
    this.server ??= this.newServer();
    const anywhere = { host: this.domain === 'AF_INET6' ? '::' : '0.0.0.0', port: 0 };
    this.server.listen({ ...(this.local ?? anywhere), backlog });
    await happens(this.server, 'listening', 'error');
    this.requireNoError();
    return { ret: 0 };
  }

  newServer() {
    const server = net.createServer({ allowHalfOpen: true, pauseOnConnect: true });
    server.on('connection', (socket) => this.arrived.push(new Stream(this.domain, socket)));
    server.on('error', (error) => this.note(error));
    return server;
  }

  async accept({ withAddress }, session) {
    if (!this.server) {
      throw new Unsupported('a net.Socket cannot accept');
    }
    while (this.arrived.length === 0) {
      this.requireNoError();
      if (!this.server.listening) {
        failWith('ERR_SERVER_NOT_RUNNING');
      }
      await happens(this.server, 'connection', 'error', 'shut');
    }
    const connection = this.arrived.shift();
    connection.connected = true;
    const { remoteAddress, remotePort, remoteFamily } = connection.socket;
    // Node does not tell the peer's name where it is local.
    const peer = withAddress && remoteAddress ? decodeAddress(remoteAddress, remotePort, remoteFamily) : {};
    return { ret: session.add(connection), ...peer };
  }

  async connect({ address }) {
    const peer = encodeAddress(address, this.domain);
    if (this.server || (this.local && this.domain === 'AF_UNIX')) {
      throw new Unsupported('a server, or a local socket with a name, cannot connect');
    }
    const local = this.local ? { localAddress: this.local.host, localPort: this.local.port } : {};
    this.socket.connect({ ...peer, ...local });
    await happens(this.socket, 'connect', 'close');
    this.requireNoError();
    this.connected = !this.socket.destroyed;
    return this.connected ? { ret: 0 } : failWith('ERR_STREAM_DESTROYED');
  }

  async send({ data, flags }) {
    // Node ignores SIGPIPE.
    refuseFlags(flags, ['MSG_NOSIGNAL']);
    return { ret: await this.put(decodeBytes(data)) };
  }

  async write({ data }) {
    return { ret: await this.put(decodeBytes(data)) };
  }

  async put(bytes) {
    this.requireNoStream();
    this.requireNoError();
    const error = await new Promise((resolve) => this.socket.write(bytes, resolve));
    return error ? this.tell(error) : bytes.length;
  }

  async recv({ length, flags }) {
    refuseFlags(flags, ['MSG_WAITALL']);
    return received(await this.take(length, flags.includes('MSG_WAITALL')));
  }

  async recvfrom(params) {
    return this.recv(params);
  }

  async read({ length }) {
    return received(await this.take(length, false));
  }

  async take(length, all) {
    this.requireNoStream();
    if (length === 0) {
      throw new Unsupported('read(0) receives nothing');
    }
    this.becomeReadable();
    for (;;) {
      const bytes = this.socket.read(all ? length : Math.min(length, this.socket.readableLength));
      if (bytes) {
        return bytes;
      }
      this.requireNoError();
      if (this.socket.readableEnded) {
        return Buffer.alloc(0);
      }
      if (this.socket.destroyed) {
        failWith('ERR_STREAM_DESTROYED');
      }
      await happens(this.socket, 'readable', 'end', 'close');
    }
  }

  /** Has the socket read only as far as its buffer; every first listener of this event would start it over. */
  becomeReadable() {
    if (this.socket.listenerCount('readable') === 0) {
      this.socket.on('readable', () => {});
    }
  }

  requireNoStream() {
    if (this.server) {
      throw new Unsupported('a net.Server carries no data');
    }
  }

  async shutdown({ how }) {
    if (how !== 'SHUT_WR' || this.server) {
      throw new Unsupported('net ends only the sending direction of a socket');
    }
    this.requireNoError();
    const error = await new Promise((resolve) => this.socket.end(resolve));
    return error ? this.tell(error) : { ret: 0 };
  }

  async close() {
    if (this.server) {
      // The callback would wait for every connection.
      this.server.close();
      this.server.emit('shut');
    } else if (!this.socket.closed) {
      const closed = happens(this.socket, 'close');
      this.socket.destroy();
      await closed;
    }
    return { ret: 0 };
  }

  /** Closes without a trace. */
  abandon() {
    this.arrived.forEach((connection) => connection.abandon());
    this.server?.close();
    if (this.connected && this.domain !== 'AF_UNIX') {
      this.socket.resetAndDestroy();
    } else {
      this.socket.destroy();
    }
  }

  setsockopt({ option, value }) {
    if (option === 'SO_REUSEADDR' && value === 1 && !this.connected) {
      return { ret: 0 }; // net sets it on every server
    }
    if (this.server) {
      throw new Unsupported('a net.Server has no options');
    }
    if (option === 'TCP_NODELAY') {
      this.socket.setNoDelay(onOff(value));
    } else if (option === 'SO_KEEPALIVE') {
      this.socket.setKeepAlive(onOff(value));
    } else {
      throw new Unsupported(`net has no ${option}`);
    }
    return { ret: 0 };
  }

  getsockname() {
    const name = (this.server ?? this.socket).address();
    if (typeof name === 'string') {
      return { ret: 0, address: { family: 'AF_UNIX', path: name }, addressLength: 3 + Buffer.byteLength(name) };
    }
    return { ret: 0, ...decodeAddress(name?.address, name?.port, name?.family) };
  }

  getpeername() {
    const { remoteAddress, remotePort, remoteFamily } = this.socket;
    return { ret: 0, ...decodeAddress(remoteAddress, remotePort, remoteFamily) };
  }

  async send_pattern({ seed, length }) {
    let sent = 0;
    try {
      while (sent < length) {
        sent += await this.put(pattern(seed, sent, Math.min(PIECE, length - sent)));
      }
    } catch (error) {
      if (errnoOf(error) === undefined) {
        throw error;
      }
    }
    return { ret: sent };
  }

  async recv_pattern({ seed }) {
    let count = 0;
    for (;;) {
      const piece = await this.take(PIECE, false);
      if (piece.length === 0) {
        return { ret: count, mismatchAt: -1 };
      }
      const expected = pattern(seed, count, piece.length);
      if (!piece.equals(expected)) {
        return { ret: count, mismatchAt: count + piece.findIndex((byte, i) => byte !== expected[i]) };
      }
      count += piece.length;
    }
  }
}

/** A dgram.Socket. Messages come by themselves and wait here, in the order of events. */
class Datagram {
  constructor(domain) {
    this.domain = domain;
    this.arrived = [];
    this.socket = dgram.createSocket(domain === 'AF_INET6' ? 'udp6' : 'udp4');
    this.socket.on('message', (data, sender) => this.arrived.push({ data, sender }));
    this.socket.on('error', (error) => this.arrived.push({ error }));
  }

  async bind({ address }) {
    const { host, port } = encodeAddress(address, this.domain);
    this.socket.bind({ address: host, port, exclusive: true });
    await happens(this.socket, 'listening', 'error');
    this.takeError();
    return { ret: 0 };
  }

  takeError() {
    const at = this.arrived.findIndex((event) => event.error);
    if (at >= 0) {
      throw this.arrived.splice(at, 1)[0].error;
    }
  }

  async connect({ address }) {
    if (address.family === 'AF_UNSPEC' && !('asFamily' in address) && !('length' in address)) {
      this.socket.disconnect();
      return { ret: 0 };
    }
    const { host, port } = encodeAddress(address, this.domain);
    const error = await new Promise((resolve) => this.socket.connect(port, host, resolve));
    if (error) {
      throw error;
    }
    return { ret: 0 };
  }

  async send({ data, flags }) {
    refuseFlags(flags, ['MSG_NOSIGNAL']);
    return this.put(decodeBytes(data));
  }

  async write({ data }) {
    return this.put(decodeBytes(data));
  }

  async sendto({ data, flags, address }) {
    refuseFlags(flags, ['MSG_NOSIGNAL']);
    const { host, port } = encodeAddress(address, this.domain);
    return this.put(decodeBytes(data), port, host);
  }

  put(bytes, ...receiver) {
    return new Promise((resolve, reject) => {
      this.socket.send(bytes, ...receiver, (error, count) => (error ? reject(error) : resolve({ ret: count })));
    });
  }

  async recv({ length, flags }) {
    refuseFlags(flags, []);
    return received((await this.take(length)).data);
  }

  async read({ length }) {
    return received((await this.take(length)).data);
  }

  async recvfrom({ length, flags, withAddress }) {
    refuseFlags(flags, []);
    const { data, sender } = await this.take(length);
    return { ...received(data), ...(withAddress ? decodeAddress(sender.address, sender.port, sender.family) : {}) };
  }

  async take(length) {
    while (this.arrived.length === 0) {
      if (this.closed) {
        failWith('ERR_SOCKET_DGRAM_NOT_RUNNING');
      }
      await happens(this.socket, 'message', 'error', 'close');
    }
    const event = this.arrived.shift();
    if (event.error) {
      throw event.error;
    }
    if (event.data.length > length) {
      throw new Unsupported('dgram delivers messages whole');
    }
    return event;
  }

  async close() {
    const closed = happens(this.socket, 'close');
    this.socket.close();
    this.closed = true;
    await closed;
    return { ret: 0 };
  }

  abandon() {
    if (!this.closed) {
      this.socket.close();
    }
  }

  setsockopt({ option, value }) {
    if (option === 'SO_BROADCAST') {
      this.socket.setBroadcast(onOff(value));
    } else if (option === 'SO_RCVBUF') {
      this.socket.setRecvBufferSize(value);
    } else if (option === 'SO_SNDBUF') {
      this.socket.setSendBufferSize(value);
    } else {
      throw new Unsupported(`dgram has no ${option}`);
    }
    return { ret: 0 };
  }

  getsockopt({ option }) {
    if (option === 'SO_RCVBUF') {
      return { ret: 0, option: this.socket.getRecvBufferSize() };
    }
    if (option === 'SO_SNDBUF') {
      return { ret: 0, option: this.socket.getSendBufferSize() };
    }
    throw new Unsupported(`dgram has no ${option}`);
  }

  getsockname() {
    const { address, port, family } = this.socket.address();
    return { ret: 0, ...decodeAddress(address, port, family) };
  }

  getpeername() {
    const { address, port, family } = this.socket.remoteAddress();
    return { ret: 0, ...decodeAddress(address, port, family) };
  }
}

/** Computes with halves of the words: V8 has crashed when it optimized the same loop on BigInts. */
function pattern(seed, position, length) {
  const skip = position % 8;
  const bytes = Buffer.alloc(8 * Math.ceil((skip + length) / 8));
  const start = BigInt.asUintN(64, (seed + BigInt((position - skip) / 8)) * 0x9e3779b97f4a7c15n);
  let high = Number(start >> 32n);
  let low = Number(start & 0xffffffffn);
  for (let at = 0; at < bytes.length; at += 8) {
    bytes.writeInt32LE(low ^ ((low >>> 29) | (high << 3)), at);
    bytes.writeInt32LE(high ^ (high >>> 29), at + 4);
    low += 0x7f4a7c15;
    high = (high + 0x9e3779b9 + (low > 0xffffffff ? 1 : 0)) >>> 0;
    low >>>= 0;
  }
  return bytes.subarray(skip, skip + length);
}

// Calls: the types of their parameters. All but socket are methods of the socket that fd names.

const CALLS = {
  socket: { domain: 'string', type: 'string', flags: 'array', protocol: 'string' },
  bind: { fd: 'integer', address: 'object' },
  listen: { fd: 'integer', backlog: 'integer' },
  accept: { fd: 'integer', withAddress: 'boolean' },
  connect: { fd: 'integer', address: 'object' },
  send: { fd: 'integer', data: 'string', flags: 'array' },
  sendto: { fd: 'integer', data: 'string', flags: 'array', address: 'object' },
  write: { fd: 'integer', data: 'string' },
  recv: { fd: 'integer', length: 'integer', flags: 'array' },
  recvfrom: { fd: 'integer', length: 'integer', flags: 'array', withAddress: 'boolean' },
  read: { fd: 'integer', length: 'integer' },
  shutdown: { fd: 'integer', how: 'string' },
  close: { fd: 'integer' },
  getsockopt: { fd: 'integer', option: 'string' },
  setsockopt: { fd: 'integer', option: 'string', value: 'any' },
  getsockname: { fd: 'integer' },
  getpeername: { fd: 'integer' },
  send_pattern: { fd: 'integer', seed: 'bigint', length: 'integer' },
  recv_pattern: { fd: 'integer', seed: 'bigint' },
};

function typeOf(value) {
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function check(method, params) {
  for (const [name, type] of Object.entries(CALLS[method])) {
    if (params[name] === undefined || (type !== 'any' && typeOf(params[name]) !== type) || params[name] === null) {
      throw new Malformed(`${method}: ${name} is missing or not of type ${type}`);
    }
  }
  if (params.length < 0) {
    throw new Malformed(`${method}: length is negative`);
  }
}

let numbers = 0;

/** The sockets and lanes of a case. Node's objects have no numbers, so each gets one here, never given again. */
class Session {
  constructor() {
    this.lanes = new Map();
    this.begun = new Map();
    this.sockets = new Map();
    this.opened = new Set();
    this.over = new Promise((resolve) => (this.end = resolve));
  }

  add(socket) {
    numbers++;
    this.opened.add(socket);
    this.sockets.set(numbers, socket);
    return numbers;
  }

  socket({ domain, type, flags, protocol }) {
    // Node sets O_NONBLOCK and FD_CLOEXEC on everything, and shows neither.
    refuseFlags(flags, []);
    if (!DOMAINS.includes(domain)) {
      throw new Unsupported(domain);
    }
    if (type === 'SOCK_STREAM' && ['DEFAULT', ...(domain === 'AF_UNIX' ? [] : ['IPPROTO_TCP'])].includes(protocol)) {
      return { ret: this.add(new Stream(domain)) };
    }
    if (type === 'SOCK_DGRAM' && domain !== 'AF_UNIX' && ['DEFAULT', 'IPPROTO_UDP'].includes(protocol)) {
      return { ret: this.add(new Datagram(domain)) };
    }
    throw new Unsupported(`${domain}, ${type}, ${protocol}`);
  }

  async make(method, params) {
    if (!(method in CALLS)) {
      throw new Unsupported(method);
    }
    check(method, params);
    if (method === 'socket') {
      return this.socket(params);
    }
    const socket = this.sockets.get(params.fd);
    if (typeof socket?.[method] !== 'function') {
      throw new Unsupported(socket ? `${method} on such a socket` : 'no object of Node has this number');
    }
    if (method === 'close') {
      this.sockets.delete(params.fd);
    }
    return socket[method](params, this);
  }

  /** Makes a call when the lane's calls before it have returned; none once the session is over. */
  call(id, lane, method, params) {
    const before = this.lanes.get(lane) ?? Promise.resolve();
    this.begun.set(lane, before);
    this.lanes.set(
      lane,
      before.then(async () => {
        if (!this.ended) {
          const cancelled = this.over.then(() => ({ result: { ret: -1, errno: 'ECANCELED' } }));
          reply(id, await Promise.race([outcome(this.make(method, params)), cancelled]));
        }
      }),
    );
  }

  /** Answers when the call before the lane's last one has returned, and so the last one has begun. */
  async ask(id, lane) {
    await this.begun.get(lane);
    if (!this.ended) {
      reply(id, { result: { begun: true } });
    }
  }

  async close() {
    this.ended = true;
    this.end();
    await Promise.all(this.lanes.values());
    this.opened.forEach((socket) => socket.abandon());
  }
}

async function outcome(call) {
  try {
    return { result: await call };
  } catch (error) {
    if (error instanceof Malformed) {
      return { error: { code: -32600, message: error.message } };
    }
    const errno = errnoOf(error);
    if (errno !== undefined) {
      return { result: { ret: -1, errno } };
    }
    const refused = error instanceof Unsupported || error.code !== undefined;
    return { error: { code: refused ? -32601 : -32603, message: `${error.code ?? error.name}: ${error.message}` } };
  }
}

// The process

const sessions = new Map();

function reply(id, members) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...members })}\n`);
}

const DOMAINS = ['AF_INET', 'AF_INET6', 'AF_UNIX'];

function hello() {
  const loopback6 = Object.values(os.networkInterfaces()).some((all) => all.some(({ address }) => address === '::1'));
  return {
    protocol: '1',
    name: 'node',
    version: process.versions.node,
    platform: `${os.type()} ${os.release()} ${os.machine()}, libuv ${process.versions.uv}`,
    level: 'binding',
    lacks: ['descriptor-numbers'],
    sessions: SESSIONS,
    domains: ['AF_INET', 'AF_UNIX', ...(loopback6 ? ['AF_INET6'] : [])],
    types: ['SOCK_STREAM', 'SOCK_DGRAM'],
    calls: ['begun', ...Object.keys(CALLS)],
  };
}

function serve(line) {
  let id = null;
  try {
    const request = JSON.parse(line);
    const { method, params } = request;
    id = request.id;
    if (method === 'hello') {
      reply(id, { result: hello() });
      return;
    }
    if (typeof params.session !== 'string') {
      throw new Malformed('session is missing');
    }
    const session = sessions.get(params.session) ?? new Session();
    if (method === 'end_session') {
      sessions.delete(params.session);
      session.close().then(() => reply(id, { result: { stuck: 0 } }));
      return;
    }
    if (typeof params.lane !== 'string') {
      throw new Malformed('lane is missing');
    }
    sessions.set(params.session, session);
    if (method === 'begun') {
      session.ask(id, params.lane);
      return;
    }
    if (Number.isInteger(params.seed)) {
      // JSON.parse() rounds a seed of 64 bits.
      params.seed = BigInt(/"seed"\s*:\s*(-?\d+)/.exec(line)[1]);
    }
    session.call(id, params.lane, method, params);
  } catch (malformed) {
    reply(id, { error: { code: -32600, message: malformed.message } });
  }
}

readline.createInterface({ input: process.stdin }).on('line', serve).on('close', () => process.exit(0));
