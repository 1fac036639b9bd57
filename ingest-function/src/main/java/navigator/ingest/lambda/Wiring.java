package navigator.ingest.lambda;

import java.time.InstantSource;
import java.util.Map;
import navigator.ingest.AdmissionControl;
import navigator.ingest.AdmitRequest;
import navigator.ingest.IngestConfig;
import navigator.ingest.SubmitChat;
import navigator.ingest.aws.Connections;
import navigator.ingest.limit.AcquirePermit;
import navigator.ingest.load.Queueing;
import org.crac.Core;

/**
 * The submit function's parts, put together once.
 *
 * @param priming kept here, since the CRaC context refers to it weakly
 */
record Wiring(SubmitChat submitChat, Priming priming) {

  static Wiring fromEnvironment() {
    return of(System.getenv());
  }

  static Wiring of(Map<String, String> environment) {
    IngestConfig config = IngestConfig.of(environment);
    InstantSource clock = InstantSource.system();
    Connections connections = Connections.of(config);
    Priming priming = new Priming(config, connections.warmUp());
    Core.getGlobalContext().register(priming);
    AdmitRequest requests =
        new AdmitRequest(config, connections.store(), connections.queue(), clock);
    AdmissionControl admission =
        new AdmissionControl(
            new Queueing(connections.backlog(), connections.paces(), config.pace(), clock),
            new AcquirePermit(config.limits(), connections.limits(), clock),
            connections.stored(),
            config.defaultDeadline());
    return new Wiring(new SubmitChat(admission, connections.records(), requests), priming);
  }
}
