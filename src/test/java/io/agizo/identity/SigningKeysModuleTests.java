package io.agizo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SigningKeysModuleTests {

    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);

    @Test
    void theFirstReplicaEverMakesAKey() {
        assertThat(keysOfAReplica()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isTrue();
            assertThat(key.size()).isEqualTo(2048);
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
    void theNewestKeyComesFirstAndARetiredOneNotAtAll() throws Exception {
        String first = keysOfAReplica().getFirst().getKeyID();
        RSAKey second = new RSAKeyGenerator(2048).keyID(Ids.next().toString()).generate();
        new SigningKeyStore(sql, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1))).add(second);
        assertThat(keysOfAReplica()).extracting(JWK::getKeyID).containsExactly(second.getKeyID(), first);

        sql.sql("update signing_key set retired_at = created_at where id::text = ?")
                .param(first)
                .update();

        assertThat(keysOfAReplica()).extracting(JWK::getKeyID).containsExactly(second.getKeyID());
    }

    private List<JWK> keysOfAReplica() {
        return new SigningKeys(
                        new SigningKeyStore(sql, Clock.systemUTC()),
                        new TransactionTemplate(new JdbcTransactionManager(database)))
                .get(ALL, null);
    }
}
