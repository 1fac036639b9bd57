package navigator.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import navigator.local.topology.PolicyStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

  @ParameterizedTest
  @CsvSource({
    "arn:q,arn:q,true",
    "arn:q,arn:qq,false",
    "arn:*,arn:q,true",
    "arn:*,arn:,true",
    "*,anything:at/all,true",
    "a?c,abc,true",
    "a?c,ac,false",
    "a*c*e,abcde,true",
    "a*c*e,abcd,false",
    "a*bc,abbc,true",
    "table/t/index/*,table/t,false",
    "table/t/index/*,table/t/index/i,true"
  })
  void aPatternFitsTheWholeText(String pattern, String text, boolean fits) {
    assertThat(Wildcard.matches(pattern, text)).isEqualTo(fits);
  }

  @Test
  void whatNoStatementAllowsIsDenied() {
    assertThat(new Policy(List.of()).allows(new Permission("sqs:SendMessage", "arn:q"))).isFalse();
  }

  @Test
  void actionAndResourceHaveToStandInOneStatement() {
    var policy =
        new Policy(
            List.of(
                new PolicyStatement(List.of("sqs:SendMessage"), List.of("arn:a")),
                new PolicyStatement(List.of("sqs:DeleteMessage"), List.of("arn:b"))));
    assertThat(policy.allows(new Permission("sqs:SendMessage", "arn:a"))).isTrue();
    assertThat(policy.allows(new Permission("sqs:SendMessage", "arn:b"))).isFalse();
  }

  @Test
  void actionsMatchWithoutCaseAndResourcesWithIt() {
    var policy = new Policy(List.of(new PolicyStatement(List.of("SQS:send*"), List.of("arn:A"))));
    assertThat(policy.allows(new Permission("sqs:SendMessage", "arn:A"))).isTrue();
    assertThat(policy.allows(new Permission("sqs:SendMessage", "arn:a"))).isFalse();
  }
}
