-- At how many available units a product counts as low: its own number or the shop's usual one. Kept beside the level, so that a
-- trigger can compare the two without looking anything up. It is in no index: a level's updates stay on its page.
alter table stock_level add column low_at integer not null default 5;

-- The shop's usual number, as the levels above follow it.
create table usual_low_mark (low_at integer not null);
insert into usual_low_mark values (5);

alter table product_availability add column low boolean not null default false; -- units are left, but few

-- A million products take some seconds, once.
set local statement_timeout = 0;
update product_availability a set low = true
  from stock_level l
 where l.product_id = a.id and l.on_hand > l.reserved and l.on_hand - l.reserved <= l.low_at;

create index product_availability_low_by_name on product_availability (visible, name_key, id) include (category) where low;
create index product_availability_low_by_price on product_availability (visible, price, id) include (category) where low;
create index product_availability_low_by_age on product_availability (visible, id) include (category) where low;

create or replace function open_product_availability() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    insert into product_availability (id, in_stock, low, visible, name_key, price, category)
    select p.id, l.on_hand > l.reserved, l.on_hand > l.reserved and l.on_hand - l.reserved <= l.low_at, p.visible, p.name_key, p.price, p.category
      from opened l join product p on p.id = l.product_id
     where p.archived_at is null;
    return null;
end $$;

create or replace function turn_product_availability() returns trigger language plpgsql as $$
begin
    update product_availability
       set in_stock = new.on_hand > new.reserved, low = new.on_hand > new.reserved and new.on_hand - new.reserved <= new.low_at
     where id = new.product_id;
    return null;
end $$;

-- Written only when the last unit goes, the first one comes, or the product becomes low or ceases to be: an order between these
-- does not pay for the lists.
drop trigger stock_level_turned on stock_level;
create trigger stock_level_turned after update on stock_level
    for each row when ((old.on_hand > old.reserved) <> (new.on_hand > new.reserved)
                       or (old.on_hand - old.reserved <= old.low_at) <> (new.on_hand - new.reserved <= new.low_at))
    execute function turn_product_availability();
