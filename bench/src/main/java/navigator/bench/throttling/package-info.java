/** How a quota is used under load: the worker's governor beside what others do. */
@NullMarked
package navigator.bench.throttling;

import org.jspecify.annotations.NullMarked;
