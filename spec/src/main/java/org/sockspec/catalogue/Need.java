package org.sockspec.catalogue;

/** What a run must have besides two hosts before the cases of a clause can run. */
public enum Need {
    FAULT_PROXY("a Toxiproxy server between the hosts"),
    NETNS("the hosts in two network namespaces joined by a link that can be filtered, delayed, cut or listened to"),
    ROOT("privilege for set-up, and the means to make the call as an unprivileged user"),
    MULTICAST("an interface that carries multicast"),
    SIGNALS("a testee that can install handlers and be sent signals while it is blocked"),
    SECOND_PROCESS("a process of the testee that can be forked, killed, stopped, continued or exec'ed"),
    FD_LIMIT("a descriptor limit that can be lowered and filled, with nothing else running"),
    DESCRIPTOR_NUMBERS(
            "descriptors whose numbers the implementation chooses, in a process where nothing else opens any"),
    LONG_WAIT("time for protocol timeouts: seconds even with shortened settings"),
    OWN_MACHINE("a machine whose system-wide file table may be filled"),
    NAME_SERVICE("entries in the host and service tables"),
    NO_TRIGGER("a way to provoke it, and no portable one is known");

    private final String description;

    Need(String description) {
        this.description = description;
    }

    /** Returns the name in the catalogue, such as {@code fault-proxy}. */
    public String symbol() {
        return Symbols.of(this);
    }

    /** Returns what it stands for, as a noun phrase that can follow "needs". */
    public String description() {
        return description;
    }

    /** Tells whether no run has it, so that a clause with this need stays untested. */
    public boolean isNeverMet() {
        return this == NO_TRIGGER || this == OWN_MACHINE;
    }
}
