package navigator.local.gateway;

import java.util.List;
import navigator.local.iam.Permission;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/** How one service's requests are read, and in what form it refuses them. */
interface ServiceApi {

  /** What a request asks for. */
  sealed interface Reading {

    /** An operation from the closed table, and what it takes to be allowed. */
    record Understood(String operation, List<Permission> needed) implements Reading {}

    /** Anything else. */
    record Unsupported(String operation) implements Reading {}
  }

  Reading read(Call call);

  /** An error in the service's own form. */
  Reply error(int status, String code, String message);

  /** How the service answers when the access key is not known. */
  Reply unknownKey();

  /** How the service answers when no policy allows the call. */
  Reply denied(String message);
}
