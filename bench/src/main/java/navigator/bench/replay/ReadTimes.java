package navigator.bench.replay;

/**
 * How long operators wait for what they read, and what it asks of the table.
 *
 * @param queryMillis one query of one partition of the index, a page long
 * @param firstPage of the list
 * @param allPages of the list, as long as they may be
 * @param groups all of them
 * @param listed the letters of all pages
 * @param grouped the letters of all groups
 * @param scans of the table, which there should be none of
 */
record ReadTimes(
    double queryMillis,
    Reading firstPage,
    Reading allPages,
    Reading groups,
    long listed,
    long grouped,
    long scans) {

  /**
   * One way to read, in the middle of several times.
   *
   * @param queries that it takes
   */
  record Reading(double millis, long queries) {

    /** How many queries one after the other would take that long. */
    double inQueries(double queryMillis) {
      return millis / queryMillis;
    }
  }
}
