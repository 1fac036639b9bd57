package navigator.inference.aws;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** A network that carries every call to its service, and the answers of the first ones nowhere. */
final class LosesAnswers implements SdkHttpClient {

  private final SdkHttpClient network;
  private final int losses;
  private final AtomicInteger calls = new AtomicInteger();

  LosesAnswers(SdkHttpClient network, int losses) {
    this.network = network;
    this.losses = losses;
  }

  int calls() {
    return calls.get();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest real = network.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        HttpExecuteResponse response = real.call();
        if (calls.incrementAndGet() <= losses) {
          real.abort();
          throw new IOException("The connection broke off");
        }
        return response;
      }

      @Override
      public void abort() {
        real.abort();
      }
    };
  }

  @Override
  public void close() {
    network.close();
  }
}
