package org.sockspec.specs.close;

import static org.sockspec.api.Errno.EBADF;
import static org.sockspec.api.FileFlag.O_NONBLOCK;
import static org.sockspec.api.Shutdown.SHUT_WR;
import static org.sockspec.api.SocketOption.SO_REUSEADDR;
import static org.sockspec.api.SocketOption.SO_TYPE;

import java.util.List;
import java.util.function.BiFunction;
import org.sockspec.api.Address;
import org.sockspec.api.OptionValue;
import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;
import org.sockspec.harness.Network;
import org.sockspec.harness.OutcomeAssert;
import org.sockspec.harness.OwnProcess;
import org.sockspec.harness.Socket;

class ClosedNumberSpec {
    private static final List<BiFunction<Socket, Address, OutcomeAssert>> CALLS = List.of(
            Socket::bind,
            (socket, address) -> socket.listen(1),
            (socket, address) -> socket.accept(),
            (socket, address) -> socket.accept4(),
            Socket::connect,
            (socket, address) -> socket.send("x"),
            (socket, address) -> socket.sendTo(address, "x"),
            (socket, address) -> socket.sendMessage("x"),
            (socket, address) -> socket.write("x"),
            (socket, address) -> socket.recv(1),
            (socket, address) -> socket.recvFrom(1),
            (socket, address) -> socket.recvMessage(1),
            (socket, address) -> socket.read(1),
            (socket, address) -> socket.shutdown(SHUT_WR),
            (socket, address) -> socket.get(SO_TYPE),
            (socket, address) -> socket.set(SO_REUSEADDR, OptionValue.of(1)),
            (socket, address) -> socket.name(),
            (socket, address) -> socket.peerName(),
            (socket, address) -> socket.descriptorFlags(),
            (socket, address) -> socket.setFlags(O_NONBLOCK),
            (socket, address) -> socket.fstat(),
            (socket, address) -> socket.dup(),
            (socket, address) -> socket.close());

    @OwnProcess
    @Clause("close.after.operations-ebadf")
    void isRefusedByEveryCall(Network net, Host host) {
        var lower = host.socket();
        var socket = host.socket();
        // Whatever else opens a file in the process gets the lowest free number: let that be another than ours.
        lower.close().succeeds();

        socket.close().succeeds();

        for (var call : CALLS) {
            call.apply(socket, net.freeAddress()).failsWith(EBADF);
        }
    }
}
