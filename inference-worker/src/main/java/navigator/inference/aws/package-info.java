/** The worker's stages on AWS: every SDK call and every SDK exception is here. */
@NullMarked
package navigator.inference.aws;

import org.jspecify.annotations.NullMarked;
