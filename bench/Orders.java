import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Orders from many clients at once, each of which sends an order until it is told that it is placed: under one key, to one
 * replica after the other, as the documentation asks of programs.
 *
 * <p>{@code java bench/Orders.java TOKEN ENOUGH TOLD URL…}: goes on until there is a file ENOUGH, and for a minute after that
 * with the orders that are not placed yet. Each has its key as its note. Writes the numbers that it was told to TOLD, a line
 * each, and prints how many orders were sent, how often it heard 503, another failure of the server, a refusal, and nothing,
 * and how many orders were never placed.
 */
class Orders {

    private static final int CLIENTS = 32;
    private static final int GOODS = 20;
    private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong overloaded = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unheard = new AtomicLong();
    private final AtomicLong unplaced = new AtomicLong();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final String token;
    private final Path enough;
    private final String[] urls;

    private Orders(String token, Path enough, String[] urls) {
        this.token = token;
        this.enough = enough;
        this.urls = urls;
    }

    public static void main(String[] arguments) throws IOException {
        Orders orders = new Orders(
                arguments[0], Path.of(arguments[1]), Arrays.copyOfRange(arguments, 3, arguments.length));
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < CLIENTS; n++) {
                clients.submit(() -> {
                    while (!Files.exists(orders.enough)) {
                        orders.place(orders.sent.getAndIncrement());
                    }
                    return null;
                });
            }
        }
        Files.write(Path.of(arguments[2]), orders.told);
        System.out.printf(
                "%s %s %s %s %s %s%n",
                orders.sent, orders.overloaded, orders.failed, orders.refused, orders.unheard, orders.unplaced);
    }

    private void place(long n) throws IOException, InterruptedException {
        for (long attempt = 0; ; attempt++) {
            if (attempt(n, urls[(int) ((n + attempt) % urls.length)])) {
                return;
            }
            if (Files.exists(enough)
                    && Files.getLastModifiedTime(enough).toInstant().plus(LAST_MINUTE).isBefore(Instant.now())) {
                unplaced.incrementAndGet();
                return;
            }
            // The next replica at once, and a pause once all have been asked.
            if ((attempt + 1) % urls.length == 0) {
                Thread.sleep(Math.min(1000, 50 << Math.min(attempt, 5)));
            }
        }
    }

    private boolean attempt(long n, String url) throws InterruptedException {
        HttpRequest order = HttpRequest.newBuilder(URI.create(url + "/api/v1/orders"))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "faults-" + n)
                .POST(BodyPublishers.ofString(
                        "{\"customer\":\"F-1\",\"note\":\"faults-%d\",\"lines\":[{\"sku\":\"F-%d\",\"quantity\":1}]}"
                                .formatted(n, n % GOODS + 1)))
                .build();
        try {
            HttpResponse<Void> answer = http.send(order, BodyHandlers.discarding());
            switch (answer.statusCode()) {
                case 201 -> {
                    String location = answer.headers().firstValue("Location").orElseThrow();
                    told.add(location.substring(location.lastIndexOf('/') + 1));
                }
                case 503 -> overloaded.incrementAndGet();
                default -> (answer.statusCode() >= 500 ? failed : refused).incrementAndGet();
            }
            return answer.statusCode() == 201;
        } catch (IOException nothing) {
            unheard.incrementAndGet();
            return false;
        }
    }
}
