package org.sockspec.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sockspec.api.Outcome;

/** What a hostile testee does when a call sets it off. */
enum Attack {
    EXIT {
        @Override
        Outcome strike(Scene scene) {
            Runtime.getRuntime().halt(3);
            return hang();
        }
    },
    DIE_BY_SIGNAL {
        @Override
        Outcome strike(Scene scene) throws IOException {
            signal("KILL");
            return hang();
        }
    },
    /** Stops the whole process, with everything that it serves. */
    FREEZE {
        @Override
        Outcome strike(Scene scene) throws IOException {
            signal("STOP");
            return hang();
        }
    },
    /** Blocks the lane of the call, and nothing else. */
    HANG_IN_THE_LANE {
        @Override
        Outcome strike(Scene scene) {
            return hang();
        }
    },
    /** Makes the call only when the session ends. */
    ANSWER_LATE {
        @Override
        @Nullable Outcome strike(Scene scene) {
            awaitRelease();
            return null;
        }
    },
    ANSWER_AFTER_THE_END {
        @Override
        @Nullable Outcome strike(Scene scene) {
            scene.out().withholdAnswer(scene.fd());
            return null;
        }
    },
    ANSWER_TWICE {
        @Override
        @Nullable Outcome strike(Scene scene) {
            scene.out().repeatAnswer();
            return null;
        }
    },
    ANSWER_ANOTHER_REQUEST {
        @Override
        @Nullable Outcome strike(Scene scene) throws IOException {
            scene.out().insert("{\"jsonrpc\":\"2.0\",\"id\":123456,\"result\":{\"ret\":0}}\n");
            return null;
        }
    },
    SAY_GARBAGE {
        @Override
        @Nullable Outcome strike(Scene scene) throws IOException {
            scene.out().insert("malloc(): corrupted top size\n");
            return null;
        }
    },
    SAY_HALF_A_LINE {
        @Override
        Outcome strike(Scene scene) throws IOException {
            scene.out().insert("{\"jsonrpc\":\"2.0\",");
            scene.out().fallSilent();
            return hang();
        }
    },
    /** Writes a line of 1 GiB. */
    SAY_A_LONG_LINE {
        @Override
        Outcome strike(Scene scene) throws IOException {
            var piece = "x".repeat(1 << 16);
            for (int i = 0; i < 1 << 14; i++) {
                scene.out().insert(piece);
            }
            return hang();
        }
    },
    CLOSE_STANDARD_OUTPUT {
        @Override
        Outcome strike(Scene scene) throws IOException {
            scene.out().close();
            return hang();
        }
    },
    /** Writes 16 MB to standard error. */
    FLOOD_STANDARD_ERROR {
        @Override
        @Nullable Outcome strike(Scene scene) {
            var piece = "noise".repeat(1 << 14);
            IntStream.range(0, 200).forEach(i -> System.err.print(piece));
            return null;
        }
    },
    DENY_WHAT_IT_DECLARED {
        @Override
        Outcome strike(Scene scene) {
            return new Outcome.Unsupported("sendto");
        }
    },
    /** Leaves a process behind that holds its streams, and crashes. */
    FORK {
        @Override
        Outcome strike(Scene scene) throws IOException {
            fork(scene.folder());
            return EXIT.strike(scene);
        }
    },
    /** Leaves a process behind, in a session of its own, and goes on well. */
    FORK_A_DAEMON {
        @Override
        @Nullable Outcome strike(Scene scene) throws IOException {
            fork(scene.folder());
            return null;
        }
    },
    /** Never closes what a session leaves open. */
    LEAK,
    /** Says what would act in HTML, XML, Markdown or a terminal wherever it can say something. */
    INJECT {
        @Override
        Outcome strike(Scene scene) throws IOException {
            System.err.println(HostileText.ALL);
            scene.out().insert(HostileText.ALL + "\n");
            return hang();
        }
    },
    /** Turns the order of answers around wherever that is allowed. */
    ANSWER_OUT_OF_ORDER;

    /**
     * Where an attack takes place.
     *
     * @param out standard output
     * @param folder for notes
     * @param fd the descriptor of the call that set it off
     */
    record Scene(HostileOutput out, Path folder, int fd) {}

    private final CountDownLatch released = new CountDownLatch(1);
    private volatile @Nullable Thread waiting;

    /** Strikes when a call sets it off; returns what the call answers, or null where it is to be made. */
    @Nullable Outcome strike(Scene scene) throws IOException {
        return null;
    }

    /** Frees the call that waits, if this is its thread. */
    void release(Thread thread) {
        if (thread == waiting) {
            released.countDown();
        }
    }

    void awaitRelease() {
        waiting = Thread.currentThread();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(String name) throws IOException {
        new ProcessBuilder(
                        "kill",
                        "-" + name,
                        Long.toString(ProcessHandle.current().pid()))
                .start();
    }

    private static void fork(Path folder) throws IOException {
        var shell = new ProcessBuilder("sh", "-c", "setsid sleep 1000 & echo $! >>processes")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        shell.onExit().join();
    }

    private static Outcome hang() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }
}
