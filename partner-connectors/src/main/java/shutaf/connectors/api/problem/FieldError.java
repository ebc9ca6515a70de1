package shutaf.connectors.api.problem;

/**
 * What is wrong with one field.
 *
 * @param field path in the body, such as {@code lines[2].amount}
 * @param detail what is wrong and what to do
 */
public record FieldError(String field, String detail) {}
