package navigator.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import navigator.bench.report.LineChart;
import navigator.bench.report.LineChart.Line;
import navigator.bench.report.LineChart.Panel;
import navigator.bench.report.LineChart.Point;

/** A replay as a picture: how far it was at each second, and when its driver was killed. */
final class ReplayChart {

  private ReplayChart() {}

  static String svg(ReplayResult.Run run) {
    long most = run.progress().stream().mapToLong(Progress::matched).max().orElse(1);
    List<Line> lines = new ArrayList<>();
    lines.add(line("answered", run, Progress::ended));
    lines.add(new Line("driver killed", kills(run.killedAt(), most)));
    lines.add(line("sent", run, Progress::sent));
    lines.add(line("matched", run, Progress::matched));
    return new LineChart(
            "A replay whose driver is killed",
            "seconds",
            LineChart.Axis.LINEAR,
            List.of(new Panel("requests", most, lines)))
        .svg();
  }

  private static Line line(String name, ReplayResult.Run run, ToLongFunction<Progress> value) {
    return new Line(
        name,
        run.progress().stream()
            .map(each -> new Point(each.seconds(), value.applyAsLong(each)))
            .toList());
  }

  // Up and down again at each.
  private static List<Point> kills(List<Double> seconds, long most) {
    return seconds.stream()
        .flatMap(at -> List.of(new Point(at, 0), new Point(at, most), new Point(at, 0)).stream())
        .toList();
  }
}
