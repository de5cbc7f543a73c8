package org.sockspec.harness;

/** The two ends of a connection. */
public record Connection(Socket client, Socket server) {}
