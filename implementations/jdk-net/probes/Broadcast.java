import java.net.DatagramSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** Whether broadcasting must be asked for. */
class Broadcast {
    public static void main(String[] arguments) throws Exception {
        System.out.println("DatagramSocket: SO_BROADCAST is " + new DatagramSocket().getBroadcast());
        System.out.println("DatagramChannel: SO_BROADCAST is "
                + DatagramChannel.open().getOption(StandardSocketOptions.SO_BROADCAST));
    }
}
