package org.sockspec.engine;

/** Which hosts of a case may live in a testee beside other cases. */
public enum Company {
    /** All of them. */
    ALL,
    /** All but the server, which the case kills, stops or sends signals to. */
    ALL_BUT_SERVER,
    /** None. */
    NONE;

    boolean leavesAlone(String host) {
        return this == NONE || this == ALL_BUT_SERVER && host.equals("server");
    }
}
