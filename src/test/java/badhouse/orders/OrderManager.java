package badhouse.orders;

/** A name that says nothing. */
class OrderManager {}
