package org.sockspec.specs.seqpacket;

import static org.sockspec.api.MessageFlag.MSG_EOR;
import static org.sockspec.api.SocketOption.SO_TYPE;

import org.sockspec.harness.Clause;
import org.sockspec.harness.Host;

class ConnectionSpec {

    @Clause("seqpacket.connection.listen-accept")
    void isMadeByListenConnectAndAccept(Host client, Host server) {
        var listener = server.boundSocket();
        listener.listen(1).succeeds();
        var connecting = client.socket();
        connecting.connect(listener).succeeds();
        var accepted = listener.accept().socket();

        accepted.get(SO_TYPE).hasValue("SOCK_SEQPACKET");
        connecting.send("there", MSG_EOR).returns(5);
        accepted.recv(16).receives("there");
        accepted.send("back", MSG_EOR).returns(4);
        connecting.recv(16).receives("back");
    }

    @Clause("seqpacket.boundary.kept")
    void keepsEachRecordByItself(Host client, Host server) {
        var connection = client.connectWith(server);

        connection.client().send("ab", MSG_EOR).returns(2);
        connection.client().send("cde", MSG_EOR).returns(3);

        connection.server().recv(16).receives("ab");
        connection.server().recv(16).receives("cde");
    }
}
