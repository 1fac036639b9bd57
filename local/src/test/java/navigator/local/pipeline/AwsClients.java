package navigator.local.pipeline;

import navigator.local.Credentials;
import navigator.local.stack.LocalStack;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients as somebody with these credentials uses them: through the gateway. */
record AwsClients(LocalStack stack, Credentials who) {

  DynamoDbClient dynamoDb() {
    return configured(DynamoDbClient.builder()).build();
  }

  SqsClient sqs() {
    return configured(SqsClient.builder()).build();
  }

  EventBridgeClient events() {
    return configured(EventBridgeClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, C>, C> B configured(B builder) {
    var credentials =
        AwsSessionCredentials.create(who.accessKeyId(), who.secretAccessKey(), who.sessionToken());
    return builder
        .endpointOverride(stack.gatewayUrl())
        .region(Region.of(stack.topology().region()))
        .credentialsProvider(StaticCredentialsProvider.create(credentials));
  }
}
