package navigator.ops.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** An invocation with that much time left, of which nothing else is known. */
record TestContext(int remainingMillis) implements Context {

  @Override
  public int getRemainingTimeInMillis() {
    return remainingMillis;
  }

  @Override
  public int getMemoryLimitInMB() {
    throw unknown();
  }

  @Override
  public String getAwsRequestId() {
    throw unknown();
  }

  @Override
  public String getLogGroupName() {
    throw unknown();
  }

  @Override
  public String getLogStreamName() {
    throw unknown();
  }

  @Override
  public String getFunctionName() {
    throw unknown();
  }

  @Override
  public String getFunctionVersion() {
    throw unknown();
  }

  @Override
  public String getInvokedFunctionArn() {
    throw unknown();
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw unknown();
  }

  @Override
  public ClientContext getClientContext() {
    throw unknown();
  }

  @Override
  public LambdaLogger getLogger() {
    throw unknown();
  }

  private static UnsupportedOperationException unknown() {
    return new UnsupportedOperationException("The handlers ask for the remaining time alone");
  }
}
