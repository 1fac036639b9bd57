package navigator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import navigator.contracts.Role;
import navigator.contracts.http.Caller;
import navigator.contracts.http.Problem;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.HostileText;
import navigator.contracts.wire.Wire;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Paths and queries that nobody was given. */
class PageQueryFuzzTest {

  private static final Caller BOB = new Caller("bob", null, Role.GENERIC);
  private static final String ANNS_MESSAGES = "messages\n" + Chats.CONVERSATION + "\nann";
  private static final String POSITION = "MSG#" + Chats.TURN + "#USER";

  @Property(tries = 1000)
  void aQueryIsRightOrItsFaultsKeepTheContract(@ForAll("queries") Map<String, String> query) {
    switch (listed(BOB, Chats.CONVERSATION.value(), query, null)) {
      case ListVerdict.Listed<?> listed -> {
        assertThat(query.keySet()).isSubsetOf("limit");
        assertThat(listed.page().items()).isEmpty();
      }
      case ListVerdict.NotFound<?> _ -> throw new AssertionError("It is Bob's");
      case ListVerdict.Invalid<?> invalid ->
          assertThat(
                  ContractSchemas.object(
                      "problem.json", Wire.write(Problem.ofFaults(invalid.faults()))))
              .isEmpty();
    }
  }

  @Property(tries = 1000)
  void noCursorOfSomebodyElseIsTaken(@ForAll("cursors") String cursor) {
    assertThat(listed(BOB, Chats.CONVERSATION.value(), Map.of("after", cursor), null))
        .isInstanceOf(ListVerdict.Invalid.class);
  }

  @Property(tries = 1000)
  void noIdButTheOwnersIsFound(@ForAll("ids") String id) {
    assertThat(listed(BOB, id, Map.of(), "ann")).isInstanceOf(ListVerdict.NotFound.class);
    FindStatus status = new FindStatus(_ -> Optional.of(Chats.queued()), _ -> Optional.empty());
    assertThat(status.find(BOB, id)).isEmpty();
  }

  // A conversation of that owner, or of whoever asks, in which there is nothing.
  private static ListVerdict<?> listed(
      Caller caller, String id, Map<String, String> query, @Nullable String owner) {
    return new ListMessages(
            _ -> Optional.of(owner == null ? caller.userId() : owner),
            (_, _, _) -> new Slice<>(List.of(), null))
        .list(caller, id, query);
  }

  @Provide
  Arbitrary<Map<String, String>> queries() {
    Arbitrary<String> names =
        Arbitraries.oneOf(Arbitraries.of("limit", "after"), HostileText.whole());
    Arbitrary<String> values =
        Arbitraries.oneOf(Arbitraries.of("1", "100", "101"), HostileText.whole());
    return Arbitraries.maps(names, values).ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> cursors() {
    ListScope anns = new ListScope(ANNS_MESSAGES, "/", Pattern.compile(".*"));
    return Arbitraries.oneOf(
        HostileText.whole(),
        Arbitraries.just(Cursor.encode(anns, POSITION)),
        HostileText.damaged(Cursor.encode(anns, POSITION)),
        HostileText.whole().map(position -> Cursor.encode(anns, position)));
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.oneOf(
        HostileText.any(),
        Arbitraries.just(Chats.CONVERSATION.value()),
        HostileText.damaged(Chats.ID.value()));
  }
}
