package navigator.contracts.table;

/** A partition key and a sort key. */
public record Key(String partition, String sort) {}
