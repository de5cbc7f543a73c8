//! What an `io::Error` is in the words of the sockets API.

use std::borrow::Cow;
use std::io::{Error, ErrorKind};

/// Errors that the kernel gave, by `raw_os_error()`.
macro_rules! names_of {
    ($number:expr, $($name:ident)*) => {
        match $number {
            $(libc::$name => Cow::from(stringify!($name)),)*
            unnamed => Cow::from(format!("ERRNO_{unnamed}")),
        }
    };
}

/// Errors that std or socket2 gave without a call of the kernel, by `kind()`.
const OF_THE_BINDING: [(ErrorKind, &str); 1] = [
    (ErrorKind::InvalidInput, "EINVAL"), // a path that does not fit into sun_path
];

/// Nothing for an error that has no name there.
pub fn name(error: &Error) -> Option<Cow<'static, str>> {
    match error.raw_os_error() {
        Some(number) => Some(of_the_kernel(number)),
        None => OF_THE_BINDING.iter().find(|(kind, _)| *kind == error.kind()).map(|(_, name)| Cow::from(*name)),
    }
}

fn of_the_kernel(number: i32) -> Cow<'static, str> {
    names_of!(number,
        EPERM ENOENT EINTR EIO EBADF EAGAIN ENOMEM EACCES EFAULT EEXIST ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE
        ENOSPC ESPIPE EROFS EPIPE EDOM ENAMETOOLONG ENOSYS ELOOP EPROTO EOVERFLOW EILSEQ ENOTSOCK EDESTADDRREQ
        EMSGSIZE EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT
        EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN
        ESHUTDOWN ETOOMANYREFS ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ECANCELED)
}
