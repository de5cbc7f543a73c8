package org.sockspec.attack;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Address;
import org.sockspec.api.Capabilities;
import org.sockspec.api.SocketApi;
import org.sockspec.protocol.TesteeServer;
import org.sockspec.reference.KernelSockets;

/**
 * A testee that serves the kernel's sockets well until a call of sendto() sets off an attack. Its arguments are the
 * attack and a folder, where it notes what could stay behind: processes and socket files.
 */
final class HostileTestee {
    private static final String TRIGGER = "sendto";

    private final Attack attack;
    private final Path folder;
    private final SocketApi real = new KernelSockets();
    private final HostileOutput out;

    private HostileTestee(Attack attack, Path folder) {
        this.attack = attack;
        this.folder = folder;
        this.out = new HostileOutput(new FileOutputStream(FileDescriptor.out), attack == Attack.ANSWER_OUT_OF_ORDER);
    }

    static List<String> command(Attack attack, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HostileTestee.class.getName(),
                attack.name(),
                folder.toString());
    }

    public static void main(String[] arguments) throws IOException {
        var testee = new HostileTestee(Attack.valueOf(arguments[0]), Path.of(arguments[1]));
        testee.note("processes", Long.toString(ProcessHandle.current().pid()));
        TesteeServer.serve(testee.api(), new FileInputStream(FileDescriptor.in), testee.out);
        Runtime.getRuntime().halt(0);
    }

    private SocketApi api() {
        return (SocketApi) Proxy.newProxyInstance(
                HostileTestee.class.getClassLoader(),
                new Class<?>[] {SocketApi.class},
                (proxy, method, arguments) ->
                        method.getName().equals("forSession") ? proxy : invoke(method, arguments));
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Exception {
        switch (method.getName()) {
            case TRIGGER -> {
                var answer = attack.strike(new Attack.Scene(out, folder, (int) arguments[0]));
                if (answer != null) {
                    return answer;
                }
            }
            case "bind" -> {
                if (arguments[1] instanceof Address.UnixPath address) {
                    note("files", address.path());
                }
            }
            case "release" -> attack.release((Thread) arguments[0]);
            case "discard" -> {
                out.sessionEnds((int) arguments[0]);
                if (attack == Attack.LEAK) {
                    return null;
                }
            }
            case "capabilities" -> {
                return attack == Attack.INJECT ? injected(real.capabilities()) : real.capabilities();
            }
            default -> {}
        }
        return method.invoke(real, arguments);
    }

    private static Capabilities injected(Capabilities real) {
        return new Capabilities(
                HostileText.ALL,
                HostileText.ALL,
                HostileText.ALL,
                real.sessions(),
                real.domains(),
                real.types(),
                real.calls());
    }

    private void note(String kind, String what) {
        try {
            Files.writeString(folder.resolve(kind), what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
