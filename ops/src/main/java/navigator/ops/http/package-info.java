/** The operators' calls over HTTP: one class a route, each an answer to a call. */
@NullMarked
package navigator.ops.http;

import org.jspecify.annotations.NullMarked;
