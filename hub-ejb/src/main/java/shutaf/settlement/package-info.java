/** The money between the programme and its partners: positions and what statements are made of. */
package shutaf.settlement;
