-- Words are looked for in the products themselves, so the lists of what is in stock and what is not no longer hold them.
drop trigger product_relisted on product;

create or replace function open_product_availability() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    insert into product_availability (id, in_stock, visible, name_key, price, category)
    select p.id, l.on_hand > l.reserved, p.visible, p.name_key, p.price, p.category
      from opened l join product p on p.id = l.product_id
     where p.archived_at is null;
    return null;
end $$;

create or replace function relist_product_availability() returns trigger language plpgsql as $$
begin
    if new.archived_at is null then
        update product_availability
           set visible = new.visible, name_key = new.name_key, price = new.price, category = new.category
         where id = new.id;
    else
        delete from product_availability where id = new.id;
    end if;
    return null;
end $$;

create constraint trigger product_relisted after update on product deferrable initially deferred for each row
    when ((old.archived_at, old.visible, old.name_key, old.price, old.category)
          is distinct from (new.archived_at, new.visible, new.name_key, new.price, new.category))
    execute function relist_product_availability();

-- A million products take some seconds, once. The indexes that held the words go with the column.
set local statement_timeout = 0;
alter table product_availability drop column searched;
create index product_availability_by_name on product_availability (in_stock, visible, name_key, id) include (category);
create index product_availability_by_price on product_availability (in_stock, visible, price, id) include (category);
create index product_availability_by_age on product_availability (in_stock, visible, id) include (category);
