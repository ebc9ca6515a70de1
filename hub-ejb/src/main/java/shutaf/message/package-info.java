/**
 * What the hub sends to people by itself: reports that were ordered to come by e-mail. Who receives
 * them is asked from Keycloak at the time of sending; what was sent is kept, so that nobody gets it
 * twice.
 */
package shutaf.message;
