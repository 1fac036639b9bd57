package navigator.local.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import navigator.local.gateway.ServiceApi.Reading;
import navigator.local.iam.Permission;
import navigator.local.iam.Principal;
import navigator.local.iam.Principals;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/** The way of one call: who calls, what it takes, whether that is allowed, and what goes wrong. */
final class CallGate {

  private final Principals principals;
  private final Map<AwsService, ServiceApi> apis;
  private final Map<AwsService, Upstream> upstreams;
  private final FaultInjector faults;
  private final AccessLog log;

  CallGate(
      Principals principals,
      Map<AwsService, ServiceApi> apis,
      Map<AwsService, Upstream> upstreams,
      FaultInjector faults,
      AccessLog log) {
    this.principals = principals;
    this.apis = Map.copyOf(apis);
    this.upstreams = Map.copyOf(upstreams);
    this.faults = faults;
    this.log = log;
  }

  Reply answer(Call call) throws InterruptedException {
    var signature = Signature.of(call);
    if (signature.isEmpty()) {
      return Refusals.unsigned();
    }
    var service = AwsService.named(signature.get().service());
    return service.isEmpty()
        ? Refusals.unknownService(signature.get().service())
        : identify(call, service.get(), signature.get());
  }

  private Reply identify(Call call, AwsService service, Signature signature)
      throws InterruptedException {
    var api = api(service);
    var caller = principals.find(signature.accessKeyId(), signature.sessionToken());
    if (caller.isEmpty()) {
      return api.unknownKey();
    }
    return switch (api.read(call)) {
      case Reading.Unsupported(var operation) -> Refusals.unsupported(api, service, operation);
      case Reading.Understood(var operation, var needed) ->
          authorize(call, new Access(caller.get(), service, operation, needed));
    };
  }

  private Reply authorize(Call call, Access access) throws InterruptedException {
    var policy = access.caller().policy();
    var missing = access.needed().stream().filter(p -> !policy.allows(p)).findFirst();
    var reply =
        missing.isPresent()
            ? api(access.service()).denied(denial(access.caller(), missing.get()))
            : pass(call, access);
    log.record(access, missing.isEmpty(), reply.status());
    return reply;
  }

  private static String denial(Principal caller, Permission missing) {
    return "User: %s is not authorized to perform: %s on resource: %s because no identity-based policy allows the %s action"
        .formatted(caller.arn(), missing.action(), missing.resource(), missing.action());
  }

  private Reply pass(Call call, Access access) throws InterruptedException {
    return switch (faults.fault(access, call)) {
      case Fault.None() -> send(call, access);
      case Fault.Delay(var moment, var duration) -> delayed(call, access, moment, duration);
      case Fault.DroppedConnection(var moment) -> {
        sendIfAfter(moment, call, access);
        yield Reply.DROPPED;
      }
      case Fault.DeadCaller(var kill) -> {
        send(call, access);
        kill.run();
        yield Reply.DROPPED;
      }
      case Fault.ErrorReply(var moment, var status, var code, var message) -> {
        sendIfAfter(moment, call, access);
        yield api(access.service()).error(status, code, message);
      }
    };
  }

  private Reply delayed(Call call, Access access, Fault.Moment moment, Duration duration)
      throws InterruptedException {
    if (moment == Fault.Moment.BEFORE_SERVICE) {
      Thread.sleep(duration);
      return send(call, access);
    }
    var reply = send(call, access);
    Thread.sleep(duration);
    return reply;
  }

  private void sendIfAfter(Fault.Moment moment, Call call, Access access)
      throws InterruptedException {
    if (moment == Fault.Moment.AFTER_SERVICE) {
      send(call, access);
    }
  }

  private Reply send(Call call, Access access) throws InterruptedException {
    var upstream = upstreams.get(access.service());
    if (upstream == null) {
      return Refusals.unknownService(access.service().signingName());
    }
    try {
      return upstream.send(call, access.operation(), access.caller());
    } catch (IOException e) {
      return api(access.service()).error(503, "ServiceUnavailable", "Not reachable: " + e);
    }
  }

  private ServiceApi api(AwsService service) {
    var api = apis.get(service);
    if (api == null) {
      throw new IllegalStateException("No API for " + service);
    }
    return api;
  }
}
