package badhouse.orders;

/** Counts money in fractions of two. */
record Total(int lines, Double amount) {}
