"""Tries to take the peer from a datagram socket, for which connect() needs an address of AF_UNSPEC."""

import socket

server = socket.socket(type=socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
client = socket.socket(type=socket.SOCK_DGRAM)
client.connect(server.getsockname())
for nothing in (None, "", (), b"\0" * 16):
    try:
        client.connect(nothing)
    except (TypeError, OSError) as error:
        print(repr(nothing), type(error).__name__, error)
