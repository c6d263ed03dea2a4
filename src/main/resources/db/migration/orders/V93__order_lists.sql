-- Each index begins with what is asked for exactly and ends with the order of the list. One for all statuses together is not
-- needed: their lists are merged, which reads one row more for each status.
drop index orders_by_time, orders_by_status, orders_by_customer;
create index orders_by_status on orders (status, ordered_at, id) where voided_at is null;
create index orders_by_customer on orders (customer_id, status, ordered_at, id)
 where customer_id is not null and voided_at is null;
