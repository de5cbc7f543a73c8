import java.net.InetSocketAddress;
import java.net.Socket;

/** A socket whose connect() failed. */
class Refused {
    public static void main(String[] arguments) {
        var socket = new Socket();
        for (int i = 0; i < 2; i++) {
            try {
                socket.connect(new InetSocketAddress("127.0.0.1", 1));
            } catch (Exception e) {
                System.out.println(e + "; isClosed() is " + socket.isClosed());
            }
        }
    }
}
