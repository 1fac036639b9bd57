/** What the HTTP API says and takes. */
@NullMarked
package navigator.contracts.http;

import org.jspecify.annotations.NullMarked;
