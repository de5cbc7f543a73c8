/** A portable helper that makes a server socket. */
@NullMarked
package org.sockspec.specs.serverhelper;

import org.jspecify.annotations.NullMarked;
