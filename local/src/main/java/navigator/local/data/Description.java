package navigator.local.data;

import navigator.local.topology.Topology;

/**
 * Whose data lies in a directory, and how.
 *
 * @param layout of the files; what was written in another one is not read
 * @param stack the stack's name
 * @param region the Region of all names in the data
 * @param account the account of all names in the data
 */
record Description(int layout, String stack, String region, String account) {

  static final int LAYOUT = 1;

  static Description of(Topology topology) {
    return new Description(LAYOUT, topology.stack(), topology.region(), topology.account());
  }

  /** In words, for one who has to choose another directory. */
  String words() {
    return "stack %s in %s, account %s, layout %d".formatted(stack, region, account, layout);
  }
}
