package navigator.inference.aws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Answers every call with a success from memory; it never touches a network. */
final class CannedHttp implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String body = body(request.httpRequest());
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return response(body);
      }

      @Override
      public void abort() {
        // There is nothing under way.
      }
    };
  }

  @Override
  public void close() {
    // Nothing was opened.
  }

  private static String body(SdkHttpRequest request) {
    String target = request.firstMatchingHeader("X-Amz-Target").orElse("Converse");
    return switch (target.substring(target.lastIndexOf('.') + 1)) {
      case "UpdateItem" -> "{\"Attributes\":{\"attempts\":{\"N\":\"0\"}}}";
      case "Query" -> "{\"Items\":[],\"Count\":0}";
      case "PutEvents" -> "{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}";
      case "Converse" ->
          """
          {"output":{"message":{"role":"assistant","content":[{"text":"Hello"}]}},
           "stopReason":"end_turn","usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2},
           "metrics":{"latencyMs":1}}
          """;
      default -> "{}";
    };
  }

  private static HttpExecuteResponse response(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", "" + bytes.length)
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }
}
