package navigator.bench.measure;

import java.util.List;
import navigator.bench.load.Course;

/**
 * What the quota gives, to us alone.
 *
 * @param perMinute quota tokens a minute, before anything befalls it
 * @param burst what is there at the start, and the most that is ever kept
 */
public record Supply(long perMinute, long burst, Course course) {

  private static final double MINUTE = 60;

  /** Quota tokens a second at a moment. */
  public double rate(double time) {
    return course.at(Math.max(0, time)).available() * perMinute / MINUTE;
  }

  /** The quota tokens that are given between two moments. */
  public double between(double from, double to) {
    List<Course.Phase> phases = course.phases();
    double sum = 0;
    for (int i = 0; i < phases.size(); i++) {
      double begin = i == 0 ? Double.NEGATIVE_INFINITY : phases.get(i).from();
      double end = i + 1 < phases.size() ? phases.get(i + 1).from() : Double.POSITIVE_INFINITY;
      double seconds = Math.max(0, Math.min(to, end) - Math.max(from, begin));
      sum += seconds * phases.get(i).available() * perMinute / MINUTE;
    }
    return sum;
  }

  /** When so much more was given than at {@code from}. */
  public double when(double from, double tokens) {
    double at = from;
    double left = tokens;
    for (Course.Phase phase : course.phases()) {
      if (phase.from() > at) {
        double given = between(at, phase.from());
        if (given >= left) {
          break;
        }
        left -= given;
        at = phase.from();
      }
    }
    return left <= 0 ? at : at + left / rate(at);
  }
}
