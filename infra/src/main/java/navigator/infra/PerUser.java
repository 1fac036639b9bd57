package navigator.infra;

/**
 * How much one user may ask for.
 *
 * @param requestsPerMinute on average, and so many at once after a minute without any
 * @param pending requests that have not ended, from 1 to 100
 */
record PerUser(int requestsPerMinute, int pending) {

  public PerUser {
    if (requestsPerMinute < 1 || requestsPerMinute > 100_000) {
      throw new IllegalArgumentException(
          "userRate is from 1 to 100000 requests a minute, not " + requestsPerMinute);
    }
    if (pending < 1 || pending > 100) {
      throw new IllegalArgumentException("userPending is from 1 to 100 requests, not " + pending);
    }
  }

  /** So much that no test is in another's way, and so little that one can reach it. */
  static PerUser forTests() {
    return new PerUser(600, 20);
  }

  PerUser withRequestsPerMinute(int count) {
    return new PerUser(count, pending);
  }

  PerUser withPending(int count) {
    return new PerUser(requestsPerMinute, count);
  }
}
