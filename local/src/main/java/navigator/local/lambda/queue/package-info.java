/** SQS as the Lambda service itself calls it: with a function's role, through the gateway. */
@NullMarked
package navigator.local.lambda.queue;

import org.jspecify.annotations.NullMarked;
