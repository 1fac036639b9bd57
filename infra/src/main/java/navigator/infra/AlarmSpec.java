package navigator.infra;

import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/**
 * When somebody is to look, and at what.
 *
 * @param name the last part of its physical name
 * @param description what it means, and what to look at first
 * @param metric what is watched, with its period
 * @param atLeast the value from which on it is wrong
 * @param periods that have to be so in a row
 * @param missing what a period without data means
 */
record AlarmSpec(
    String name,
    String description,
    IMetric metric,
    double atLeast,
    int periods,
    TreatMissingData missing) {

  String physicalName() {
    return "learning-navigator-" + name;
  }
}
