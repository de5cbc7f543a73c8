// Looks for bind() in net, and claims an address twice.
import net from 'node:net';

console.log(net.Socket.prototype.bind, net.Server.prototype.bind);
const first = net.createServer().listen(0, '127.0.0.1', () => {
  const { address, port } = first.address();
  const second = net.createServer().listen(port, address);
  second.on('error', ({ code, syscall }) => {
    console.log(code, 'from', syscall);
    first.close();
  });
});
