package navigator.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import navigator.bench.load.Course.Phase;
import org.junit.jupiter.api.Test;

class CourseTest {

  @Test
  void thePhaseThatBeganLastHolds() {
    var course = Course.then(new Phase(10, 0.5, 0, 1), new Phase(20, 1, 0, 4));

    assertThat(course.at(9.9).quota()).isEqualTo(1);
    assertThat(course.at(10).quota()).isEqualTo(0.5);
    assertThat(course.at(25).slowness()).isEqualTo(4);
  }

  @Test
  void onlyAnotherQuotaIsAChange() {
    var course =
        Course.then(new Phase(10, 1, 0, 4), new Phase(20, 1, 0.4, 4), new Phase(30, 0.6, 0, 4));

    assertThat(course.changes()).containsExactly(20.0);
  }

  @Test
  void aCourseBeginsAtZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Course(List.of(new Phase(1, 1, 0, 1))));
  }
}
