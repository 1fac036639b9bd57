package navigator.local;

/** Access keys of one principal, as the SDK's environment variables carry them. */
public record Credentials(String accessKeyId, String secretAccessKey, String sessionToken) {}
