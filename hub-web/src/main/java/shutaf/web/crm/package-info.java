/**
 * The back office: members with their story, partners with their position, figures of the
 * coalition.
 */
package shutaf.web.crm;
