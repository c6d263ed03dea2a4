package io.agizo.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SigningKeysModuleTests {

    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private final DataSource database = TestDatabase.fresh();
    private final Clock start = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private final JdbcClient sql = JdbcClient.create(database);

    @Test
    void theFirstReplicaEverMakesAKey() {
        assertThat(keysOfAReplica()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isTrue();
            assertThat(key.size()).isEqualTo(3072);
        });
    }

    @Test
    void theKeyIsTheSameAfterARestart() {
        assertThat(keysOfAReplica()).isEqualTo(keysOfAReplica());
    }

    @Test
    void replicasThatStartAtOnceShareOneKey() {
        List<List<JWK>> keys = Together.run(6, this::keysOfAReplica);

        assertThat(keys).allMatch(keys.getFirst()::equals);
        assertThat(keys.getFirst()).hasSize(1);
    }

    @Test
    void aNewKeyIsShownForADayBeforeItSigns() {
        String first = ids(0).getFirst();

        List<String> shown = ids(90);
        assertThat(shown).hasSize(2).startsWith(first);
        assertThat(ids(91)).containsExactly(shown.getLast(), first);
    }

    @Test
    void theOldKeyIsShownForTwoDaysAfterItHasSigned() {
        String first = ids(0).getFirst();
        String second = ids(90).getLast();

        assertThat(ids(92)).containsExactly(second, first);
        assertThat(ids(93)).containsExactly(second);
        assertThat(sql.sql("select jwk from signing_key where id::text = ?")
                        .param(first)
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void replicasRollOnce() {
        keysOfAReplica();

        List<List<String>> rolled = Together.run(4, () -> ids(90));

        assertThat(rolled).allMatch(rolled.getFirst()::equals);
        assertThat(rolled.getFirst()).hasSize(2);
    }

    @Test
    void aReplicaThatRunsHearsOfTheKeyThatAnotherMade() {
        SigningKeys running = replica(start);
        assertThat(running.get(ALL, null)).hasSize(1);
        ids(90);

        running.roll();

        assertThat(running.get(ALL, null)).hasSize(2);
    }

    @Test
    void aShopThatWasClosedForAYearSignsOnWithItsKeyUntilTheNextWasShown() {
        String first = ids(0).getFirst();

        assertThat(ids(365)).hasSize(2).startsWith(first);
        assertThat(ids(366)).hasSize(2).endsWith(first);
    }

    @Test
    void aKeyThatIsTooShortSignsOnUntilTheNextWasShownAndProvesItsTokensUntilTheyAreOver() throws JOSEException {
        JWK old = new RSAKeyGenerator(2048).keyID(Ids.next().toString()).generate();
        new SigningKeyStore(sql, start).add(old.toRSAKey());

        assertThat(ids(0)).hasSize(2).startsWith(old.getKeyID());
        assertThat(ids(1)).hasSize(2).endsWith(old.getKeyID());
        assertThat(ids(3)).hasSize(1).doesNotContain(old.getKeyID());
    }

    private List<JWK> keysOfAReplica() {
        return replica(start).get(ALL, null);
    }

    /** What a replica shows that looks so many days from now; the signing key first. */
    private List<String> ids(int days) {
        return replica(Clock.offset(start, Duration.ofDays(days))).get(ALL, null).stream()
                .map(JWK::getKeyID)
                .toList();
    }

    private SigningKeys replica(Clock clock) {
        return new SigningKeys(
                new SigningKeyStore(sql, clock),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                90,
                clock);
    }
}
