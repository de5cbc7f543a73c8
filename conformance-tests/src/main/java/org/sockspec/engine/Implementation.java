package org.sockspec.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.sockspec.api.SocketApi;
import org.sockspec.protocol.ProcessTestee;
import org.sockspec.protocol.ServiceTestee;
import org.sockspec.protocol.Testee;
import org.sockspec.protocol.TesteeException;
import org.sockspec.reference.KernelSockets;
import org.sockspec.reference.ReferenceTestee;

/**
 * An implementation that is reached by starting a testee.
 *
 * @param command the testee's command line
 * @param patience how long the testee may take to answer hello
 */
public record Implementation(List<String> command, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Starts a process that does not outlive the run. */
    @FunctionalInterface
    public interface Launcher {
        Process start(ProcessBuilder process) throws IOException;
    }

    /** Describes an implementation whose testee may take the usual time to answer hello. */
    public Implementation(List<String> command) {
        this(command, PATIENCE);
    }

    /** Grows the patience with the time budgets; it does not shrink with them, for no verdict hangs on it. */
    public Implementation scaled(double scale) {
        return new Implementation(command, Duration.ofMillis((long) (patience.toMillis() * Math.max(1, scale))));
    }

    /** Returns the reference: the host kernel, served by a Java virtual machine with this one's class path. */
    public static Implementation reference() {
        var options = new ArrayList<>(List.of("-Xmx64m"));
        var archive = System.getProperty("sockspec.testee.archive");
        if (archive != null) {
            options.add("-XX:SharedArchiveFile=" + archive);
        }
        return inJava(options, List.of(ReferenceTestee.class.getName()));
    }

    /**
     * Returns the implementation that the class path offers beside the reference, if there is one: a
     * {@link SocketApi} that is found by {@link ServiceLoader}, in a Java virtual machine with this one's class path.
     *
     * @throws IllegalStateException if there are more
     */
    public static Optional<Implementation> onTheClassPath() {
        return among(ServiceLoader.load(SocketApi.class).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .toList());
    }

    /** Returns the implementation that the class path offers beside the reference, made in this virtual machine. */
    public static Optional<SocketApi> offeredHere() {
        return ServiceLoader.load(SocketApi.class).stream()
                .filter(offered -> offered.type() != KernelSockets.class)
                .map(ServiceLoader.Provider::get)
                .findFirst();
    }

    static Optional<Implementation> among(List<Class<?>> offered) {
        var names = offered.stream()
                .filter(type -> type != KernelSockets.class)
                .map(Class::getName)
                .toList();
        if (names.size() > 1) {
            throw new IllegalStateException("the class path offers more than one implementation: "
                    + String.join(", ", names) + "; leave one of them in META-INF/services/"
                    + SocketApi.class.getName());
        }
        return names.stream()
                .map(name -> inJava(List.of(), List.of(ServiceTestee.class.getName(), name)))
                .findFirst();
    }

    private static Implementation inJava(List<String> options, List<String> program) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                // A JVM that looks at its limits now and then opens files, and takes numbers that a case has just
                // closed.
                "-XX:-UseContainerSupport",
                "-XX:-UsePerfData",
                "-Xlog:disable"));
        command.addAll(options);
        if (Runtime.version().feature() > 17) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        return new Implementation(List.copyOf(command));
    }

    /**
     * Starts a testee.
     *
     * @param wrap turns the command line into one that runs somewhere else
     */
    public Testee start(Launcher launcher, UnaryOperator<List<String>> wrap) {
        var line = wrap.apply(command);
        Process process;
        try {
            process = launcher.start(new ProcessBuilder(line));
        } catch (IOException e) {
            throw new TesteeException("the testee cannot be started: " + e.getMessage());
        }
        return ProcessTestee.greet(process, patience);
    }
}
