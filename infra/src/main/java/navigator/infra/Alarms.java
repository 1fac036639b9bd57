package navigator.infra;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.constructs.Construct;

/**
 * When somebody is to look. What comes right by itself rings when it goes on for long, what is left
 * to people rings at once. {@code docs/operations.md} says where to look.
 */
final class Alarms extends Construct {

  Alarms(Construct scope, Observed observed, StackSettings settings) {
    super(scope, "Alarms");
    Optional<IAlarmAction> action =
        settings.alarmEmail().map(email -> new AlarmTopic(this, email).action());
    Stream.concat(
            PipelineAlarms.of(settings.timing().modelCallTimeout()).stream(),
            AwsAlarms.of(observed).stream())
        .map(this::alarm)
        .forEach(
            alarm -> {
              action.ifPresent(alarm::addAlarmAction);
              action.ifPresent(alarm::addOkAction);
            });
  }

  private Alarm alarm(AlarmSpec spec) {
    return Alarm.Builder.create(this, spec.name())
        .alarmName(spec.physicalName())
        .alarmDescription(spec.description())
        .metric(spec.metric())
        .threshold(spec.atLeast())
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .evaluationPeriods(spec.periods())
        .treatMissingData(spec.missing())
        .build();
  }
}
