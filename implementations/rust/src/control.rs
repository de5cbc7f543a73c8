//! Control messages. To socket2 they are bytes, so their form is up to its users.

use std::os::fd::{FromRawFd, OwnedFd, RawFd};

use serde_json::{Value, json};

use crate::protocol::{Arguments, Fault, decoded, encoded, malformed, unsupported};
use crate::session::World;

const CREDENTIALS: &str = "SCM_CREDENTIALS";
const HEADER: usize = size_of::<libc::cmsghdr>();
const LEVEL: usize = size_of::<usize>();
const TYPE: usize = LEVEL + size_of::<libc::c_int>();

pub fn argument(arguments: &Arguments, name: &str) -> Result<Vec<u8>, Fault> {
    let mut control = Vec::new();
    for message in arguments.list(name)? {
        let message = Arguments(message);
        if message.has("rights") {
            append(&mut control, libc::SOL_SOCKET, libc::SCM_RIGHTS, &rights(&message)?);
        } else {
            let (level, kind) = level_and_type(message.text("name")?)?;
            append(&mut control, level, kind, &decoded("data", message.value("data")?)?);
        }
    }
    Ok(control)
}

fn rights(message: &Arguments) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    for fd in message.list("rights")? {
        let fd = fd.as_i64().and_then(|fd| RawFd::try_from(fd).ok());
        bytes.extend(fd.map_or_else(|| malformed("rights"), Ok)?.to_ne_bytes());
    }
    Ok(bytes)
}

fn level_and_type(name: &str) -> Result<(i32, i32), Fault> {
    if name == CREDENTIALS {
        return Ok((libc::SOL_SOCKET, libc::SCM_CREDENTIALS));
    }
    let numbers = name.split_once(':').and_then(|(level, kind)| Some((level.parse().ok()?, kind.parse().ok()?)));
    numbers.map_or_else(|| unsupported(name), Ok)
}

fn append(control: &mut Vec<u8>, level: i32, kind: i32, data: &[u8]) {
    control.extend((HEADER + data.len()).to_ne_bytes());
    control.extend(level.to_ne_bytes());
    control.extend(kind.to_ne_bytes());
    control.extend(data);
    control.resize(control.len().next_multiple_of(size_of::<usize>()), 0);
}

/// Takes the descriptors that came into the session.
pub fn received(world: &World, mut control: &[u8]) -> Vec<Value> {
    let mut messages = Vec::new();
    while control.len() >= HEADER {
        let length = usize::from_ne_bytes(array(control)).clamp(HEADER, control.len());
        let (level, kind) = (i32::from_ne_bytes(array(&control[LEVEL..])), i32::from_ne_bytes(array(&control[TYPE..])));
        messages.push(message(world, level, kind, &control[HEADER..length]));
        control = &control[length.next_multiple_of(size_of::<usize>()).min(control.len())..];
    }
    messages
}

fn message(world: &World, level: i32, kind: i32, data: &[u8]) -> Value {
    match (level, kind) {
        (libc::SOL_SOCKET, libc::SCM_RIGHTS) => {
            // SAFETY: the kernel has just opened them for this process.
            let owned = |fd: &[u8]| unsafe { OwnedFd::from_raw_fd(RawFd::from_ne_bytes(array(fd))) };
            let fds = data.chunks_exact(size_of::<RawFd>()).map(|fd| world.opened(owned(fd).into()));
            json!({"rights": fds.collect::<Vec<_>>()})
        }
        (libc::SOL_SOCKET, libc::SCM_CREDENTIALS) => json!({"name": CREDENTIALS, "data": encoded(data)}),
        _ => json!({"name": format!("{level}:{kind}"), "data": encoded(data)}),
    }
}

fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes[..N].try_into().expect("the length fits")
}
