/**
 * What happened at a till or in a shop, in the hub's own words: the same record whichever door it
 * came through.
 */
package shutaf.purchase;
