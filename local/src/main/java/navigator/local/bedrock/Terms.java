package navigator.local.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a request says beside its prompt that matters to the quotas.
 *
 * @param maxTokensSet whether it says how long the answer may be
 * @param prefixes the beginnings of the prompt up to its last cache point
 * @param tenantHash of the request metadata's {@code tenant}; empty if there is none
 */
record Terms(boolean maxTokensSet, List<PromptCache.Prefix> prefixes, String tenantHash) {

  static Terms of(JsonNode request) {
    var tenant = request.path("requestMetadata").path("tenant").asText("");
    return new Terms(
        request.path("inferenceConfig").hasNonNull("maxTokens"),
        PrefixReader.read(request),
        tenant.isEmpty() ? "" : Chance.hash(tenant));
  }
}
