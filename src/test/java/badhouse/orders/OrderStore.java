package badhouse.orders;

/** A store that anyone can reach. */
public class OrderStore {}
