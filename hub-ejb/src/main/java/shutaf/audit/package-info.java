/**
 * Who did what, when and to whom: beside every step that a person takes with somebody else's
 * figures. Only added to, chained by hashes, proven together with the books.
 */
package shutaf.audit;
