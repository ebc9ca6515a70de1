/**
 * The till page of a shop: one field, two keystrokes to a result. It builds the same purchases,
 * holds and returns as a partner's own system would and enters through the same doors.
 */
package shutaf.web.till;
