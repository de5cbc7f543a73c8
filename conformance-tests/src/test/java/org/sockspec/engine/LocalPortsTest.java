package org.sockspec.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LocalPortsTest {

    @Test
    void knowsPortsOfBothFamilies() throws IOException {
        try (var inet = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var any = new ServerSocket(0)) {
            var ports = LocalPorts.ofTcp();

            assertThat(ports.get(inet.getLocalPort())).isTrue();
            assertThat(ports.get(any.getLocalPort())).isTrue();
            assertThat(ports.get(1)).isFalse();
        }
    }
}
