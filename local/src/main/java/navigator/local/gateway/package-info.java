/** The one way to every emulated AWS service: known callers, their policies, a log, and faults. */
@NullMarked
package navigator.local.gateway;

import org.jspecify.annotations.NullMarked;
