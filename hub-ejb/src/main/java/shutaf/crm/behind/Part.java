package shutaf.crm.behind;

import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a statement with the arguments of its question marks, in their order.
 *
 * @param sql the piece
 * @param arguments as {@link shutaf.platform.Sql} takes them
 */
public record Part(String sql, List<Object> arguments) {
    /** Copies the arguments. */
    public Part {
        arguments = List.copyOf(arguments);
    }

    /** A piece with its arguments one by one. */
    public static Part of(String sql, Object... arguments) {
        return new Part(sql, List.of(arguments));
    }

    /** This piece and the next one, a blank between them. */
    public Part then(Part next) {
        return new Part(
                sql + " " + next.sql,
                Stream.concat(arguments.stream(), next.arguments.stream()).toList());
    }
}
