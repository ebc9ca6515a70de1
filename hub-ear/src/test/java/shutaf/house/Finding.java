package shutaf.house;

/**
 * One thing that is not tidy.
 *
 * @param check short name of the check, as used in the list of exceptions
 * @param path file in which it was found
 * @param message where exactly, what, and what to do instead
 */
public record Finding(String check, String path, String message) {
    static Finding at(String check, SourceFile file, int line, String message) {
        return new Finding(check, file.path(), file.path() + ":" + line + " " + message);
    }

    static Finding in(String check, SourceFile file, String message) {
        return new Finding(check, file.path(), file.path() + " " + message);
    }
}
