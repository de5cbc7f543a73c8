package org.sockspec.cli;

import java.util.List;
import java.util.Optional;

/**
 * Something a run may depend on.
 *
 * @param required whether no run can do without it
 * @param found where it is or which version, or nothing
 * @param purpose what depends on it
 * @param neededBy the kinds of faults that depend on it
 * @param remedy how to get it
 */
record Requirement(
        String name,
        boolean required,
        Optional<String> found,
        String purpose,
        List<FaultKind> neededBy,
        String remedy) {

    /** Looks at a machine. */
    static List<Requirement> all(Machine machine) {
        return List.of(
                new Requirement(
                        "java",
                        true,
                        Optional.of(Runtime.version() + " in " + System.getProperty("java.home")),
                        "everything",
                        List.of(),
                        "install openjdk-17-jdk-headless"),
                optional(machine, "mvn", "building after a change of the sources", "maven"),
                fault(machine, "ip", FaultKind.NETWORK, "iproute2"),
                fault(machine, "nft", FaultKind.NETWORK, "nftables"),
                fault(machine, "unshare", FaultKind.NETWORK, "util-linux"),
                fault(machine, "nsenter", FaultKind.NETWORK, "util-linux"),
                new Requirement(
                        "namespaces",
                        false,
                        machine.namespaces(),
                        "faults by network",
                        List.of(FaultKind.NETWORK),
                        "run as root, or allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1)"),
                fault(machine, "kill", FaultKind.PROCESS, "procps"),
                optional(machine, "setpriv", "calls without privilege", "util-linux"),
                optional(machine, "mount", "calls without privilege", "mount"),
                new Requirement(
                        "IPv6",
                        false,
                        machine.ipv6(),
                        "cases in the domain inet6",
                        List.of(),
                        "give the loopback interface the address ::1 (sysctl net.ipv6.conf.lo.disable_ipv6=0)"),
                new Requirement(
                        "toxiproxy-server",
                        false,
                        machine.onPath("toxiproxy-server").or(machine::cachedToxiproxy),
                        "faults by proxy",
                        List.of(FaultKind.PROXY),
                        "put a toxiproxy-server on the PATH; go or a Docker engine will do as well"),
                new Requirement(
                        "Docker engine",
                        false,
                        machine.dockerEngine(),
                        "faults by proxy, where there is no toxiproxy-server",
                        List.of(FaultKind.PROXY),
                        "install docker.io and start it, or leave it"),
                optional(machine, "go", "building a toxiproxy-server, where there is none", "golang-go"),
                optional(machine, "strace", "nothing; shows which calls a testee really makes", "strace"));
    }

    private static Requirement optional(Machine machine, String tool, String purpose, String debian) {
        return new Requirement(tool, false, machine.onPath(tool), purpose, List.of(), "install " + debian);
    }

    private static Requirement fault(Machine machine, String tool, FaultKind kind, String debian) {
        return new Requirement(
                tool,
                false,
                machine.onPath(tool),
                "faults by " + Words.symbol(kind),
                List.of(kind),
                "install " + debian);
    }
}
