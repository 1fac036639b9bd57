package navigator.local.command;

import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.http.RequestObject;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;

/** A request with the one of the local users whose it is. */
record OwnedRequest(Role owner, RequestObject request) {

  private static final int NOT_FOUND = 404;

  /**
   * The request of that id.
   *
   * @throws CommandFailed if none of the local users has one, or the API does not say
   */
  static OwnedRequest find(UpStack stack, RequestId id) throws InterruptedException {
    // The API shows a request to its owner alone, and to anybody else that there is none.
    for (Role role : Role.values()) {
      try (ChatApi api = stack.api(role)) {
        switch (api.request(id)) {
          case ApiAnswer.Found<RequestObject>(RequestObject request, var _) -> {
            return new OwnedRequest(role, request);
          }
          case ApiAnswer.Refused<RequestObject>(var problem, var _)
              when problem.status() == NOT_FOUND -> {
            // It may be another's.
          }
          case ApiAnswer.Failed<RequestObject> failed -> throw new CommandFailed(failed.reason());
        }
      }
    }
    throw new CommandFailed("no local user has a request " + id);
  }
}
