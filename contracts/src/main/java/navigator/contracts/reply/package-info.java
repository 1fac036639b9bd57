/** What a person reads when the model did not answer. */
@NullMarked
package navigator.contracts.reply;

import org.jspecify.annotations.NullMarked;
