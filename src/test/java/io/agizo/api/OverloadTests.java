package io.agizo.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class OverloadTests {

    @Test
    void isATransactionWhoseConnectionBrokeSoThatNotEvenTheRollbackCameThrough() {
        TransactionSystemException lost = new TransactionSystemException("JDBC rollback failed");
        lost.initApplicationException(new DataAccessResourceFailureException("broken"));

        assertThat(Overload.isMeantBy(lost)).isTrue();
    }

    @Test
    void isNoCommitOfWhichNobodyKnows() {
        assertThat(Overload.isMeantBy(new TransactionSystemException("JDBC commit failed")))
                .isFalse();
    }
}
