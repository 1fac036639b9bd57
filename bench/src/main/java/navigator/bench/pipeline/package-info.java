/** What the pipeline adds to the model: time, calls and cost, on the whole local stack. */
@NullMarked
package navigator.bench.pipeline;

import org.jspecify.annotations.NullMarked;
