package navigator.persistence;

import java.util.List;
import navigator.contracts.http.Page;
import navigator.contracts.http.Problem.Fault;

/** What asking for a part of a list came to. */
public sealed interface ListVerdict<T> {

  /** The part. */
  record Listed<T>(Page<T> page) implements ListVerdict<T> {}

  /** The query parameters have these faults. */
  record Invalid<T>(List<Fault> faults) implements ListVerdict<T> {}

  /** The list is unknown, deleted or another's. */
  record NotFound<T>() implements ListVerdict<T> {}
}
