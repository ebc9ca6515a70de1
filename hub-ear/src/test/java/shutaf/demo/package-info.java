/**
 * The demo coalition: real purchase histories of a supermarket and a CD shop, three invented
 * partners, and the people who buy there, written as the purchase files that any partner sends.
 *
 * <p>Stands before the hub and knows nothing of it but the file format and the enrolment fields, so
 * that the demo goes in through the same doors as everybody else. Everything is a pure function of
 * the packed data and of a given day: the same day gives the same bytes. What is real and what is
 * invented is listed in {@code src/test/resources/demo/NOTICE.md}.
 */
package shutaf.demo;
