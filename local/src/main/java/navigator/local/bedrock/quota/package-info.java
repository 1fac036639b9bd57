/**
 * The accounting of a model's quotas: what is reserved, released and settled, without HTTP, threads
 * or a clock. Times are milliseconds since the profile's first call, amounts are quota tokens.
 */
@NullMarked
package navigator.local.bedrock.quota;

import org.jspecify.annotations.NullMarked;
