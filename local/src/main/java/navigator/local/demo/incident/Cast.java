package navigator.local.demo.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.contracts.Role;

/** Who asks what. No two questions have the same words. */
final class Cast {

  /** In every question, and in nothing that a function may log. */
  static final String MARK = "of my course";

  private static final List<String> PEOPLE = List.of("ada", "ben", "cleo", "dora", "emil", "fay");
  private static final List<Role> ROLES =
      List.of(Role.INSTRUCTOR, Role.STAFF, Role.ADMIN, Role.GENERIC, Role.INSTRUCTOR, Role.STAFF);
  private static final List<String> TOPICS =
      List.of(
          "the invoice",
          "the venue",
          "the certificates",
          "the registration",
          "the manuals",
          "the evaluation",
          "the participants",
          "the co-instructor",
          "the schedule",
          "the first exercise",
          "the waiting list",
          "the accessibility");
  private static final List<String> TURNS =
      List.of(
          "What is to be known about %s %s?", "Tell me more about %s %s", "And then, of %s %s?");

  /** Access to the model is lost for these, as if nobody had granted it. */
  private static final Set<String> REFUSED = Set.of("K", "L");

  private Cast() {}

  /** The first turns of six conversations. */
  static List<Inquiry> before() {
    return turns(0, PEOPLE.size(), 0, 1);
  }

  /** Their next turns, and six conversations more. */
  static List<Inquiry> during() {
    List<Inquiry> during = new ArrayList<>();
    // Those first that are refused: soon the model is not even asked.
    during.addAll(turns(10, 12, 0, 2));
    during.add(test());
    during.addAll(turns(0, PEOPLE.size(), 1, 3));
    during.addAll(turns(PEOPLE.size(), 10, 0, 2));
    return during;
  }

  /** What nobody waits for. */
  static Inquiry test() {
    return new Inquiry("fay", Role.STAFF, "M", "Only a test " + MARK, true);
  }

  /** Asked when all is well again. */
  static Inquiry after() {
    return new Inquiry("ada", Role.INSTRUCTOR, "N", "Is there any news " + MARK + "?", false);
  }

  /** The questions that Bedrock refuses for good while it is down. */
  static Set<String> refused() {
    return during().stream()
        .filter(Inquiry::refused)
        .map(Inquiry::text)
        .collect(Collectors.toSet());
  }

  private static List<Inquiry> turns(int from, int to, int fromTurn, int toTurn) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (int turn = fromTurn; turn < toTurn; turn++) {
      for (int conversation = from; conversation < to; conversation++) {
        inquiries.add(inquiry(conversation, turn));
      }
    }
    return inquiries;
  }

  private static Inquiry inquiry(int conversation, int turn) {
    int person = conversation % PEOPLE.size();
    String label = String.valueOf((char) ('A' + conversation));
    return new Inquiry(
        PEOPLE.get(person),
        ROLES.get(person),
        label,
        TURNS.get(turn).formatted(TOPICS.get(conversation), MARK),
        REFUSED.contains(label));
  }
}
