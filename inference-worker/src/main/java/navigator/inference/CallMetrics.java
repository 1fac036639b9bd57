package navigator.inference;

import java.time.Duration;
import navigator.contracts.RequestId;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.metric.UnobservedCall;

/** Counts one model call. */
final class CallMetrics {

  private static final MetricLog METRICS = MetricLog.of(CallMetrics.class);

  private CallMetrics() {}

  static void count(RequestId request, ModelResult result, Duration took) {
    switch (result) {
      case ModelResult.Answer answer -> METRICS.called(request, took, answer.usage());
      case ModelResult.Throttled _ -> METRICS.throttled(request);
      case ModelResult.Transient failed -> {
        METRICS.failed(request, took, failed.code());
        UnobservedCall unobserved = failed.unobserved();
        if (unobserved != null) {
          METRICS.unobserved(request, unobserved);
        }
      }
      case ModelResult.Permanent failed -> METRICS.failed(request, took, failed.code());
    }
  }
}
