package navigator.local.bedrock;

/**
 * How the emulator behaves.
 *
 * @param port 0 for any that is free
 * @param seed the same seed and the same requests give the same answers, latencies and faults
 */
public record EmulatorSettings(int port, long seed, Latency latency, FaultRates faults) {}
