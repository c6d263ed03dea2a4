package io.agizo.signin;

import io.agizo.Agizo;
import io.agizo.RunningShop;
import io.agizo.TestDatabase;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.OpenAccount;
import io.agizo.accounts.PasswordHashes;
import io.agizo.issuer.PersonalTokens;
import io.agizo.notifications.phonescreen.Phone;
import io.agizo.notifications.phonescreen.ReadPhones;
import io.agizo.shared.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A shop of two replicas on one database, opened once for all journeys of people who sign in; each uses people of its own. */
public final class TwoReplicas {

    public static final String PASSWORD = "maembe matatu ya Mombasa";

    private static final String DATABASE = TestDatabase.freshUrl();
    private static final List<ConfigurableApplicationContext> REPLICAS = List.of(start(), start());
    private static final AtomicInteger TURN = new AtomicInteger();
    private static final AtomicInteger PEOPLE = new AtomicInteger(100_000);

    private TwoReplicas() {}

    /** A person with an account and {@link #PASSWORD}. */
    public record Member(AccountId id, String phone) {}

    public static Member member() {
        Member member = memberWithoutPassword();
        setPassword(member, PASSWORD);
        return member;
    }

    public static void setPassword(Member member, String password) {
        bean(PasswordHashes.class)
                .replace(member.id(), bean(PasswordEncoder.class).encode(password));
    }

    static boolean isPasswordOf(Member member, String password) {
        String hash = bean(PasswordHashes.class).find(member.id()).orElse("");
        return bean(PasswordEncoder.class).matches(password, hash);
    }

    public static Member memberWithoutPassword() {
        String phone = freshPhone();
        return new Member(
                bean(OpenAccount.class)
                        .open(new PhoneNumber(phone), "Amina", "en")
                        .id(),
                phone);
    }

    public static String freshPhone() {
        return "+254711" + PEOPLE.incrementAndGet();
    }

    public static Visitor visitor() {
        return new Visitor(REPLICAS.stream().map(TwoReplicas::port).toList());
    }

    /** One of the replicas, as programs see it; the next one each time. */
    public static RunningShop shop() {
        return new RunningShop(port(REPLICAS.get(Math.floorMod(TURN.getAndIncrement(), REPLICAS.size()))));
    }

    /** Of the first replica. */
    public static String url() {
        return "http://localhost:" + port(REPLICAS.getFirst());
    }

    /** An access token with which they may do all that they may do at all. */
    public static String token(Member member) {
        return PersonalTokens.of(REPLICAS.getFirst(), member.id().value());
    }

    public static <T> T bean(Class<T> type) {
        return REPLICAS.getFirst().getBean(type);
    }

    public static <T> T bean(String name, Class<T> type) {
        return REPLICAS.getFirst().getBean(name, type);
    }

    public static JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    /** The code that was texted to the phone last. */
    public static String code(String phone) {
        return lastText(phone, "(?s).*#(\\d{6})$");
    }

    /** What the pattern's group finds in the last text to the phone that fits it. */
    static String lastText(String phone, String pattern) {
        return Awaitility.await()
                .until(
                        () -> readTexts(phone)
                                .filter(text -> text.matches(pattern))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .replaceAll(pattern, "$1");
    }

    /** The newest first. */
    static Stream<String> readTexts(String phone) {
        return bean(ReadPhones.class).only(new PhoneNumber(phone)).stream()
                .flatMap(screen -> screen.texts().stream())
                .map(Phone.Text::body);
    }

    static int texts(String phone) {
        return sql().sql("select count(*)::int from message where phone = ?")
                .param(phone)
                .query(Integer.class)
                .single();
    }

    private static int port(ConfigurableApplicationContext replica) {
        return ((WebServerApplicationContext) replica).getWebServer().getPort();
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Agizo.class)
                .run(
                        "--server.port=0",
                        "--agizo.demo.active=true",
                        "--agizo.public-url=http://localhost:8080",
                        "--spring.datasource.url=" + DATABASE,
                        "--spring.datasource.username=" + TestDatabase.USER,
                        "--spring.datasource.password=" + TestDatabase.PASSWORD);
    }
}
