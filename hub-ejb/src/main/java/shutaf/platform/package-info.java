/**
 * What every step stands on: the clock, settings, transactions seen by one partner, SQL, migrations
 * and upkeep.
 */
package shutaf.platform;
