package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** Agizo as an operator runs it: in a process of its own, which can be killed. */
public final class AgizoProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path output;
    private final Path errors;
    private final int port;

    private AgizoProcess(Process process, Path output, Path errors, int port) {
        this.process = process;
        this.output = output;
        this.errors = errors;
        this.port = port;
    }

    /** Starts it without waiting. */
    static AgizoProcess begin(Path dataFolder) throws IOException {
        return begin(dataFolder, Map.of());
    }

    /** The same with these settings, or the command that these arguments name. */
    public static AgizoProcess begin(Path dataFolder, Map<String, String> settings, String... arguments)
            throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path output = Files.createTempFile("agizo", ".out");
        Path errors = Files.createTempFile("agizo", ".err");
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("AGIZO_DATA_DIR", dataFolder.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        return new AgizoProcess(builder.start(), output, errors, port);
    }

    /** Starts it and returns once it says that it is open. */
    public static AgizoProcess open(Path dataFolder) throws IOException {
        return open(dataFolder, Map.of());
    }

    /** The same with these settings. */
    static AgizoProcess open(Path dataFolder, Map<String, String> settings) throws IOException {
        AgizoProcess agizo = begin(dataFolder, settings);
        Awaitility.await()
                .atMost(LONGEST_START)
                .until(() -> agizo.output().stream().anyMatch(line -> line.contains("is open at"))
                        || !agizo.process.isAlive());
        assertThat(agizo.process.isAlive()).as(agizo.errors()).isTrue();
        return agizo;
    }

    /** The shop's own classes without those of its tests, measured like the tests themselves. */
    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .forEach(command::add);
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "io.agizo.Agizo"));
        command.addAll(List.of(arguments));
        return command;
    }

    public List<String> output() throws IOException {
        return Files.readAllLines(output);
    }

    public String errors() throws IOException {
        return Files.readString(errors);
    }

    int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until it says something of a failure, or ends. */
    void waitForErrors() {
        Awaitility.await().atMost(LONGEST_START).until(() -> !errors().isEmpty() || !process.isAlive());
    }

    boolean endsWithin(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    public int waitForEnd() {
        return process.onExit()
                .orTimeout(LONGEST_START.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    /** Ends it as {@code kill -9} does, with no chance to put anything in order. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    public HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return HTTP.send(authorized(path, "Bearer " + token).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return send(path, token, "application/json", json);
    }

    HttpResponse<String> upload(String path, String token, String csv) throws IOException, InterruptedException {
        return send(path, token, "text/csv", csv);
    }

    private HttpResponse<String> send(String path, String token, String type, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                authorized(path, "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public String demoToken() throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("demo-api:demo-api-secret".getBytes());
        HttpResponse<String> answer = HTTP.send(
                authorized("/oauth2/token", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        return new JsonMapper().readTree(answer.body()).path("access_token").asString();
    }

    private HttpRequest.Builder authorized(String path, String authorization) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization);
    }

    /** Asks it to end, as Ctrl+C does, and waits until its database has ended as well. */
    @Override
    public void close() {
        process.destroy();
        waitForEnd();
    }
}
