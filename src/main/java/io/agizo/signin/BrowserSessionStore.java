package io.agizo.signin;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** The sessions of browsers, kept by Spring Session; ended ones are cleared away each minute. */
@Component
class BrowserSessionStore extends JdbcIndexedSessionRepository {

    /** Of whoever has not signed in: long enough to fill in a form. */
    private static final Duration IDLE_OF_STRANGERS = Duration.ofMinutes(30);

    private static final int ID_BYTES = 32;

    /** Nothing else is ever put into a session, and nothing else is made from what is read of one. */
    private static final ObjectInputFilter OWN_KINDS =
            ObjectInputFilter.Config.createFilter("io.agizo.**;org.springframework.**;java.**;maxdepth=20;!*");

    /**
     * Notes a mere use at most once a minute: else each read of a page would be a write to disk, and those of one browser
     * would wait for each other. A session may so end a minute before it was idle for its whole time.
     */
    private static final String UPDATE = """
            with used as (
                select ?::text as session_id, ?::bigint as last_access_time, ?::int as max_inactive_interval,
                       ?::bigint as expiry_time, ?::text as principal_name, ?::char(36) as primary_id
            )
            update spring_session session
               set session_id = used.session_id, last_access_time = used.last_access_time,
                   max_inactive_interval = used.max_inactive_interval, expiry_time = used.expiry_time,
                   principal_name = used.principal_name
              from used
             where session.primary_id = used.primary_id
               and (used.last_access_time >= session.last_access_time + 60000
                    or (session.session_id, session.max_inactive_interval, session.principal_name)
                       is distinct from (used.session_id, used.max_inactive_interval, used.principal_name))
            """;

    private static final SecureRandom RANDOM = new SecureRandom();

    BrowserSessionStore(JdbcTemplate jdbc, TransactionOperations transactions) {
        super(jdbc, new OfSeveralStatements(transactions));
        setDefaultMaxInactiveInterval(IDLE_OF_STRANGERS);
        setSessionIdGenerator(BrowserSessionStore::newId);
        setConversionService(values());
        setUpdateSessionQuery(UPDATE);
    }

    private static String newId() {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private static GenericConversionService values() {
        GenericConversionService values = new GenericConversionService();
        values.addConverter(Object.class, byte[].class, new SerializingConverter());
        values.addConverter(new Reading());
        return values;
    }

    /** What an earlier release wrote and this one cannot read is as good as not there: the person signs in again. */
    private static final class Reading implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object bytes, TypeDescriptor from, TypeDescriptor to) {
            try (ObjectInputStream in =
                    new ObjectInputStream(new ByteArrayInputStream((byte[]) requireNonNull(bytes)))) {
                in.setObjectInputFilter(OWN_KINDS);
                return in.readObject();
            } catch (IOException | ClassNotFoundException unreadable) {
                return null;
            }
        }
    }

    /** Spring Session reads by single statements, which need no transaction around them, and has a result only of these. */
    private record OfSeveralStatements(TransactionOperations transactions) implements TransactionOperations {

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> reading) {
            return TransactionOperations.withoutTransaction().execute(reading);
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> writing) {
            transactions.executeWithoutResult(writing);
        }
    }
}
