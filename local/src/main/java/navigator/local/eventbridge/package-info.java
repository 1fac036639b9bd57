/** EventBridge on one machine: events put on buses, matched by rules, handed to functions. */
@NullMarked
package navigator.local.eventbridge;

import org.jspecify.annotations.NullMarked;
