//! The calls, each made by one function of socket2.

use std::env::consts;
use std::io::{IoSlice, Read, Write};
use std::mem::MaybeUninit;
use std::net::Shutdown;

use serde_json::{Value, json};
use socket2::{Domain, MaybeUninitSlice, MsgHdr, MsgHdrMut, Protocol, SockAddr, SockAddrStorage, Socket, Type};

use crate::names::{
    DESCRIPTOR_FLAGS, DOMAINS, MESSAGE_FLAGS, PROTOCOLS, SOCKET_FLAGS, STATUS_FLAGS, TYPES, flags, symbol,
};
use crate::protocol::{Answer, Arguments, Fault, decoded, encoded, malformed, returned, unsupported};
use crate::session::World;
use crate::{address, control, options, pattern};

type Call = fn(&World, &Arguments) -> Result<Answer, Fault>;

const CALLS: &[(&str, Call)] = &[
    ("socket", socket),
    ("socketpair", socketpair),
    ("bind", bind),
    ("listen", listen),
    ("accept", accept),
    ("accept4", accept4),
    ("connect", connect),
    ("getsockname", getsockname),
    ("getpeername", getpeername),
    ("shutdown", shutdown),
    ("close", close),
    ("send", send),
    ("sendto", sendto),
    ("sendmsg", sendmsg),
    ("write", write),
    ("recv", recv),
    ("recvfrom", recvfrom),
    ("recvmsg", recvmsg),
    ("read", read),
    ("send_pattern", send_pattern),
    ("recv_pattern", recv_pattern),
    ("getsockopt", getsockopt),
    ("setsockopt", setsockopt),
    ("fcntl", fcntl),
    ("dup", dup),
];

pub fn hello() -> Answer {
    let calls: Vec<_> = CALLS.iter().map(|(name, _)| name).collect();
    let hello = json!({
        "protocol": "1",
        "name": "rust-socket2",
        "version": locked_version("socket2"),
        "level": "binding",
        "platform": format!("{}/{}", consts::OS, consts::ARCH),
        "sessions": 64,
        "domains": ["AF_INET", "AF_INET6", "AF_UNIX"],
        "types": ["SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET", "SOCK_RAW"],
        "calls": calls,
    });
    hello.as_object().expect("it is an object").clone()
}

fn locked_version(package: &str) -> &'static str {
    let lock = include_str!("../Cargo.lock");
    let start = format!("name = \"{package}\"\nversion = \"");
    lock.split_once(&start).and_then(|(_, rest)| rest.split_once('"')).expect("the package is locked").0
}

pub fn make(world: &World, method: &str, arguments: &Arguments) -> Result<Answer, Fault> {
    match CALLS.iter().find(|(name, _)| *name == method) {
        Some((_, call)) => call(world, arguments),
        None => unsupported(method),
    }
}

fn socket(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let (domain, kind, protocol) = socket_arguments(arguments)?;
    opened(world, Socket::new_raw(domain, kind, protocol)?)
}

fn socketpair(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let (domain, kind, protocol) = socket_arguments(arguments)?;
    let (one, other) = Socket::pair_raw(domain, kind, protocol)?;
    Ok(with(returned(0), "fds", json!([world.opened(one), world.opened(other)])))
}

fn socket_arguments(arguments: &Arguments) -> Result<(Domain, Type, Option<Protocol>), Fault> {
    let kind = symbol(arguments, "type", TYPES)? | flags(arguments, "flags", SOCKET_FLAGS)?;
    let protocol = match symbol(arguments, "protocol", PROTOCOLS)? {
        0 => None,
        number => Some(number.into()),
    };
    Ok((symbol(arguments, "domain", DOMAINS)?.into(), kind.into(), protocol))
}

fn bind(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let name = address::argument(arguments, "address")?;
    on(world, arguments)?.bind(&name)?;
    Ok(returned(0))
}

fn listen(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let backlog = arguments.int("backlog")?;
    on(world, arguments)?.listen(backlog)?;
    Ok(returned(0))
}

fn accept(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    require_address(arguments)?;
    let (connection, peer) = on(world, arguments)?.accept_raw()?;
    Ok(with_address(opened(world, connection)?, &peer))
}

