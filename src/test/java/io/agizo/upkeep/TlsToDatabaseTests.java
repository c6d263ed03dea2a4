package io.agizo.upkeep;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.shared.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class TlsToDatabaseTests {

    private static void open(MockEnvironment settings) {
        GenericApplicationContext shop = new GenericApplicationContext();
        shop.setEnvironment(settings);
        new TlsToDatabase().initialize(shop);
    }

    private static MockEnvironment on(String database) {
        return new MockEnvironment().withProperty("spring.datasource.url", database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/agizo",
                "jdbc:postgresql://10.0.0.7:5432/agizo?user=agizo&password=secret",
                "jdbc:postgresql://localhost,db.example.test/agizo",
                "jdbc:postgresql://db.example.test/agizo?sslmode=require",
                "jdbc:postgresql://db.example.test/agizo?sslmode=verify-ca",
                "jdbc:postgresql://db.example.test/agizo?sslmode=perhaps"
            })
    void isDemandedOfADatabaseElsewhere(String database) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> open(on(database)))
                .withMessageContaining("The database is on ")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.test/agizo?sslmode=verify-full",
                "jdbc:postgresql://db.example.test/agizo?ssl=true",
                "jdbc:postgresql://127.0.0.1:5432/agizo",
                "jdbc:postgresql://localhost:5432,localhost:5433/agizo",
                "jdbc:postgresql://[::1]/agizo",
                "jdbc:postgresql:agizo"
            })
    void isThereOrNotNeeded(String database) {
        assertThatCode(() -> open(on(database))).doesNotThrowAnyException();
    }

    @Test
    void isNotDemandedInANetworkOfTheShopsOwn() {
        assertThatCode(() -> open(on("jdbc:postgresql://db/agizo").withProperty("agizo.database.in-clear", "true")))
                .doesNotThrowAnyException();
    }

    @Test
    void isNotDemandedOfADatabaseThatTheShopBringsWithIt() {
        assertThatCode(() -> open(new MockEnvironment())).doesNotThrowAnyException();
    }
}
