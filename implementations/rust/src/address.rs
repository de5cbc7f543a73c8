//! Addresses of the protocol as `SockAddr`, and back.

use std::ffi::OsStr;
use std::mem;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddrV4, SocketAddrV6};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use serde_json::{Value, json};
use socket2::{SockAddr, SockAddrStorage, socklen_t};

use crate::protocol::{Answer, Arguments, Fault, encoded, malformed, unsupported};

/// A `SockAddr` always has the family and the length that its storage demands, so wrong ones are unsupported.
pub fn argument(arguments: &Arguments, name: &str) -> Result<SockAddr, Fault> {
    let given = arguments.object(name)?;
    if !given.has("family") || given.has("asFamily") || given.has("length") {
        return unsupported("an address that is wrong on purpose");
    }
    match given.text("family")? {
        "AF_INET" => Ok(SocketAddrV4::new(host::<Ipv4Addr>(&given)?, port(&given)?).into()),
        "AF_INET6" => {
            let scope = if given.has("scope") { given.int("scope")? as u32 } else { 0 };
            Ok(SocketAddrV6::new(host::<Ipv6Addr>(&given)?, port(&given)?, 0, scope).into())
        }
        "AF_UNIX" => local(&given),
        "AF_UNSPEC" => Ok(none()),
        family => unsupported(family),
    }
}

fn host<T: std::str::FromStr>(given: &Arguments) -> Result<T, Fault> {
    given.text("host")?.parse().or_else(|_| malformed("host"))
}

fn port(given: &Arguments) -> Result<u16, Fault> {
    given.int("port")?.try_into().or_else(|_| malformed("port"))
}

fn local(given: &Arguments) -> Result<SockAddr, Fault> {
    let path = if given.has("path") {
        given.text("path")?.as_bytes().to_vec()
    } else if given.has("abstract") {
        [vec![0], given.bytes("abstract")?].concat()
    } else {
        Vec::new()
    };
    Ok(SockAddr::unix(Path::new(OsStr::from_bytes(&path)))?)
}

fn none() -> SockAddr {
    // SAFETY: all zero is a struct sockaddr of the family AF_UNSPEC.
    unsafe { SockAddr::new(SockAddrStorage::zeroed(), mem::size_of::<libc::sockaddr>() as socklen_t) }
}

/// Adds an address that a call stored to its answer.
pub fn add(stored: &SockAddr, answer: &mut Answer) {
    answer.insert("addressLength".into(), json!(stored.len()));
    if let Some(address) = value(stored) {
        answer.insert("address".into(), address);
    }
}

fn value(stored: &SockAddr) -> Option<Value> {
    if let Some(inet) = stored.as_socket_ipv4() {
        Some(json!({"family": "AF_INET", "host": inet.ip().to_string(), "port": inet.port()}))
    } else if let Some(inet6) = stored.as_socket_ipv6() {
        let mut value = json!({"family": "AF_INET6", "host": inet6.ip().to_string(), "port": inet6.port()});
        if inet6.scope_id() != 0 {
            value["scope"] = json!(inet6.scope_id());
        }
        Some(value)
    } else if let Some(path) = stored.as_pathname() {
        Some(json!({"family": "AF_UNIX", "path": path.to_string_lossy()}))
    } else if let Some(name) = stored.as_abstract_namespace() {
        Some(json!({"family": "AF_UNIX", "abstract": encoded(name)}))
    } else {
        stored.is_unix().then(|| json!({"family": "AF_UNIX"}))
    }
}
