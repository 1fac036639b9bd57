package navigator.inference;

import navigator.contracts.RequestId;

/** Takes the lease of a request, so that one delivery at a time works on it. */
@FunctionalInterface
public interface ClaimRequest {

  /** Claims {@code generation} of the request, or tells why not. */
  Claim claim(RequestId id, int generation);
}
