package navigator.local.iam;

import java.util.Optional;

/**
 * Somebody whose calls the gateway lets through as far as a policy goes.
 *
 * @param name of the role, or {@code operator}, {@code runtime}, {@code events}
 * @param arn as denials name it
 * @param function the physical name of the one function that acts in the role
 */
public record Principal(String name, String arn, Optional<String> function, Policy policy) {}
