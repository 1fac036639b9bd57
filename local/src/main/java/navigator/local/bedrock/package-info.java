/**
 * An emulator of Bedrock Runtime's Converse operation over its real wire: strict where Bedrock is,
 * deterministic where Bedrock is not, with latency and faults drawn from a seed.
 */
@NullMarked
package navigator.local.bedrock;

import org.jspecify.annotations.NullMarked;
