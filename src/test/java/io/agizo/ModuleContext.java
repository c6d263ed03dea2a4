package io.agizo;

import io.agizo.audit.AuditFixtures;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.NamesOfPeople;
import io.agizo.identity.PublicAddress;
import io.agizo.identity.PublicAddresses;
import io.agizo.live.Live;
import io.agizo.orders.BuyerNumbers;
import io.agizo.pictures.Pictures;
import io.agizo.queries.RoundTrip;
import io.agizo.search.Vocabulary;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.texting.TextsForStrangers;
import io.agizo.workers.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import tools.jackson.databind.json.JsonMapper;

/** The beans of some modules without the web, over a database of their own: one replica of a shop. */
public final class ModuleContext implements AutoCloseable {

    public static final Shop SHOP = new Shop("Duka", Currency.getInstance("KES"), "KE", ZoneId.of("Africa/Nairobi"));

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    private ModuleContext(DataSource database, Class<?>... modules) {
        beans.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        beans.register(Surroundings.class);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile(".*(\\.web\\..*|\\.live\\.stream\\..*|\\.pages\\..*|Tests.*|CrateShop.*)")));
        scanner.scan(
                RoundTrip.class.getPackageName(),
                Vocabulary.class.getPackageName(),
                Live.class.getPackageName(),
                Pictures.class.getPackageName(),
                TextsForStrangers.class.getPackageName());
        for (Class<?> module : modules) {
            scanner.scan(module.getPackageName());
        }
        beans.refresh();
    }

    /** The modules that the types belong to, on a database in which nothing is yet. */
    public static ModuleContext of(Class<?>... modules) {
        return on(TestDatabase.fresh(), modules);
    }

    /** Another replica, on a database that may be shared. */
    public static ModuleContext on(DataSource database, Class<?>... modules) {
        return new ModuleContext(database, modules);
    }

    public <T> T get(Class<T> type) {
        return beans.getBean(type);
    }

    public JdbcClient sql() {
        return get(JdbcClient.class);
    }

    public TransactionTemplate transaction() {
        return get(TransactionTemplate.class);
    }

    @Override
    public void close() {
        beans.close();
    }

    private static final class NoNumbers implements BuyerNumbers {

        @Override
        public Optional<PhoneNumber> proved(UUID account) {
            return Optional.empty();
        }

        @Override
        public boolean arePossible() {
            return false;
        }

        @Override
        public Optional<Duration> pause() {
            return Optional.empty();
        }

        @Override
        public void text(PhoneNumber phone, String code, Purpose purpose, Instant goodUntil, Locale locale) {
            throw new IllegalStateException("Nobody is texted here");
        }
    }

    /** What the platform gives every module. Not called a configuration, or the whole application would find it too. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Surroundings {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Tracer tracer() {
            return Tracer.NOOP;
        }

        @Bean
        @Fallback
        Traces unfollowed(Tracer tracer) {
            return new Traces(tracer);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean
        LocalValidatorFactoryBean validator() {
            return new LocalValidatorFactoryBean();
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** For shops in which nobody has an account. */
        @Bean
        @Fallback
        NamesOfPeople names() {
            return accounts -> Map.of();
        }

        /** For shops in which nobody has an account, and which text no codes. */
        @Bean
        @Fallback
        BuyerNumbers buyers() {
            return new NoNumbers();
        }

        /** Lets everybody who asked for work in the background go on with it. */
        @Bean
        @Fallback
        AllowedCallers callers() {
            return new AllowedCallers();
        }

        @Bean
        AuditTrail audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
            return AuditFixtures.trail(jdbc, json, clock);
        }

        @Bean
        PublicAddress address() {
            return PublicAddresses.of("https://duka.example");
        }

        @Bean
        Shop shop() {
            return SHOP;
        }
    }
}
