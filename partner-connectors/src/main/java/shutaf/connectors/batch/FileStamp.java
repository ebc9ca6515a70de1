package shutaf.connectors.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What changes when somebody writes a file or puts another one in its place.
 *
 * @param length bytes
 * @param changed last modification
 * @param identity of the file on its disk, where the system tells
 */
record FileStamp(long length, FileTime changed, Optional<Object> identity) {
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(
                now.size(), now.lastModifiedTime(), Optional.ofNullable(now.fileKey()));
    }
}
