package shutaf.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A file, a method, a line that fits a screen is read; one that does not is skimmed. */
final class Sizes {
    static final int FILE_LINES = 400;
    static final int METHOD_LINES = 40;
    static final int LINE_COLUMNS = 100;
    static final int SQL_COLUMNS = 120;

    private Sizes() {}

    static List<Finding> files(List<SourceFile> sources) {
        return sources.stream()
                .filter(SourceFile::isJava)
                .filter(s -> s.lines().size() > FILE_LINES)
                .map(s -> Finding.in(
                        "file-length", s, s.lines().size() + " lines: split it by sub-topic"))
                .toList();
    }

    static List<Finding> lines(List<SourceFile> sources) {
        List<Finding> findings = new ArrayList<>();
        for (SourceFile source : sources) {
            int limit = limit(source);
            List<String> lines = source.lines();
            for (int i = 0; i < lines.size(); i++) {
                int length = lines.get(i).length();
                if (length > limit && !lines.get(i).startsWith("import ")) {
                    findings.add(Finding.at(
                            "line-length",
                            source,
                            i + 1,
                            length + " columns: break it at " + limit));
                }
            }
        }
        return findings;
    }

    static List<Finding> methods(List<SourceFile> sources) {
        Map<URI, SourceFile> files = sources.stream()
                .filter(SourceFile::isJava)
                .collect(Collectors.toMap(InMemory::address, Function.identity()));
        if (files.isEmpty()) {
            return List.of();
        }
        List<InMemory> units = files.values().stream().map(InMemory::new).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, null, null, units);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<Finding> findings = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new MethodScanner(unit, positions, files, findings).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private static int limit(SourceFile source) {
        if (source.isJava()) {
            return LINE_COLUMNS;
        }
        return source.path().endsWith(".sql") ? SQL_COLUMNS : Integer.MAX_VALUE;
    }

    /** Counts from the opening to the closing brace: Javadoc and long signatures are free. */
    private static final class MethodScanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<URI, SourceFile> files;
        private final List<Finding> findings;

        MethodScanner(
                CompilationUnitTree unit,
                SourcePositions positions,
                Map<URI, SourceFile> files,
                List<Finding> findings) {
            this.unit = unit;
            this.positions = positions;
            this.files = files;
            this.findings = findings;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            BlockTree body = method.getBody();
            if (body != null) {
                LineMap map = unit.getLineMap();
                long first = map.getLineNumber(positions.getStartPosition(unit, body));
                long last = map.getLineNumber(positions.getEndPosition(unit, body));
                if (last - first + 1 > METHOD_LINES) {
                    SourceFile file = files.get(unit.getSourceFile().toUri());
                    findings.add(Finding.at(
                            "method-length",
                            file,
                            (int) first,
                            method.getName() + " has " + (last - first + 1)
                                    + " lines: name its steps"));
                }
            }
            return super.visitMethod(method, null);
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final SourceFile file;

        InMemory(SourceFile file) {
            super(address(file), Kind.SOURCE);
            this.file = file;
        }

        static URI address(SourceFile file) {
            return URI.create("memory:///" + file.path());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
