// Writes to, and reads from, sockets that were never connected.
import net from 'node:net';

const written = new net.Socket();
written.on('error', () => {});
written.write('x', (error) => console.log('write:', error.code));

const read = new net.Socket();
for (const event of ['readable', 'end', 'error', 'close']) {
  read.on(event, () => console.log('read:', event));
}
read.read(1);
setTimeout(() => console.log('read: no event in a second'), 1000);
