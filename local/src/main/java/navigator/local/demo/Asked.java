package navigator.local.demo;

import navigator.contracts.http.RequestObject;

/** What became of a question. */
sealed interface Asked {

  Question question();

  /** It came to an end, as GET tells it. */
  record Ended(Question question, RequestObject request) implements Asked {}

  /** It did not. */
  record Unanswered(Question question, String reason) implements Asked {}
}
