package org.sockspec.api;

import java.util.Set;

/** One struct pollfd on its way into poll(). */
public record PollFd(int fd, Set<PollEvent> events) {}
