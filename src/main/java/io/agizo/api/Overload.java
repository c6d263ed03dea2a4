package io.agizo.api;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Tells what passes by itself, such as a database without a free connection, from what is broken. */
public final class Overload {

    private Overload() {}

    public static boolean isMeantBy(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionTimedOutException
                || isFailedRollback(failure);
    }

    /** The connection broke within a transaction, so that nothing of it was kept. */
    private static boolean isFailedRollback(Throwable failure) {
        return failure instanceof TransactionSystemException lost && lost.getApplicationException() != null;
    }
}
