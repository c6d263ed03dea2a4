create index orders_voided_by_customer on orders (customer_id) where voided_at is not null and customer_id is not null;

-- What other modules may read of whose orders are whose, voided ones too. Its halves are those of the indexes.
create view order_customer as
select id as order_id, customer_id from orders where voided_at is null and customer_id is not null
union all
select id, customer_id from orders where voided_at is not null and customer_id is not null;
