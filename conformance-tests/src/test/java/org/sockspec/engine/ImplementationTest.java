package org.sockspec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockspec.api.SocketApi;
import org.sockspec.reference.KernelSockets;

class ImplementationTest {

    /** An implementation as an implementer offers it. */
    abstract static class Own implements SocketApi {}

    /** One more, by mistake. */
    abstract static class Another implements SocketApi {}

    @Test
    void theReferenceIsNotAnOwnImplementation() {
        assertThat(Implementation.onTheClassPath()).isEmpty();
    }

    @Test
    void theOneImplementationBesideTheReferenceIsServedInAProcess() {
        var found =
                Implementation.among(List.of(KernelSockets.class, Own.class)).orElseThrow();

        assertThat(found.command()).endsWith("org.sockspec.protocol.ServiceTestee", Own.class.getName());
    }

    @Test
    void severalImplementationsAreRefusedByName() {
        assertThatThrownBy(() -> Implementation.among(List.of(Own.class, KernelSockets.class, Another.class)))
                .hasMessage("the class path offers more than one implementation: " + Own.class.getName() + ", "
                        + Another.class.getName()
                        + "; leave one of them in META-INF/services/org.sockspec.api.SocketApi");
    }
}
