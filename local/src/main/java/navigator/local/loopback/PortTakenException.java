package navigator.local.loopback;

import java.io.IOException;

/** Another program listens on the port that a server was told to use. */
public final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int port;

  PortTakenException(int port, Throwable cause) {
    super("Port " + port + " on 127.0.0.1 is taken by another program", cause);
    this.port = port;
  }

  /** The port that is taken. */
  public int port() {
    return port;
  }
}
