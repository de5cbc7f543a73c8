// Asks a datagram socket for its address before it is bound, and sets an option.
import dgram from 'node:dgram';

const socket = dgram.createSocket('udp4');
for (const call of [() => socket.address(), () => socket.setBroadcast(true)]) {
  try {
    console.log(call());
  } catch ({ code, syscall }) {
    console.log(code, 'from', syscall);
  }
}
socket.bind(0, '127.0.0.1', () => {
  console.log(socket.address().address);
  socket.close();
});
