/**
 * Who is asking, and what every answer must carry: the first step of each request. Roles are
 * checked by the server from web.xml; here a token becomes one of our partners or members.
 */
package shutaf.web.security;
