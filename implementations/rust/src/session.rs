//! Sessions, lanes, and how blocked calls are made to return.

use std::collections::HashMap;
use std::io;
use std::os::fd::{AsRawFd, RawFd};
use std::os::unix::thread::JoinHandleExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use std::{mem, ptr};

use serde_json::{Value, json};
use socket2::Socket;

use crate::calls;
use crate::protocol::{Answer, Arguments, Fault, malformed, reply, unsupported};

/// SIGUSR2, which neither std nor the protocol uses. It only ends sessions and is no part of what is validated.
const RELEASE: libc::c_int = libc::SIGUSR2;
const PATIENCE: Duration = Duration::from_secs(5);
const BETWEEN: Duration = Duration::from_millis(1);

#[derive(Default)]
pub struct Sessions(HashMap<String, Session>);

impl Sessions {
    pub fn handle(&mut self, line: &[u8]) {
        let Ok(request) = serde_json::from_slice::<Value>(line) else {
            return reply(None, malformed("the request"));
        };
        let Ok(id) = Arguments(&request).long("id") else {
            return reply(None, malformed("id"));
        };
        if let Err(fault) = self.dispatch(id, &request) {
            reply(Some(id), Err(fault));
        }
    }

    fn dispatch(&mut self, id: i64, request: &Value) -> Result<(), Fault> {
        let method = Arguments(request).text("method")?;
        let parameters = Arguments(request).object("params")?;
        if method == "hello" {
            reply(Some(id), Ok(calls::hello()));
            return Ok(());
        }
        let name = parameters.text("session")?;
        if method == "end_session" {
            self.end(id, name);
            return Ok(());
        }
        let lane = parameters.text("lane")?;
        let session = self.0.entry(name.into()).or_default();
        session.call(lane, Task { id, method: method.into(), parameters: parameters.0.clone() });
        Ok(())
    }

    fn end(&mut self, id: i64, name: &str) {
        let ending = self.0.remove(name);
        thread::spawn(move || {
            let stuck = ending.map_or(0, Session::end);
            reply(Some(id), Ok(Answer::from_iter([("stuck".into(), json!(stuck))])));
        });
    }
}

struct Task {
    id: i64,
    method: String,
    parameters: Value,
}

#[derive(Default)]
struct Session {
    world: Arc<World>,
    lanes: HashMap<String, Lane>,
}

struct Lane {
    tasks: Sender<Task>,
    thread: JoinHandle<()>,
}

impl Session {
    fn call(&mut self, lane: &str, task: Task) {
        let world = &self.world;
        let lane = self.lanes.entry(lane.into()).or_insert_with(|| {
            let (tasks, waiting) = mpsc::channel();
            let world = Arc::clone(world);
            Lane { tasks, thread: thread::spawn(move || serve(&world, waiting)) }
        });
        lane.tasks.send(task).expect("a lane serves until its session ends");
    }

    /// Tells how many lanes could not be made to return.
    fn end(self) -> usize {
        self.world.ended.store(true, Ordering::SeqCst);
        let threads: Vec<_> = self.lanes.into_values().map(|lane| lane.thread).collect();
        let deadline = Instant::now() + PATIENCE;
        let stuck = threads.iter().filter(|thread| !released(thread, deadline)).count();
        self.world.discard();
        stuck
    }
}

fn serve(world: &World, waiting: Receiver<Task>) {
    for Task { id, method, parameters } in waiting {
        if world.ended.load(Ordering::SeqCst) {
            return;
        }
        reply(Some(id), calls::make(world, &method, &Arguments(&parameters)));
    }
}

fn released<T>(thread: &JoinHandle<T>, deadline: Instant) -> bool {
    while !thread.is_finished() && Instant::now() < deadline {
        // SAFETY: the thread has not been joined, so its pthread_t is valid.
        unsafe { libc::pthread_kill(thread.as_pthread_t(), RELEASE) };
        thread::sleep(BETWEEN);
    }
    thread.is_finished()
}

/// Without SA_RESTART, so that the signal ends the call that it meets.
pub fn catch_release_signal() -> io::Result<()> {
    extern "C" fn nothing(_: libc::c_int) {}
    // SAFETY: all zero is a valid sigaction, and the handler touches nothing.
    let failed = unsafe {
        let mut action: libc::sigaction = mem::zeroed();
        action.sa_sigaction = nothing as extern "C" fn(libc::c_int) as usize;
        libc::sigaction(RELEASE, &action, ptr::null_mut())
    };
    if failed == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// The sockets of a session, by their descriptors.
#[derive(Default)]
pub struct World {
    sockets: Mutex<HashMap<RawFd, Arc<Socket>>>,
    ended: AtomicBool,
}

impl World {
    pub fn opened(&self, socket: Socket) -> RawFd {
        let fd = socket.as_raw_fd();
        self.sockets().insert(fd, Arc::new(socket));
        fd
    }

    /// In Rust there is no call on a number, only on a socket that is open.
    pub fn socket(&self, fd: RawFd) -> Result<Arc<Socket>, Fault> {
        let found = self.sockets().get(&fd).cloned();
        found.map_or_else(|| unsupported("a call on a descriptor that is not open"), Ok)
    }

    /// In Rust a socket cannot be closed while a call borrows it.
    pub fn close(&self, fd: RawFd) -> Result<(), Fault> {
        let mut sockets = self.sockets();
        let Some(shared) = sockets.remove(&fd) else {
            return unsupported("a call on a descriptor that is not open");
        };
        match Arc::try_unwrap(shared) {
            Ok(socket) => {
                drop(sockets); // it may linger
                drop(socket);
                Ok(())
            }
            Err(shared) => {
                sockets.insert(fd, shared);
                unsupported("closing a socket that another lane uses")
            }
        }
    }

    /// Closes without TIME_WAIT and without lingering; what is not a TCP connection ignores the option.
    fn discard(&self) {
        for (_, socket) in self.sockets().drain() {
            let _ = socket.set_linger(Some(Duration::ZERO));
        }
    }

    fn sockets(&self) -> MutexGuard<'_, HashMap<RawFd, Arc<Socket>>> {
        self.sockets.lock().expect("a panic ends the process")
    }
}
