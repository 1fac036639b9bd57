package navigator.persistence;

import java.util.regex.Pattern;

/**
 * One list of one owner, which a cursor belongs to.
 *
 * @param name of the list and its owner; no two lists have the same
 * @param path of the list, relative to the API's base URL
 * @param filters what narrows the list, as the beginning of a URL's query: empty, or with an
 *     ampersand at its end
 * @param position the form of its positions
 */
record ListScope(String name, String path, String filters, Pattern position) {

  /** A list that nothing narrows. */
  ListScope(String name, String path, Pattern position) {
    this(name, path, "", position);
  }
}
