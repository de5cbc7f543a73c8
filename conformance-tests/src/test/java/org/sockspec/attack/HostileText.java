package org.sockspec.attack;

/** Text that would act in whatever shows it as it is. */
final class HostileText {
    static final String ALL =
            "<script>alert(1)</script> & ]]> --> \"'><img src=x onerror=alert(2)> | `a` [b](http://c) "
                    + "\033[2J\033]0;owned\007\b\r\u202Eabc\u0000";

    private HostileText() {}
}
