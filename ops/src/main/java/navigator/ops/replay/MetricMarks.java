package navigator.ops.replay;

import java.util.List;

/** Where it is marked which part of the replays is in the metrics. */
public interface MetricMarks {

  /** The replays of which not everything is; one that began a moment ago may be missing. */
  List<UnreportedReplay> unreported();

  /**
   * Marks all of it as reported, for good if the replay has ended.
   *
   * @return false if another did so meanwhile
   */
  boolean mark(UnreportedReplay unreported);
}
