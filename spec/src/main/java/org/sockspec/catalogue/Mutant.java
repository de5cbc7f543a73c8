package org.sockspec.catalogue;

import java.util.List;

/**
 * Breaks one behaviour of a working implementation; the test of its clause must notice.
 *
 * @param id name in kebab-case, unique in its clause
 * @param rules what is done to which calls; of several rules that match a call the first counts
 */
public record Mutant(String id, List<Rule> rules) {}
