/** The last step of every page: turns reasons and faults into words that a person can act on. */
package shutaf.web.errors;
