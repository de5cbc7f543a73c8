//! Options. Each has a pair of functions of its own in socket2, so a value of another form cannot be given.

use std::time::Duration;

use serde_json::{Value, json};
use socket2::{Domain, Protocol, Socket, Type};

use crate::errors;
use crate::names::{DOMAINS, TYPES, name};
use crate::protocol::{Arguments, Fault, unsupported};

pub fn get(socket: &Socket, option: &str) -> Result<Value, Fault> {
    Ok(match option {
        "SO_ACCEPTCONN" => number(socket.is_listener()?),
        "SO_BROADCAST" => number(socket.broadcast()?),
        "SO_DOMAIN" => json!(name(Domain::into(socket.domain()?), DOMAINS)),
        "SO_ERROR" => match socket.take_error()? {
            Some(error) => json!(errors::name(&error)),
            None => json!("0"),
        },
        "SO_KEEPALIVE" => number(socket.keepalive()?),
        "SO_LINGER" => linger(socket.linger()?),
        "SO_OOBINLINE" => number(socket.out_of_band_inline()?),
        "SO_PROTOCOL" => json!(protocol(socket.protocol()?)),
        "SO_RCVBUF" => json!(socket.recv_buffer_size()?),
        "SO_RCVTIMEO" => timeout(socket.read_timeout()?),
        "SO_REUSEADDR" => number(socket.reuse_address()?),
        "SO_SNDBUF" => json!(socket.send_buffer_size()?),
        "SO_SNDTIMEO" => timeout(socket.write_timeout()?),
        "SO_TYPE" => json!(name(Type::into(socket.r#type()?), TYPES)),
        "TCP_NODELAY" => number(socket.tcp_nodelay()?),
        "TCP_USER_TIMEOUT" => json!(socket.tcp_user_timeout()?.map_or(0, |timeout| timeout.as_millis() as u64)),
        "IPV6_V6ONLY" => number(socket.only_v6()?),
        _ => return unsupported(option),
    })
}

pub fn set(socket: &Socket, option: &str, value: &Arguments) -> Result<(), Fault> {
    Ok(match option {
        "SO_BROADCAST" => socket.set_broadcast(switch(value)?),
        "SO_KEEPALIVE" => socket.set_keepalive(switch(value)?),
        "SO_LINGER" => socket.set_linger(seconds(value)?),
        "SO_OOBINLINE" => socket.set_out_of_band_inline(switch(value)?),
        "SO_RCVBUF" => socket.set_recv_buffer_size(amount(value)?),
        "SO_RCVTIMEO" => socket.set_read_timeout(micros(value)?),
        "SO_REUSEADDR" => socket.set_reuse_address(switch(value)?),
        "SO_SNDBUF" => socket.set_send_buffer_size(amount(value)?),
        "SO_SNDTIMEO" => socket.set_write_timeout(micros(value)?),
        "TCP_NODELAY" => socket.set_tcp_nodelay(switch(value)?),
        "TCP_USER_TIMEOUT" => socket.set_tcp_user_timeout(Some(Duration::from_millis(amount(value)? as u64))),
        "IPV6_V6ONLY" => socket.set_only_v6(switch(value)?),
        _ => return unsupported(option),
    }?)
}

fn number(on: bool) -> Value {
    json!(i32::from(on))
}

fn linger(duration: Option<Duration>) -> Value {
    json!({"on": duration.is_some(), "seconds": duration.unwrap_or_default().as_secs()})
}

fn timeout(duration: Option<Duration>) -> Value {
    json!({"micros": duration.unwrap_or_default().as_micros() as u64})
}

fn protocol(protocol: Option<Protocol>) -> String {
    match protocol {
        Some(Protocol::TCP) => "IPPROTO_TCP".into(),
        Some(Protocol::UDP) => "IPPROTO_UDP".into(),
        Some(other) => i32::from(other).to_string(),
        None => "0".into(),
    }
}

fn switch(value: &Arguments) -> Result<bool, Fault> {
    match value.0.as_i64() {
        Some(0) => Ok(false),
        Some(1) => Ok(true),
        _ => unsupported("another value than a bool"),
    }
}

fn amount(value: &Arguments) -> Result<usize, Fault> {
    let amount = value.0.as_u64().and_then(|amount| amount.try_into().ok());
    amount.map_or_else(|| unsupported("another value than a usize"), Ok)
}

fn seconds(value: &Arguments) -> Result<Option<Duration>, Fault> {
    match (value.0["on"].as_bool(), value.0["seconds"].as_u64()) {
        (Some(true), Some(seconds)) => Ok(Some(Duration::from_secs(seconds))),
        (Some(false), Some(0)) => Ok(None),
        _ => unsupported("another value than a duration or none"),
    }
}

fn micros(value: &Arguments) -> Result<Option<Duration>, Fault> {
    match value.0["micros"].as_u64() {
        Some(0) => Ok(None),
        Some(micros) => Ok(Some(Duration::from_micros(micros))),
        None => unsupported("another value than a duration or none"),
    }
}
