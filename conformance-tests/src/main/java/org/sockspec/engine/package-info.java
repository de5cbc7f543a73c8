/** Runs the specs: cases, hosts, sessions, budgets, verdicts. */
@NullMarked
package org.sockspec.engine;

import org.jspecify.annotations.NullMarked;
