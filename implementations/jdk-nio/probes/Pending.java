import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** What a SocketChannel says between the end of the handshake and finishConnect(), and while nobody answers. */
class Pending {
    public static void main(String[] arguments) throws Exception {
        var listener = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0), 1);
        for (int i = 0; i < 4; i++) {
            var client = SocketChannel.open();
            client.configureBlocking(false);
            client.connect(listener.getLocalAddress());
            var selector = Selector.open();
            client.register(selector, SelectionKey.OP_CONNECT);
            boolean connected = selector.select(500) == 1;
            System.out.println((connected ? "established" : "no answer yet") + ": isConnected() is "
                    + client.isConnected() + ", getRemoteAddress() is "
                    + (client.getRemoteAddress() == null ? "null" : "the listener's"));
            selector.close();
            if (i == 0) {
                attempt("read", () -> client.read(ByteBuffer.allocate(1)));
                attempt("connect", () -> client.connect(listener.getLocalAddress()));
            }
        }
    }

    private static void attempt(String what, java.util.concurrent.Callable<?> call) {
        try {
            System.out.println(what + ": " + call.call());
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }
}
