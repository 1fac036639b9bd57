package navigator.ingest.limit;

/**
 * How much one user may ask for.
 *
 * @param requestsPerMinute on average, and so many at once after a minute without any; from 1 to
 *     100,000
 * @param pending requests that have not ended; from 1 to 100
 */
public record UserLimits(int requestsPerMinute, int pending) {

  /** No request rate is above it. */
  public static final int MOST_REQUESTS_PER_MINUTE = 100_000;

  /** So many requests are read at once to find out which have ended. */
  public static final int MOST_PENDING = 100;

  public UserLimits {
    if (requestsPerMinute < 1 || requestsPerMinute > MOST_REQUESTS_PER_MINUTE) {
      throw new IllegalArgumentException("a user's requests a minute are from 1 to 100000");
    }
    if (pending < 1 || pending > MOST_PENDING) {
      throw new IllegalArgumentException("a user's pending requests are from 1 to 100");
    }
  }

  /** The bucket that the requests of a user are taken from. */
  Bucket bucket() {
    return Bucket.perMinute(requestsPerMinute);
  }
}
