/** Testees that lie, crash, hang and flood, and what becomes of a run that meets them. */
@NullMarked
package org.sockspec.attack;

import org.jspecify.annotations.NullMarked;
