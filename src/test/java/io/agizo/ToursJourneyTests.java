package io.agizo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Goes through the tours of the documentation as a newcomer would who pastes them line by line. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "agizo.demo.active=true")
class ToursJourneyTests {

    /** The tour takes a few seconds; a shell that hangs is not waited for. */
    private static final int LONGEST_SECONDS = 120;

    private static final String END_OF_STEP = "--- end of step ---";
    private static final Pattern STEP = Pattern.compile("```sh\n(.*?)```(?:\n\n```text\n(.*?)```)?", Pattern.DOTALL);

    /** What is pasted, and what the page says comes back, with … for whatever may differ. */
    private record Step(String commands, String shown) {

        Pattern answer() {
            return Pattern.compile(Arrays.stream(withoutSpace(shown).split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = TestDatabase.freshUrl();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> TestDatabase.USER);
        properties.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/reference.md"})
    void eachStepAnswersAsShown(String page, @LocalServerPort int port, @TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(isInstalled("bash") && isInstalled("curl"), "The tour needs bash and curl, which are not here");
        List<Step> tour = tour(Path.of(page));

        List<String> answers = answers(tour, "http://localhost:" + port, folder.resolve("answers"));

        for (int i = 0; i < tour.size(); i++) {
            Step step = tour.get(i);
            assertThat(withoutSpace(answers.get(i))).as(step.commands()).matches(step.answer());
        }
    }

    private static List<Step> tour(Path page) throws IOException {
        List<Step> steps = STEP.matcher(Files.readString(page))
                .results()
                .map(step -> new Step(step.group(1), step.group(2) == null ? "" : step.group(2)))
                .toList();
        assertThat(steps).hasSizeGreaterThan(5);
        return steps;
    }

    /** Runs the steps in one shell, which gives up at the first command that fails. */
    private static List<String> answers(List<Step> tour, String shop, Path output)
            throws IOException, InterruptedException {
        String script = tour.stream()
                .map(step -> step.commands() + "echo '" + END_OF_STEP + "'\n")
                .collect(Collectors.joining())
                .replace("http://localhost:8080", shop);
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = shell.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        shell.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended).as("The tour hangs after: %s", said).isTrue();
        assertThat(shell.exitValue()).as(said).isZero();
        return List.of(said.split(END_OF_STEP));
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
