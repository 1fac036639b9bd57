/** What is counted and measured: names, and the log lines that carry the numbers. */
@NullMarked
package navigator.contracts.metric;

import org.jspecify.annotations.NullMarked;