fn accept4(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    require_address(arguments)?;
    let flags = flags(arguments, "flags", SOCKET_FLAGS)?;
    let (connection, peer) = on(world, arguments)?.accept4(flags)?;
    Ok(with_address(opened(world, connection)?, &peer))
}

fn connect(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let peer = address::argument(arguments, "address")?;
    on(world, arguments)?.connect(&peer)?;
    Ok(returned(0))
}

fn getsockname(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    Ok(with_address(returned(0), &on(world, arguments)?.local_addr()?))
}

fn getpeername(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    Ok(with_address(returned(0), &on(world, arguments)?.peer_addr()?))
}

fn shutdown(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let how = match arguments.text("how")? {
        "SHUT_RD" => Shutdown::Read,
        "SHUT_WR" => Shutdown::Write,
        "SHUT_RDWR" => Shutdown::Both,
        other => return unsupported(other),
    };
    on(world, arguments)?.shutdown(how)?;
    Ok(returned(0))
}

/// Dropping a socket closes it. It does not tell of errors.
fn close(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    world.close(arguments.int("fd")?)?;
    Ok(returned(0))
}

fn send(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let (data, flags) = (arguments.bytes("data")?, flags(arguments, "flags", MESSAGE_FLAGS)?);
    Ok(returned(on(world, arguments)?.send_with_flags(&data, flags)?))
}

fn sendto(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let (data, flags) = (arguments.bytes("data")?, flags(arguments, "flags", MESSAGE_FLAGS)?);
    let peer = address::argument(arguments, "address")?;
    Ok(returned(on(world, arguments)?.send_to_with_flags(&data, &peer, flags)?))
}

fn sendmsg(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let flags = flags(arguments, "flags", MESSAGE_FLAGS)?;
    let control = control::argument(arguments, "control")?;
    let data = arguments.list("iov")?.iter().map(|bytes| decoded("iov", bytes)).collect::<Result<Vec<_>, _>>()?;
    let slices: Vec<_> = data.iter().map(|bytes| IoSlice::new(bytes)).collect();
    let peer = if arguments.has("address") { Some(address::argument(arguments, "address")?) } else { None };

    let mut message = MsgHdr::new().with_buffers(&slices);
    if let Some(peer) = &peer {
        message = message.with_addr(peer);
    }
    if !control.is_empty() {
        message = message.with_control(&control);
    }
    Ok(returned(on(world, arguments)?.sendmsg(&message, flags)?))
}

fn write(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let data = arguments.bytes("data")?;
    Ok(returned((&*on(world, arguments)?).write(&data)?))
}

fn recv(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let flags = flags(arguments, "flags", MESSAGE_FLAGS)?;
    let mut data = vec![MaybeUninit::new(0); arguments.size("length")?];
    let ret = on(world, arguments)?.recv_with_flags(&mut data, flags)?;
    Ok(received(ret, &data))
}

fn recvfrom(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    require_address(arguments)?;
    let flags = flags(arguments, "flags", MESSAGE_FLAGS)?;
    let mut data = vec![MaybeUninit::new(0); arguments.size("length")?];
    let (ret, peer) = on(world, arguments)?.recv_from_with_flags(&mut data, flags)?;
    Ok(with_address(received(ret, &data), &peer))
}

/// The kernel's length of the address does not come out of socket2, which says the length that there was room for.
fn recvmsg(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let flags = flags(arguments, "flags", MESSAGE_FLAGS)?;
    let mut control = vec![MaybeUninit::new(0); arguments.size("controlLength")?];
    let mut buffers = arguments.list("iov")?.iter().map(buffer).collect::<Result<Vec<_>, _>>()?;
    let mut slices: Vec<_> = buffers.iter_mut().map(|buffer| MaybeUninitSlice::new(buffer)).collect();
    let storage = SockAddrStorage::zeroed();
    let room = storage.size_of();
    // SAFETY: all zero is an address of any length.
    let mut peer = unsafe { SockAddr::new(storage, room) };

    let mut message = MsgHdrMut::new().with_addr(&mut peer).with_buffers(&mut slices);
    if !control.is_empty() {
        message = message.with_control(&mut control);
    }
    let ret = on(world, arguments)?.recvmsg(&mut message, flags)?;
    let (told, length) = (message.flags(), message.control_len());

    let mut message_flags = Vec::new();
    for (set, name) in [
        (told.is_truncated(), "MSG_TRUNC"),
        (told.is_end_of_record(), "MSG_EOR"),
        (told.is_out_of_band(), "MSG_OOB"),
        (told.is_dontroute(), "MSG_DONTROUTE"),
    ] {
        if set {
            message_flags.push(name);
        }
    }
    let answer = with(received(ret, &buffers.concat()), "messageFlags", json!(message_flags));
    let messages = control::received(world, &initialized(&control[..length]));
    Ok(with_address(with(answer, "control", json!(messages)), &peer))
}

