package shutaf.ledger;

/**
 * A lot that still has points.
 *
 * @param id number of its row
 * @param key whose and how long
 * @param remaining points left in it
 */
public record OpenLot(long id, LotKey key, long remaining) {}
