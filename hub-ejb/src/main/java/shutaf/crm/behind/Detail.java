package shutaf.crm.behind;

/**
 * What narrows a figure inside its report, such as a month or a partner of a table: said beside the
 * sentence, as one sentence cannot foresee every table.
 *
 * @param key end of the key of its words, which have the value's place
 * @param value a month, a day, a number, a range, a segment, a funding class, a {@link Called}, or
 *     a text that is the same in every language
 */
public record Detail(String key, Object value) {}
