-- The list in the order of the totals, and the orders between two of them. Takes about a second for each million orders.
create index orders_by_total on orders (status, total, id) where voided_at is null;
