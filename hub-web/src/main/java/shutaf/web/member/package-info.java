/** A member's own pages, phone first: what they have, why, and the code that a till scans. */
package shutaf.web.member;
