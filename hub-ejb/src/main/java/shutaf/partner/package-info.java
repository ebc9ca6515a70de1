/**
 * The businesses of the coalition: their outlets and the dated agreements that say what a point
 * costs them and what they get for one.
 */
package shutaf.partner;
