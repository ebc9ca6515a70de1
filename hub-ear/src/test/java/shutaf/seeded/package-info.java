/**
 * Code that breaks each rule of the house once, on purpose. Nothing calls it: the architecture test
 * reads it to see that its rules still bite.
 */
package shutaf.seeded;
