package org.sockspec.janitor;

import java.io.IOException;

/** A harness that has a child, a grandchild and a folder, says so, and waits to be killed. */
final class KilledRun {

    private KilledRun() {}

    public static void main(String[] args) throws IOException {
        var janitor = Janitor.start();
        var child = janitor.watch(new ProcessBuilder("sh", "-c", "sleep 1000 & echo $!; wait").start());
        var grandchild = child.inputReader().readLine();
        var folder = janitor.temporaryFolder("f");
        System.out.printf("%d %d %s %s%n", janitor.helper().pid(), child.pid(), grandchild, folder);
        System.in.read();
    }
}
