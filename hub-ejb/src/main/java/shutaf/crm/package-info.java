/**
 * What people need to see together: members with their story, partners with their position, the
 * day's figures. Reads what the other steps wrote, set by set, and changes nothing.
 */
package shutaf.crm;
