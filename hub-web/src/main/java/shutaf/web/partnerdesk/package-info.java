/**
 * A partner's own desk: position, rates, statements. The operator sees the same parts under the
 * partner's name.
 */
package shutaf.web.partnerdesk;
