package navigator.contracts.environment;

/** The names of the stack's outputs, by which the commands find what it consists of. */
public final class StackOutput {

  public static final String API_URL = "ApiUrl";
  public static final String USER_POOL_ID = "UserPoolId";
  public static final String USER_POOL_CLIENT_ID = "UserPoolClientId";
  public static final String TABLE_NAME = "TableName";
  public static final String EVENT_BUS_NAME = "EventBusName";
  public static final String REQUEST_QUEUE_URL = "RequestQueueUrl";
  public static final String DEAD_LETTER_QUEUE_URL = "DeadLetterQueueUrl";
  public static final String DEAD_LETTERS_FAILED_QUEUE_URL = "DeadLettersFailedQueueUrl";
  public static final String OUTCOME_EVENTS_FAILED_QUEUE_URL = "OutcomeEventsFailedQueueUrl";
  public static final String OUTCOME_INVOKES_FAILED_QUEUE_URL = "OutcomeInvokesFailedQueueUrl";

  /** The ARN of what an operator has to be allowed. */
  public static final String OPERATOR_POLICY_ARN = "OperatorPolicyArn";

  private StackOutput() {}
}
