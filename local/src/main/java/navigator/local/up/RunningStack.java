package navigator.local.up;

import java.net.URI;
import java.time.Instant;
import navigator.local.Credentials;
import navigator.local.topology.UserPool;

/**
 * What a stack that is up says about itself.
 *
 * @param pid of its process
 * @param stack its name
 * @param api the API's URL, without a slash at the end
 * @param gateway what {@code AWS_ENDPOINT_URL} has to be
 * @param region the Region of its resources
 * @param bedrock {@code local} or {@code aws}
 * @param operator credentials to read the tables and queues with
 * @param userPool the pool whose ID tokens the API takes
 */
public record RunningStack(
    long pid,
    Instant startedAt,
    String stack,
    URI api,
    URI gateway,
    String region,
    String bedrock,
    Credentials operator,
    UserPool userPool) {}
