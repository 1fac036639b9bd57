/**
 * What the worker is compared with: other ways to ask the model, in a worker that is the same in
 * everything else. It runs in function processes, from the worker's archive with these classes
 * added, and so sees nothing else of the benchmarks.
 */
@NullMarked
package navigator.bench.rival;

import org.jspecify.annotations.NullMarked;
