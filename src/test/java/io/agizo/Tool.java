package io.agizo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that checks files, on the path or in {@code .ci/tools}. Where it is missing, tests are skipped with a line that says
 * how to get it, or fail if {@code AGIZO_REQUIRE_TOOLS} is {@code true}.
 */
record Tool(String name, String install) {

    private static final List<String> OURS = List.of(".ci/tools/bin", ".ci/tools/node_modules/.bin");

    /** What it says against the files, each on a line of its own; nothing if it has nothing against them. */
    String complaints(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(found().toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        int status = process.waitFor();
        return status == 0 ? "" : name + " ended with " + status + ":\n" + said;
    }

    private Path found() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)), OURS.stream())
                .map(folder -> Path.of(folder, name).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(this::missing);
    }

    private Path missing() {
        String line = name + " was not found; to have it check the delivery files: " + install + ".";
        if ("true".equals(System.getenv("AGIZO_REQUIRE_TOOLS"))) {
            throw new AssertionError(line);
        }
        System.err.println(line);
        return Assumptions.abort(line);
    }
}
