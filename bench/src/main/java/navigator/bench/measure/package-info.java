/**
 * What a run is measured by, computed from the emulator's own log and from counts of queues and
 * tables, never from what a client counted. Times are seconds at a minute of 60 seconds.
 */
@NullMarked
package navigator.bench.measure;

import org.jspecify.annotations.NullMarked;
