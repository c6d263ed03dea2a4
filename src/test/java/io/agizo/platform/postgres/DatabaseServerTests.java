package io.agizo.platform.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.CannotStart;
import org.junit.jupiter.api.Test;

class DatabaseServerTests {

    @Test
    void mustNotBeOlderThanFifteen() {
        assertThatCode(() -> new DatabaseServer(15, true, true).mustServe(false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new DatabaseServer(14, true, true).mustServe(false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 14");
    }

    @Test
    void mustWaitForTheDiskIfItIsOurs() {
        assertThatCode(() -> new DatabaseServer(18, false, true).mustServe(false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new DatabaseServer(18, false, true).mustServe(true))
                .isInstanceOf(CannotStart.class);
    }
}
