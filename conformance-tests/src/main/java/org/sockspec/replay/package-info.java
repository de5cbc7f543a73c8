/** The proof that the specs look at what they are told: recorded cases are judged again with one answer changed. */
@NullMarked
package org.sockspec.replay;

import org.jspecify.annotations.NullMarked;
