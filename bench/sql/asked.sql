-- Where lists go on, as the shop's own cursors say it: places all over each list, and those around page 50,000.
drop schema if exists bench cascade;
create schema bench;

create function bench.cursor(variadic keys text[]) returns text immutable language sql as
$$ select translate(encode(convert_to(array_to_string(keys, E'\n'), 'UTF8'), 'base64'), E'+/=\n', '-_') $$;

create function bench.instant(at timestamptz) returns text immutable language sql as
$$ select replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '+', '%2B') $$;

create table bench.product as
select * from product tablesample system (0.2) where archived_at is null and visible;

create table bench.customer as
select * from customer tablesample system (0.2) where erased_at is null and code like 'C-0%';

create table bench.placed as
select * from orders tablesample system (0.02) where voided_at is null;

-- Page 50,000 of twenty, or the last pages of a shorter list.
create table bench.deep_product as
select * from (select id from product where archived_at is null and visible order by name_key, id
               offset (select least(1000000, count(*) * 95 / 100) from product where archived_at is null and visible) limit 200) at
  join product using (id);

create table bench.deep_customer as
select id from customer where erased_at is null order by id desc
offset (select least(1000000, count(*) * 95 / 100) from customer where erased_at is null) limit 200;

create table bench.deep_order as
select ordered_at, id from (select ordered_at, id from orders where voided_at is null) o order by ordered_at desc, id desc
offset (select least(1000000, count(*) * 95 / 100) from orders) limit 200;

create table bench.big_customer as
select code, (select name from customer c where c.id = most.customer_id) as name
  from (select customer_id, count(*) from orders where customer_id is not null group by customer_id order by count(*) desc limit 1) most
  join customer on customer.id = most.customer_id;
