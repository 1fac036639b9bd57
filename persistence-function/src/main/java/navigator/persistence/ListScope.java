package navigator.persistence;

import java.util.regex.Pattern;

/**
 * One list of one owner, which a cursor belongs to.
 *
 * @param name of the list and its owner; no two lists have the same
 * @param path of the list, relative to the API's base URL
 * @param position the form of its positions
 */
record ListScope(String name, String path, Pattern position) {}
