package navigator.ops.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.RequestId;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a replay is about, and how it goes about it. */
final class ReplayOptions {

  @Mixin private FilterOptions filters = new FilterOptions();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "This request; may be repeated, instead of filters.")
  private List<RequestId> ids = new ArrayList<>();

  @Option(names = "--all", description = "Everything that is parked; instead of ids and filters.")
  private boolean all;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Requests a minute (default ${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int rate;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "The most requests in all (default ${DEFAULT-VALUE}).",
      defaultValue = "10000")
  private int maximum;

  @Option(
      names = "--canary",
      paramLabel = "K",
      description =
          "So many are asked first, the rest only if they are answered (default ${DEFAULT-VALUE};"
              + " 0: none).",
      defaultValue = "5")
  private int canary;

  @Option(
      names = "--stop-share",
      paramLabel = "SHARE",
      description =
          "Stops if more than this share of the latest fails again (default ${DEFAULT-VALUE}; 1:"
              + " never).",
      defaultValue = "0.2")
  private double stopShare;

  @Option(
      names = "--deadline",
      paramLabel = "SECONDS",
      description = "How long each request may take, 30 to 3600 (default ${DEFAULT-VALUE}).",
      defaultValue = "3600")
  private int deadline;

  ReplayTerms terms() {
    try {
      return new ReplayTerms(rate, maximum, canary, stopShare, Duration.ofSeconds(deadline));
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }

  Selection selection(Instant now) {
    int ways = (ids.isEmpty() ? 0 : 1) + (filters.isEmpty() ? 0 : 1) + (all ? 1 : 0);
    if (ways != 1) {
      throw CommandFailed.usage("say which: --id, filters, or --all, and one of these alone");
    }
    try {
      return ids.isEmpty()
          ? new Selection.Filtered(filters.filter(now))
          : new Selection.Listed(ids);
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }
}