fn buffer(size: &Value) -> Result<Vec<MaybeUninit<u8>>, Fault> {
    let size = size.as_u64().and_then(|size| usize::try_from(size).ok());
    Ok(vec![MaybeUninit::new(0); size.map_or_else(|| malformed("iov"), Ok)?])
}

fn read(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let mut data = vec![0; arguments.size("length")?];
    let ret = (&*on(world, arguments)?).read(&mut data)?;
    Ok(with(returned(ret), "data", encoded(&data[..ret])))
}

fn send_pattern(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let (seed, length) = (arguments.long("seed")?, arguments.long("length")?);
    let length = length.try_into().or_else(|_| malformed("length"))?;
    let socket = on(world, arguments)?;
    let sent = pattern::send(seed, length, |piece| socket.send_with_flags(piece, libc::MSG_NOSIGNAL));
    Ok(with(Answer::new(), "ret", json!(sent)))
}

fn recv_pattern(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let seed = arguments.long("seed")?;
    let socket = on(world, arguments)?;
    let (ret, wrong) = pattern::receive(seed, |piece| (&*socket).read(piece))?;
    let mismatch = wrong.map_or(json!(-1), |position| json!(position));
    Ok(with(with(Answer::new(), "ret", json!(ret)), "mismatchAt", mismatch))
}

fn getsockopt(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let socket = on(world, arguments)?;
    let value = options::get(&socket, arguments.text("option")?)?;
    Ok(with(returned(0), "option", value))
}

fn setsockopt(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let value = Arguments(arguments.value("value")?);
    let socket = on(world, arguments)?;
    options::set(&socket, arguments.text("option")?, &value)?;
    Ok(returned(0))
}

fn fcntl(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    let socket = on(world, arguments)?;
    match arguments.text("command")? {
        "F_GETFL" => {
            let told: &[&str] = if socket.nonblocking()? { &["O_NONBLOCK"] } else { &[] };
            return Ok(with(returned(0), "fileFlags", json!(told)));
        }
        "F_SETFL" => socket.set_nonblocking(flags(arguments, "flags", STATUS_FLAGS)? != 0)?,
        "F_SETFD" => socket.set_cloexec(flags(arguments, "flags", DESCRIPTOR_FLAGS)? != 0)?,
        other => return unsupported(other),
    }
    Ok(returned(0))
}

fn dup(world: &World, arguments: &Arguments) -> Result<Answer, Fault> {
    opened(world, on(world, arguments)?.try_clone()?)
}

fn on(world: &World, arguments: &Arguments) -> Result<std::sync::Arc<Socket>, Fault> {
    world.socket(arguments.int("fd")?)
}

fn opened(world: &World, socket: Socket) -> Result<Answer, Fault> {
    Ok(with(Answer::new(), "ret", json!(world.opened(socket))))
}

/// socket2 always asks for the address.
fn require_address(arguments: &Arguments) -> Result<(), Fault> {
    if arguments.bool("withAddress")? { Ok(()) } else { unsupported("null pointers for the address") }
}

/// With MSG_TRUNC, the number may be more than there is data.
fn received(ret: usize, data: &[MaybeUninit<u8>]) -> Answer {
    with(returned(ret), "data", encoded(&initialized(&data[..ret.min(data.len())])))
}

fn initialized(bytes: &[MaybeUninit<u8>]) -> Vec<u8> {
    // SAFETY: all buffers are made of zeros.
    bytes.iter().map(|byte| unsafe { byte.assume_init() }).collect()
}

fn with_address(mut answer: Answer, stored: &SockAddr) -> Answer {
    address::add(stored, &mut answer);
    answer
}

fn with(mut answer: Answer, name: &str, value: Value) -> Answer {
    answer.insert(name.into(), value);
    answer
}
