/** Who calls, and what they may do: principals known by their access keys, and their policies. */
@NullMarked
package navigator.local.iam;

import org.jspecify.annotations.NullMarked;
