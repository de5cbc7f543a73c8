//! The testee of Rust's sockets: the crate socket2, with the addresses and errors of std.

mod address;
mod calls;
mod control;
mod errors;
mod names;
mod options;
mod pattern;
mod protocol;
mod session;

use std::io::{self, BufRead, Read};
use std::process;

use protocol::LONGEST_LINE;
use session::Sessions;

fn main() -> io::Result<()> {
    session::catch_release_signal()?;
    let mut sessions = Sessions::default();
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? > 0 {
        sessions.handle(&line);
        line.clear();
    }
    process::exit(0);
}
