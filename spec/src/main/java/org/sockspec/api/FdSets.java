package org.sockspec.api;

import java.util.List;

/** The three sets of select(); what it is given, and what it leaves in them (POSIX XSH pselect()). */
public record FdSets(List<Integer> read, List<Integer> write, List<Integer> except) {}
