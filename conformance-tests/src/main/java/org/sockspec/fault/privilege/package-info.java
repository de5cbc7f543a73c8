/** The call of someone who has no privilege, on a machine whose resources are few. */
@NullMarked
package org.sockspec.fault.privilege;

import org.jspecify.annotations.NullMarked;
