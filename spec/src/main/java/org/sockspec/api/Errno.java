package org.sockspec.api;

/**
 * Name of an error number. Numbers differ between systems, so only names travel; a testee may answer a name that is
 * not among the constants here.
 *
 * @param name the symbol from errno.h, such as {@code ECONNREFUSED}
 */
public record Errno(String name) {
    public static final Errno E2BIG = new Errno("E2BIG");
    public static final Errno EACCES = new Errno("EACCES");
    public static final Errno EADDRINUSE = new Errno("EADDRINUSE");
    public static final Errno EADDRNOTAVAIL = new Errno("EADDRNOTAVAIL");
    public static final Errno EAFNOSUPPORT = new Errno("EAFNOSUPPORT");
    public static final Errno EAGAIN = new Errno("EAGAIN");
    public static final Errno EALREADY = new Errno("EALREADY");
    public static final Errno EBADF = new Errno("EBADF");
    public static final Errno EBUSY = new Errno("EBUSY");
    public static final Errno ECANCELED = new Errno("ECANCELED");
    public static final Errno ECONNABORTED = new Errno("ECONNABORTED");
    public static final Errno ECONNREFUSED = new Errno("ECONNREFUSED");
    public static final Errno ECONNRESET = new Errno("ECONNRESET");
    public static final Errno EDESTADDRREQ = new Errno("EDESTADDRREQ");
    public static final Errno EDOM = new Errno("EDOM");
    public static final Errno EEXIST = new Errno("EEXIST");
    public static final Errno EFAULT = new Errno("EFAULT");
    public static final Errno EHOSTDOWN = new Errno("EHOSTDOWN");
    public static final Errno EHOSTUNREACH = new Errno("EHOSTUNREACH");
    public static final Errno EINPROGRESS = new Errno("EINPROGRESS");
    public static final Errno EINTR = new Errno("EINTR");
    public static final Errno EINVAL = new Errno("EINVAL");
    public static final Errno EIO = new Errno("EIO");
    public static final Errno EISCONN = new Errno("EISCONN");
    public static final Errno EISDIR = new Errno("EISDIR");
    public static final Errno ELOOP = new Errno("ELOOP");
    public static final Errno EMFILE = new Errno("EMFILE");
    public static final Errno EMSGSIZE = new Errno("EMSGSIZE");
    public static final Errno ENAMETOOLONG = new Errno("ENAMETOOLONG");
    public static final Errno ENETDOWN = new Errno("ENETDOWN");
    public static final Errno ENETRESET = new Errno("ENETRESET");
    public static final Errno ENETUNREACH = new Errno("ENETUNREACH");
    public static final Errno ENFILE = new Errno("ENFILE");
    public static final Errno ENOBUFS = new Errno("ENOBUFS");
    public static final Errno ENODEV = new Errno("ENODEV");
    public static final Errno ENOENT = new Errno("ENOENT");
    public static final Errno ENOMEM = new Errno("ENOMEM");
    public static final Errno ENOPROTOOPT = new Errno("ENOPROTOOPT");
    public static final Errno ENOSPC = new Errno("ENOSPC");
    public static final Errno ENOSYS = new Errno("ENOSYS");
    public static final Errno ENOTCONN = new Errno("ENOTCONN");
    public static final Errno ENOTDIR = new Errno("ENOTDIR");
    public static final Errno ENOTSOCK = new Errno("ENOTSOCK");
    public static final Errno ENOTSUP = new Errno("ENOTSUP");
    public static final Errno ENOTTY = new Errno("ENOTTY");
    public static final Errno ENXIO = new Errno("ENXIO");
    public static final Errno EOPNOTSUPP = new Errno("EOPNOTSUPP");
    public static final Errno EOVERFLOW = new Errno("EOVERFLOW");
    public static final Errno EPERM = new Errno("EPERM");
    public static final Errno EPIPE = new Errno("EPIPE");
    public static final Errno EPROTO = new Errno("EPROTO");
    public static final Errno EPROTONOSUPPORT = new Errno("EPROTONOSUPPORT");
    public static final Errno EPROTOTYPE = new Errno("EPROTOTYPE");
    public static final Errno ERANGE = new Errno("ERANGE");
    public static final Errno EROFS = new Errno("EROFS");
    public static final Errno ESOCKTNOSUPPORT = new Errno("ESOCKTNOSUPPORT");
    public static final Errno ESPIPE = new Errno("ESPIPE");
    public static final Errno ESRCH = new Errno("ESRCH");
    public static final Errno ETIMEDOUT = new Errno("ETIMEDOUT");
    public static final Errno ETOOMANYREFS = new Errno("ETOOMANYREFS");
    public static final Errno EWOULDBLOCK = new Errno("EWOULDBLOCK");

    @Override
    public String toString() {
        return name;
    }
}
