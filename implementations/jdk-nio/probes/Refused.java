import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** A channel whose connect() failed. */
class Refused {
    public static void main(String[] arguments) throws Exception {
        var client = SocketChannel.open();
        for (int i = 0; i < 2; i++) {
            try {
                client.connect(new InetSocketAddress("127.0.0.1", 1));
            } catch (Exception e) {
                System.out.println(e + "; isOpen() is " + client.isOpen());
            }
        }
    }
}
