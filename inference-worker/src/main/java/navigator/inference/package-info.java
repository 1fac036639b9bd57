/**
 * Answers queued chat requests: from the claim of a delivery to its published outcome. Sees the JDK
 * and the contracts only.
 */
@NullMarked
package navigator.inference;

import org.jspecify.annotations.NullMarked;
