-- What other modules may read of orders in their own queries. Voided orders are there, too: ledgers speak of them.
create view order_number as
select id as order_id, number from orders;
