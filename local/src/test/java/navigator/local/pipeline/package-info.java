/** The whole pipeline, as synthesized, under test. */
@NullMarked
package navigator.local.pipeline;

import org.jspecify.annotations.NullMarked;
