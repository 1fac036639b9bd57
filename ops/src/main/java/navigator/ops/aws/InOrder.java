package navigator.ops.aws;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Several sorted sources as one, read as it is taken. */
final class InOrder {

  private InOrder() {}

  static <T> Stream<T> of(List<Iterator<T>> sources, Comparator<T> order) {
    PriorityQueue<Source<T>> heads =
        new PriorityQueue<>((one, other) -> order.compare(one.head(), other.head()));
    sources.forEach(source -> push(heads, source));
    return StreamSupport.stream(
        new Spliterators.AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED) {
          @Override
          public boolean tryAdvance(Consumer<? super T> taker) {
            Source<T> first = heads.poll();
            if (first == null) {
              return false;
            }
            push(heads, first.rest());
            taker.accept(first.head());
            return true;
          }
        },
        false);
  }

  private record Source<T>(T head, Iterator<T> rest) {}

  private static <T> void push(PriorityQueue<Source<T>> heads, Iterator<T> source) {
    if (source.hasNext()) {
      heads.add(new Source<>(source.next(), source));
    }
  }
}
