/** Finds the specs and has JUnit run them. */
@NullMarked
package org.sockspec.runner;

import org.jspecify.annotations.NullMarked;
