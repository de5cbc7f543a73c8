package org.sockspec.report;

/**
 * Identifies the suite that gave the verdicts.
 *
 * @param version version of sockspec
 * @param catalogue version of the clause catalogue
 * @param protocol version of the testee protocol
 */
public record SuiteInfo(String version, String catalogue, String protocol) {}
