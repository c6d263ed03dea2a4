-- Which products have units left and which have none, each in every order of the list of products, so that a page of either is
-- read like any other. What the list sorts by is kept here too. Archived products have no row.
drop trigger stock_level_opened on stock_level;
drop trigger stock_level_turned on stock_level;
drop function note_stock_availability();
drop view product_availability;
drop table stock_availability;

create table product_availability (
    id       uuid           primary key, -- of the product
    in_stock boolean        not null,
    visible  boolean        not null,
    name_key text           not null,
    price    numeric(19, 4) not null,
    category text,
    searched text           not null
);

-- A million products take a minute, once.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
insert into product_availability
select p.id, l.on_hand > l.reserved, p.visible, p.name_key, p.price, p.category, p.searched
  from stock_level l join product p on p.id = l.product_id
 where p.archived_at is null;

create index product_availability_by_name on product_availability (in_stock, visible, name_key, id) include (searched, category);
create index product_availability_by_price on product_availability (in_stock, visible, price, id) include (searched, category);
create index product_availability_by_age on product_availability (in_stock, visible, id) include (searched, category);

-- Each row is looked up by index: a plan is kept for as long as the session lasts, and the first statement may have opened the
-- levels of thousands.
create function open_product_availability() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    insert into product_availability
    select p.id, l.on_hand > l.reserved, p.visible, p.name_key, p.price, p.category, p.searched
      from opened l join product p on p.id = l.product_id
     where p.archived_at is null;
    return null;
end $$;

create trigger stock_level_opened after insert on stock_level
    referencing new table as opened for each statement execute function open_product_availability();

-- Written only when the last unit goes or the first one comes: an order does not pay for these lists.
create function turn_product_availability() returns trigger language plpgsql as $$
begin
    update product_availability set in_stock = new.on_hand > new.reserved where id = new.product_id;
    return null;
end $$;

create trigger stock_level_turned after update on stock_level
    for each row when ((old.on_hand > old.reserved) <> (new.on_hand > new.reserved)) execute function turn_product_availability();

-- Follows a changed product when its transaction commits and not before: an order for its last unit, which writes the same
-- row, must not wait for a long upload.
create function relist_product_availability() returns trigger language plpgsql as $$
begin
    if new.archived_at is null then
        update product_availability
           set visible = new.visible, name_key = new.name_key, price = new.price, category = new.category, searched = new.searched
         where id = new.id;
    else
        delete from product_availability where id = new.id;
    end if;
    return null;
end $$;

create constraint trigger product_relisted after update on product deferrable initially deferred for each row
    when ((old.archived_at, old.visible, old.name_key, old.price, old.category, old.searched)
          is distinct from (new.archived_at, new.visible, new.name_key, new.price, new.category, new.searched))
    execute function relist_product_availability();
