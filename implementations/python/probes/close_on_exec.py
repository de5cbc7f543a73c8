"""Creates a socket and a pipe without SOCK_CLOEXEC and looks at FD_CLOEXEC."""

import fcntl
import os
import socket

for name, fd in (("socket", socket.socket(type=socket.SOCK_STREAM).detach()), ("pipe", os.pipe()[0])):
    print(name, "FD_CLOEXEC" if fcntl.fcntl(fd, fcntl.F_GETFD) & fcntl.FD_CLOEXEC else "clear")
