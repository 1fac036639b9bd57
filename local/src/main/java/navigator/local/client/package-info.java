/** A client of the chat API: it submits, follows the URLs that it is given, and builds none. */
@NullMarked
package navigator.local.client;

import org.jspecify.annotations.NullMarked;
