package org.sockspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockspec.api.Domain;
import org.sockspec.api.SocketApi;
import org.sockspec.api.SocketType;

class KernelSocketsTest {
    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(SocketApi.class)).hasOnlyElementsOfTypes(KernelSockets.class);
    }

    @Test
    void saysWhoItIsAndWhatItCan() {
        var capabilities = new KernelSockets().capabilities();
        assertThat(capabilities.name()).isEqualTo("linux");
        assertThat(capabilities.version()).isNotBlank();
        assertThat(capabilities.platform())
                .contains(System.getProperty("os.arch"))
                .contains("libc");
        assertThat(capabilities.sessions()).isEqualTo(1000);
        assertThat(capabilities.domains()).contains(Domain.AF_INET, Domain.AF_INET6, Domain.AF_UNIX);
        assertThat(capabilities.types())
                .contains(SocketType.SOCK_STREAM, SocketType.SOCK_DGRAM, SocketType.SOCK_SEQPACKET);
        assertThat(capabilities.calls())
                .contains("socket", "pthread_kill", "send_pattern", "recv_pattern", "accept4")
                .doesNotContain("blocking")
                .hasSize(40);
    }

    @Test
    void implementsEveryCall() {
        assertThat(KernelSockets.class.getDeclaredMethods())
                .extracting(Method::getName)
                .containsAll(Arrays.stream(SocketApi.class.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                        .map(Method::getName)
                        .filter(name -> !name.endsWith("Pattern") && !name.equals("forSession"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X,aarch64", "Linux,mips64el", "Linux,i386", "FreeBSD,amd64"})
    void refusesSystemsItDoesNotKnow(String os, String architecture) {
        assertThatThrownBy(() -> SupportedSystem.require(os, architecture))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(os + " on " + architecture)
                .hasMessageContaining("--testee CMD");
    }
}
