package navigator.ops.replay;

import java.time.Instant;
import java.util.List;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.ops.LetterFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters a replay is about, in the form in which calls say it.
 *
 * @param all true if every parked one is meant; else null
 * @param ids of those that were named; else null
 */
public record SelectionObject(
    @Nullable Boolean all,
    @Nullable List<RequestId> ids,
    @Nullable ErrorCode code,
    @Nullable String model,
    @Nullable String user,
    @Nullable Instant since,
    @Nullable Instant until) {

  public static SelectionObject of(Selection selection) {
    return switch (selection) {
      case Selection.Listed(var ids) ->
          new SelectionObject(null, ids, null, null, null, null, null);
      case Selection.Filtered(LetterFilter filter) ->
          new SelectionObject(
              filter.equals(LetterFilter.ALL) ? true : null,
              null,
              filter.code(),
              filter.model(),
              filter.userId(),
              filter.since(),
              filter.until());
    };
  }
}
