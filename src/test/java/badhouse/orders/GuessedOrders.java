package badhouse.orders;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts a guess in the transaction that its refusal undoes. */
class GuessedOrders {

    @Transactional
    void look(String guess) {
        refuse(guess);
    }

    @Transactional(propagation = Propagation.NEVER)
    void count() {}

    private void refuse(String guess) {
        count();
        throw new IllegalArgumentException(guess);
    }
}
