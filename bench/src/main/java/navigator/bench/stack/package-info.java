/**
 * Real workers with a queue, a table and an emulated model, as many beside each other as wanted.
 */
@NullMarked
package navigator.bench.stack;

import org.jspecify.annotations.NullMarked;
