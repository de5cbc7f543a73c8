"""Sends a signal with a handler, without SA_RESTART, to a thread that is blocked in accept()."""

import signal
import socket
import threading
import time

signal.signal(signal.SIGUSR1, lambda *_: print("handler ran"))
listener = socket.create_server(("127.0.0.1", 0))
thread = threading.Thread(target=lambda: print("accept() returned", listener.accept()[1][0]), daemon=True)
thread.start()
time.sleep(0.2)
signal.pthread_kill(thread.ident, signal.SIGUSR1)
thread.join(0.5)
print("still blocked" if thread.is_alive() else "interrupted")
socket.create_connection(listener.getsockname())
thread.join()
