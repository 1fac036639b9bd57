package navigator.bench.replay;

import navigator.ops.replay.ReplayCounts;

/**
 * How far a replay was at a moment.
 *
 * @param seconds since its start
 */
record Progress(double seconds, long matched, long sent, long ended) {

  static Progress of(double seconds, ReplayCounts counts) {
    return new Progress(
        seconds,
        counts.matched(),
        counts.sent(),
        counts.answered() + counts.failed() + counts.skipped());
  }
}
