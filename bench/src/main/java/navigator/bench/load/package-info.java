/** What is offered to the pipeline: requests with their sizes and times, made from a seed. */
@NullMarked
package navigator.bench.load;

import org.jspecify.annotations.NullMarked;
