package org.sockspec.mutants;

import java.util.SortedSet;

/**
 * What the suite made of a disturbed testee.
 *
 * @param noticed the clauses that passed with the undisturbed testee and do not with this one
 */
public record Disturbed(Disturbance disturbance, SortedSet<String> noticed) {}
