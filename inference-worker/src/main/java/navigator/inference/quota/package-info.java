/** The pace of the model calls: how a quota that all environments share is used to the full. */
@NullMarked
package navigator.inference.quota;

import org.jspecify.annotations.NullMarked;
