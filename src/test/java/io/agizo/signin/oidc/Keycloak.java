package io.agizo.signin.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A real Keycloak with one realm, in a process of its own that ends with the test. */
final class Keycloak implements AutoCloseable {

    /** Unpacked and set by the profile that brings it. */
    static final String HOME = "keycloak.home";

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(4);

    private final Process process;

    private Keycloak(Process process) {
        this.process = process;
    }

    static String issuer(int port) {
        return "http://localhost:" + port + "/realms/shop";
    }

    static Keycloak start(int port, String shop) throws IOException {
        Path home;
        try (var folders = Files.list(Path.of(System.getProperty(HOME)))) {
            home = folders.findFirst().orElseThrow();
        }
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(
                realms.resolve("shop-realm.json"),
                Files.readString(Path.of("src/test/resources/keycloak/shop-realm.json"))
                        .replace("@SHOP@", shop));
        ProcessBuilder command = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=localhost",
                "--http-port=" + port,
                "--import-realm");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        command.redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        Keycloak keycloak = new Keycloak(command.start());
        Awaitility.await().atMost(STARTS_WITHIN).until(() -> answers(issuer(port)));
        return keycloak;
    }

    private static boolean answers(String issuer) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
