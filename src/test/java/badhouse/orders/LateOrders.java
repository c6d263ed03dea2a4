package badhouse.orders;

import org.springframework.beans.factory.annotation.Autowired;

/** Is not whole until somebody sets a field. */
class LateOrders {

    @Autowired
    private OrderStore orders;
}
