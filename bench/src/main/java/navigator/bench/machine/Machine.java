package navigator.bench.machine;

/**
 * How the machine was.
 *
 * @param busy the share of its processors' time that was used, from 0 to 1
 * @param timerLag milliseconds that a timer is late, in 99 of 100 cases at most
 */
public record Machine(double busy, double timerLag) {

  private static final double MOST_BUSY = 0.85;

  /** Whether what was measured says more of the machine than of what ran on it. */
  public boolean isTooBusy() {
    return busy > MOST_BUSY;
  }
}
