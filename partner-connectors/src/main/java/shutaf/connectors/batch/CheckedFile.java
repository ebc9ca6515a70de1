package shutaf.connectors.batch;

import shutaf.filing.ArrivedFile;

import java.util.Optional;

/** What the first pass over a file found. */
sealed interface CheckedFile {
    /** The file's name, length and hash. */
    ArrivedFile file();

    /**
     * Header and trailer are right, every byte is text of the partner's charset.
     *
     * @param heading the header
     */
    record Sound(ArrivedFile file, FileHeading heading) implements CheckedFile {}

    /**
     * Rejected as a whole.
     *
     * @param heading the header, if it could be read
     * @param why code and reason
     */
    record Rejected(ArrivedFile file, Optional<FileHeading> heading, MalformedFile why)
            implements CheckedFile {}
}
