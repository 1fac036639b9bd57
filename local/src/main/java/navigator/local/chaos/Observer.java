package navigator.local.chaos;

import navigator.local.stack.LocalStack;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Whoever looks at what is in a stack's tables and queues, and meets no fault by it. */
final class Observer {

  private Observer() {}

  static <B extends AwsClientBuilder<B, C>, C> C client(LocalStack stack, B builder) {
    var who = stack.runtime();
    var credentials =
        AwsSessionCredentials.create(who.accessKeyId(), who.secretAccessKey(), who.sessionToken());
    return builder
        .endpointOverride(stack.gatewayUrl())
        .region(Region.of(stack.topology().region()))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .build();
  }
}
