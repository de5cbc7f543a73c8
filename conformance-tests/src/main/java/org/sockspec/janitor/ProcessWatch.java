package org.sockspec.janitor;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Register what must not outlive the run. */
public interface ProcessWatch {

    /** Register a started process, and forget it when it exits; gives the same process back. */
    Process watch(Process process);

    /** Create an empty folder whose path is short enough to hold unix socket paths. */
    Path temporaryFolder(String prefix);

    /** Register a container, to be removed by force. */
    void container(String id);

    /** Forget a container that was removed. */
    void containerGone(String id);

    /** Register a proxy at a Toxiproxy server that outlives the run, to be deleted there. */
    void proxy(InetSocketAddress api, String name);

    /** Forget a proxy that was deleted. */
    void proxyGone(InetSocketAddress api, String name);
}
