package navigator.local.chaos.check;

/** Takes what speaks against a promise. */
@FunctionalInterface
interface Notes {
  void note(Promise promise, String evidence);
}
