package io.agizo.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.notifications.SettableClock;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails of a shop that has a mail server. */
class MailsToServerModuleTests {

    private static final String HOST = "127.0.0.1";
    private static final String TO = "amina@example.com";
    private static final String WORDS = "Karibu! Follow https://shop.example/recover/new?token=1 – asante.";
    /** Whatever is sent by a worker that rests so long, it was called for. */
    private static final Duration BEYOND_THE_TEST = Duration.ofHours(1);

    private static final Duration USEFUL = Duration.ofDays(1);

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final SettableClock clock = new SettableClock();
    private final MailStore store = new MailStore(sql);
    private final GreenMail server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void arriveAsPlainTextOfTheShopAndAreForgottenHere() throws Exception {
        send("Duka: rudi ndani – karibu");

        deliver(port());

        MimeMessage letter = received();
        assertThat(letter.getSubject()).isEqualTo("Duka: rudi ndani – karibu");
        assertThat(letter.getFrom()).extracting(Object::toString).containsExactly("Duka <duka@example.com>");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
        assertThat(letter.getSentDate()).isEqualTo(clock.instant());
        assertThat(letter.getMessageID()).isEqualTo("<" + row("id") + "@example.com>");
        assertThat(letter.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(letter.getContent().toString().strip()).isEqualTo(WORDS);
        assertThat(row("status")).isEqualTo("sent");
        assertThat(row("body")).isNull();
    }

    @Test
    void haveNoHeadersButTheirOwnWhateverTheSubjectSays() throws Exception {
        send("Duka\r\nReply-To: eve@example.com\r\n\r\nEve's words");

        deliver(port());

        assertThat(received().getHeader("Reply-To")).isNull();
        assertThat(received().getContent().toString().strip()).isEqualTo(WORDS);
    }

    @Test
    void goToNoAddressThatIsTwoOrNone() {
        send("a@example.com,b@example.com", "Duka");
        send("a@example.com\r\nb@example.com", "Duka");

        deliver(port());

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(sql.sql("select distinct status from mail")
                        .query(String.class)
                        .list())
                .containsExactly("failed");
    }

    @Test
    void waitForAServerThatIsGone() {
        int port = port();
        server.stop();
        send("Duka");

        deliver(port);
        assertThat(row("status")).isEqualTo("queued");
        assertThat(row("body")).isEqualTo(WORDS);
        assertThat(row("detail")).contains("could not be reached").doesNotContain(TO);
        deliver(port);
        assertThat(row("attempts")).isEqualTo("1");

        clock.advance(Duration.ofMinutes(1));
        server.start();
        deliver(port());

        assertThat(row("status")).isEqualTo("sent");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void areGivenUpInTheEnd() {
        int port = port();
        server.stop();
        send("Duka");

        for (int i = 0; i < 20; i++) {
            deliver(port);
            clock.advance(Duration.ofMinutes(15));
        }

        assertThat(row("status")).isEqualTo("dead");
        assertThat(row("attempts")).isEqualTo("12");
        assertThat(row("body")).isNull();
    }

    @Test
    void areNotSentOnceTheyAreOfNoUse() {
        send("Duka");
        clock.advance(USEFUL);

        deliver(port());

        assertThat(server.getReceivedMessages()).isEmpty();
        store.deleteExpired(clock.instant());
        assertThat(sql.sql("select count(*) from mail").query(Integer.class).single())
                .isZero();
    }

    @Test
    void areSentOnceByHoweverManyReplicas() {
        List<String> people = Stream.iterate(0, i -> i + 1)
                .limit(12)
                .map(i -> "p" + i + "@example.com")
                .toList();
        people.forEach(person -> send(person, "Duka"));

        List<Callable<Boolean>> replicas = Stream.<Callable<Boolean>>generate(() -> () -> {
                    deliver(port());
                    return true;
                })
                .limit(4)
                .toList();
        Together.run(replicas);

        assertThat(server.getReceivedMessages()).hasSize(people.size());
    }

    @Test
    void arePassedOverWhileAnotherReplicaIsTakingThem() {
        send("Duka");
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));

        transaction.executeWithoutResult(status -> {
            assertThat(claim()).isPresent();
            assertThat(CompletableFuture.supplyAsync(this::claim))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isEqualTo(Optional.empty());
        });

        assertThat(claim()).isEmpty();
    }

    @Test
    void areNotSentAgainByAReplicaThatComesAfterOneThatWasLost() {
        send("Duka");
        assertThat(claim()).isPresent();
        DeliverMails other = delivery(port());

        clock.advance(Duration.ofMinutes(2));
        other.sweep();
        other.round();

        assertThat(row("status")).isEqualTo("unknown");
        assertThat(row("body")).isNull();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void areOfUnknownFateWhereTheServerBreaksOffAfterTheirWords() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            Thread.ofVirtual().start(() -> RudeMailServer.breakOffAfterData(rude));
            send("Duka");

            deliver(rude.getLocalPort());
        }

        assertThat(row("status")).isEqualTo("unknown");
        assertThat(row("body")).isNull();
    }

    @Test
    void goByTheDoorbellWithoutWaitingForTheNextRound() {
        DeliverMails delivery = delivery(port());
        delivery.start();
        try {
            send("Duka");
            delivery.expect();

            await().until(() -> server.getReceivedMessages().length == 1);
        } finally {
            delivery.stop();
        }
    }

    @Test
    void areNotSentInTheClearToAServerElsewhereThatKnowsNoEncryption() {
        JavaMailSenderImpl elsewhere = smtp("mail.example.com", port());
        MailServer mailServer = new MailServer(elsewhere, new MailSettings("duka@example.com"));
        elsewhere.setHost(HOST);
        send("Duka");

        new DeliverMails(store, mailServer, clock).round();

        assertThat(row("status")).isEqualTo("queued");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private Optional<ClaimedMail> claim() {
        return store.claim(clock.instant(), clock.instant().plusSeconds(60));
    }

    private void send(String subject) {
        send(TO, subject);
    }

    private void send(String to, String subject) {
        new SendMail(store, clock, Optional.empty(), false)
                .send(to, null, subject, WORDS, clock.instant().plus(USEFUL));
    }

    private void deliver(int port) {
        DeliverMails delivery = delivery(port);
        while (delivery.round()) {}
    }

    private DeliverMails delivery(int port) {
        return new DeliverMails(
                store,
                new MailServer(smtp(HOST, port), new MailSettings("Duka <duka@example.com>")),
                BEYOND_THE_TEST,
                clock);
    }

    private static JavaMailSenderImpl smtp(String host, int port) {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost(host);
        smtp.setPort(port);
        return smtp;
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private MimeMessage received() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private @Nullable String row(String column) {
        return sql.sql("select coalesce(" + column + "::text, '') from mail")
                .query(String.class)
                .single()
                .transform(value -> value.isEmpty() ? null : value);
    }
}
