package navigator.local.journal;

/** Something that was accepted and is not finished; its JSON is what a journal keeps of it. */
public interface Pending {

  /** What it is known by, among all of its kind. */
  String id();
}
