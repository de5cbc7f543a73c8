package org.sockspec.mutants;

/**
 * A fault that a preloaded library brings into a testee, so that it shares nothing with the mutants of the catalogue.
 *
 * @param id its name in the library
 * @param what what goes wrong, in a sentence
 * @param source where an implementation really did it, or "made up"
 */
public record Disturbance(String id, String what, String source) {}
