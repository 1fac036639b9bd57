package navigator.ingest;

import java.util.List;
import navigator.contracts.http.Problem.Fault;

/** What reading a submitted body gave. */
sealed interface SubmissionReading {

  /** The body is as it should be. */
  record Valid(ChatSubmission submission) implements SubmissionReading {}

  /** The body is an object with these faults. */
  record Faulty(List<Fault> faults) implements SubmissionReading {}

  /** The body is not an object at all. */
  record Malformed(String reason) implements SubmissionReading {}
}
