/** The table and the queue under the benchmark of replays, and who works on them. */
@NullMarked
package navigator.bench.replay.aws;

import org.jspecify.annotations.NullMarked;
