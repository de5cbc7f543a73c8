//! Shows deviations outside the suite: cargo run --example deviations

use std::io::{Result, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::{env, fs, process};

use socket2::{Domain, SockAddr, Socket, Type};

fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let client = TcpStream::connect(listener.local_addr()?)?;
    client.shutdown(Shutdown::Both)?;
    println!("peer_addr after shutdown is ok: {}", client.peer_addr().is_ok());

    let mut unconnected = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    println!("write unconnected, TCP: {:?}", unconnected.write(b"x").map_err(|error| (error.kind(), error)));

    let path = env::temp_dir().join(format!("probe-{}", process::id()));
    let address = SockAddr::unix(&path)?;
    let listener = Socket::new(Domain::UNIX, Type::STREAM, None)?;
    listener.bind(&address)?;
    listener.listen(0)?;
    for _ in 0..2 {
        let client = Socket::new(Domain::UNIX, Type::STREAM, None)?;
        client.set_nonblocking(true)?;
        println!("local connect, backlog 0: {:?}", client.connect(&address).map_err(|error| (error.kind(), error)));
    }
    fs::remove_file(path)?;

    println!("path of 200 bytes: {:?}", SockAddr::unix("x".repeat(200)).map_err(|error| (error.raw_os_error(), error)));
    Ok(())
}
