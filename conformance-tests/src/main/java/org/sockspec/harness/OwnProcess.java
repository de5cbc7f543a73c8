package org.sockspec.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives each host of a case a testee process that no other case uses, because the case uses numbers of descriptors that
 * are closed, changes what a signal does, or kills another host than the server.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnProcess {}
