/** Event source mappings from SQS queues to functions. */
@NullMarked
package navigator.local.lambda.mapping;

import org.jspecify.annotations.NullMarked;
