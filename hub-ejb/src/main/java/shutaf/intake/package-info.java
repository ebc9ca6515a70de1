/**
 * THE door: whatever way a purchase comes, it enters here, is checked, turned into points and
 * posted.
 */
package shutaf.intake;
