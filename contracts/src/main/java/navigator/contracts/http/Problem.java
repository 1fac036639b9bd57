package navigator.contracts.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a call.
 *
 * @param type a URI that names the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail this occurrence in words
 * @param code the kind for programs
 * @param retryable whether the same call may succeed later
 * @param errors every fault of the request, when it is at fault
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    boolean retryable,
    @Nullable List<Fault> errors) {

  /**
   * One fault of a request.
   *
   * @param pointer a JSON pointer into the body, or {@code #header/<name>}, {@code #query/<name>}
   * @param detail what is wrong there
   */
  public record Fault(String pointer, String detail) {}

  /** A problem of that kind. */
  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(
        kind.type(), kind.title(), kind.status(), detail, kind.code(), kind.retryable(), null);
  }

  /** A token that does not tell who calls. */
  public static Problem idTokenRequired() {
    return of(ProblemKind.ID_TOKEN_REQUIRED, "Send the ID token; an access token is none.");
  }

  /** A request with these faults. */
  public static Problem ofFaults(List<Fault> faults) {
    ProblemKind kind = ProblemKind.INVALID_REQUEST;
    String detail = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
    return new Problem(
        kind.type(),
        kind.title(),
        kind.status(),
        "The request has " + detail + "; nothing was done.",
        kind.code(),
        kind.retryable(),
        List.copyOf(faults));
  }
}
