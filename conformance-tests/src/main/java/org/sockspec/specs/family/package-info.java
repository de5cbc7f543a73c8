/** What holds in every domain and type. */
@NullMarked
package org.sockspec.specs.family;

import org.jspecify.annotations.NullMarked;
