/** The whole product from outside: real servers, real tokens, real files, and the power cut. */
package shutaf.whole;
