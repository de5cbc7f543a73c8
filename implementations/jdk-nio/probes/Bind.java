import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;

/** What is there after the only bind() that a listening socket of Java has. */
class Bind {
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("probe");
        var address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (var listener = ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            listener.bind(address);
            try (var client = SocketChannel.open(address)) {
                System.out.println("connected right after bind(): " + client.isConnected());
            }
        }
        Files.delete(address.getPath());
        Files.delete(folder);
    }
}
