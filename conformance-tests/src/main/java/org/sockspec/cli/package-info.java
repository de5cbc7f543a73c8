/** The command line. */
@NullMarked
package org.sockspec.cli;

import org.jspecify.annotations.NullMarked;
