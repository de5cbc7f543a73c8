//! Requests, their arguments, and replies.

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

use crate::errors;

/// With the line feed, and one byte more by which a longer line is found to be broken.
pub const LONGEST_LINE: u64 = (8 << 20) + 2;

/// What a call stored, and the number it returned.
pub type Answer = Map<String, Value>;

/// Why there is no answer.
pub enum Fault {
    /// The call was made, and failed.
    Failed(io::Error),
    /// The implementation cannot express the call; it was not made.
    Unsupported(String),
    /// A member is missing or has the wrong type.
    Malformed(String),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Fault::Failed(error)
    }
}

pub fn unsupported<T>(what: &str) -> Result<T, Fault> {
    Err(Fault::Unsupported(what.into()))
}

pub fn malformed<T>(name: &str) -> Result<T, Fault> {
    Err(Fault::Malformed(format!("{name} is missing or has the wrong type")))
}

/// An answer with the number that a call returned.
pub fn returned(ret: usize) -> Answer {
    Answer::from_iter([("ret".into(), json!(ret))])
}

pub fn encoded(bytes: &[u8]) -> Value {
    json!(STANDARD.encode(bytes))
}

pub fn decoded(name: &str, value: &Value) -> Result<Vec<u8>, Fault> {
    let text = value.as_str().and_then(|text| STANDARD.decode(text).ok());
    text.map_or_else(|| malformed(name), Ok)
}

/// The parameters of a request, by name.
pub struct Arguments<'a>(pub &'a Value);

impl<'a> Arguments<'a> {
    pub fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some()
    }

    pub fn int(&self, name: &str) -> Result<i32, Fault> {
        self.long(name)?.try_into().or_else(|_| malformed(name))
    }

    pub fn long(&self, name: &str) -> Result<i64, Fault> {
        self.read(name, Value::as_i64)
    }

    pub fn size(&self, name: &str) -> Result<usize, Fault> {
        self.int(name)?.try_into().or_else(|_| malformed(name))
    }

    pub fn bool(&self, name: &str) -> Result<bool, Fault> {
        self.read(name, Value::as_bool)
    }

    pub fn text(&self, name: &str) -> Result<&'a str, Fault> {
        self.read(name, Value::as_str)
    }

    pub fn bytes(&self, name: &str) -> Result<Vec<u8>, Fault> {
        decoded(name, self.value(name)?)
    }

    pub fn list(&self, name: &str) -> Result<&'a Vec<Value>, Fault> {
        self.read(name, Value::as_array)
    }

    pub fn object(&self, name: &str) -> Result<Arguments<'a>, Fault> {
        let value = self.value(name)?;
        if value.is_object() { Ok(Arguments(value)) } else { malformed(name) }
    }

    pub fn value(&self, name: &str) -> Result<&'a Value, Fault> {
        self.read(name, Some)
    }

    fn read<T>(&self, name: &str, read: impl FnOnce(&'a Value) -> Option<T>) -> Result<T, Fault> {
        self.0.get(name).and_then(read).map_or_else(|| malformed(name), Ok)
    }
}

/// Replies to a request; without an id to a line that has none.
pub fn reply(id: Option<i64>, outcome: Result<Answer, Fault>) {
    let (member, value) = match outcome {
        Ok(answer) => ("result", Value::Object(answer)),
        Err(Fault::Failed(error)) => match errors::name(&error) {
            Some(errno) => ("result", json!({"ret": -1, "errno": errno})),
            None => ("error", json!({"code": -32603, "message": error.to_string()})),
        },
        Err(Fault::Unsupported(what)) => ("error", json!({"code": -32601, "message": what})),
        Err(Fault::Malformed(what)) => ("error", json!({"code": -32600, "message": what})),
    };
    let line = format!("{}\n", json!({"jsonrpc": "2.0", "id": id, member: value}));
    let mut output = io::stdout().lock();
    if output.write_all(line.as_bytes()).and_then(|()| output.flush()).is_err() {
        std::process::exit(1); // nobody is there to read
    }
}
