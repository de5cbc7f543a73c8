import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** What is there after the only bind() that a listening socket of Java has. */
class Bind {
    public static void main(String[] arguments) throws Exception {
        var listener = new ServerSocket();
        listener.bind(new InetSocketAddress("127.0.0.1", 0));
        var client = new Socket("127.0.0.1", listener.getLocalPort());
        System.out.println("connected right after bind(): " + client.isConnected());
    }
}
