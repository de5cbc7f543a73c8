package org.sockspec.cli.check;

import java.util.List;
import java.util.function.Consumer;
import org.sockspec.api.SocketType;

/**
 * One step of the ladder.
 *
 * @param title what the testee shows by it, as a phrase
 * @param calls what it must declare for that, the one to implement first at the front
 * @param type the type of socket it is about
 * @param script fails with a {@link BrokenRungException}
 */
record Rung(String title, List<String> calls, SocketType type, Consumer<Climb> script) {}
