/**
 * The books. A journal is one business event; its postings move points and money from account to
 * account, its traces say whose points were spent. The books only grow: a mistake is a new journal.
 */
package shutaf.ledger;
