/** A portable connecting helper with exponential back-off. */
@NullMarked
package org.sockspec.specs.clienthelper;

import org.jspecify.annotations.NullMarked;
