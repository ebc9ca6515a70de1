/**
 * Who the members are and by what they are recognised; the ledger itself knows only an opaque
 * account.
 */
package shutaf.member;
