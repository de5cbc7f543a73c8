package org.sockspec.mutants;

import java.util.List;
import java.util.SortedSet;

/**
 * What the suite made of a mutant.
 *
 * @param fate whether its own clause noticed
 * @param own what the cases of its own clause came to, as "CASE VERDICT DETAIL"
 * @param exposed the number of other clauses that make a call which the mutant breaks
 * @param others the clauses among those that noticed too
 */
public record Proof(Specimen specimen, Fate fate, List<String> own, int exposed, SortedSet<String> others) {}
