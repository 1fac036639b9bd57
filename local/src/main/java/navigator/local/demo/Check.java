package navigator.local.demo;

/**
 * One thing that has to hold in the end.
 *
 * @param promise what has to hold, in words
 * @param kept whether it does
 * @param evidence what was found
 */
public record Check(String promise, boolean kept, String evidence) {}
