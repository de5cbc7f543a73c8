//! Names and what they stand for.

use libc::c_int;
use serde_json::Value;

use crate::protocol::{Arguments, Fault, malformed, unsupported};

pub const DOMAINS: &[(&str, c_int)] = &[
    ("AF_INET", libc::AF_INET),
    ("AF_INET6", libc::AF_INET6),
    ("AF_UNIX", libc::AF_UNIX),
    ("AF_UNSPEC", libc::AF_UNSPEC),
    ("AF_UNKNOWN", 255),
];

pub const TYPES: &[(&str, c_int)] = &[
    ("SOCK_STREAM", libc::SOCK_STREAM),
    ("SOCK_DGRAM", libc::SOCK_DGRAM),
    ("SOCK_SEQPACKET", libc::SOCK_SEQPACKET),
    ("SOCK_RAW", libc::SOCK_RAW),
    ("SOCK_UNKNOWN", 15), // the highest that leaves the flags alone
];

pub const PROTOCOLS: &[(&str, c_int)] = &[
    ("DEFAULT", 0),
    ("IPPROTO_TCP", libc::IPPROTO_TCP),
    ("IPPROTO_UDP", libc::IPPROTO_UDP),
    ("IPPROTO_UNKNOWN", 254), // 255 is IPPROTO_RAW
];

pub const SOCKET_FLAGS: &[(&str, c_int)] =
    &[("SOCK_NONBLOCK", libc::SOCK_NONBLOCK), ("SOCK_CLOEXEC", libc::SOCK_CLOEXEC)];

pub const MESSAGE_FLAGS: &[(&str, c_int)] = &[
    ("MSG_PEEK", libc::MSG_PEEK),
    ("MSG_OOB", libc::MSG_OOB),
    ("MSG_WAITALL", libc::MSG_WAITALL),
    ("MSG_DONTWAIT", libc::MSG_DONTWAIT),
    ("MSG_NOSIGNAL", libc::MSG_NOSIGNAL),
    ("MSG_EOR", libc::MSG_EOR),
    ("MSG_TRUNC", libc::MSG_TRUNC),
    ("MSG_CTRUNC", libc::MSG_CTRUNC),
    ("MSG_CMSG_CLOEXEC", libc::MSG_CMSG_CLOEXEC),
    ("MSG_DONTROUTE", libc::MSG_DONTROUTE),
];

/// Of the flags of a file, socket2 knows only these two.
pub const STATUS_FLAGS: &[(&str, c_int)] = &[("O_NONBLOCK", libc::O_NONBLOCK)];
pub const DESCRIPTOR_FLAGS: &[(&str, c_int)] = &[("FD_CLOEXEC", libc::FD_CLOEXEC)];

pub fn number(name: &str, table: &[(&str, c_int)]) -> Result<c_int, Fault> {
    let found = table.iter().find(|(known, _)| *known == name);
    found.map_or_else(|| unsupported(name), |(_, number)| Ok(*number))
}

/// A number without a name is given as its digits.
pub fn name(number: c_int, table: &[(&str, c_int)]) -> String {
    let found = table.iter().find(|(_, known)| *known == number);
    found.map_or_else(|| number.to_string(), |(name, _)| name.to_string())
}

pub fn symbol(arguments: &Arguments, name: &str, table: &[(&str, c_int)]) -> Result<c_int, Fault> {
    number(arguments.text(name)?, table)
}

pub fn flags(arguments: &Arguments, name: &str, table: &[(&str, c_int)]) -> Result<c_int, Fault> {
    arguments.list(name)?.iter().try_fold(0, |bits, flag| {
        let flag = Value::as_str(flag).map_or_else(|| malformed(name), Ok)?;
        Ok(bits | number(flag, table)?)
    })
}
