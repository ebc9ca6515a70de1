/**
 * How everything is shown: the language and theme that a person chose, words from the message
 * bundles, and figures in one notation. Between the pages and the eye.
 */
package shutaf.web.look;
