-- Whether anything is left of a product, for lists of what is or is not. Written only when the last unit goes or the first
-- one comes: an index on the levels themselves would be written with every order. Whoever writes here has locked the level.
create table stock_availability (
    product_id uuid    primary key,
    in_stock   boolean not null
);

create index stock_availability_by_stock on stock_availability (in_stock, product_id);

insert into stock_availability select product_id, on_hand > reserved from stock_level;

create function note_stock_availability() returns trigger language plpgsql as $$
begin
    insert into stock_availability values (new.product_id, new.on_hand > new.reserved)
        on conflict (product_id) do update set in_stock = excluded.in_stock;
    return null;
end $$;

create trigger stock_level_opened after insert on stock_level
    for each row execute function note_stock_availability();

create trigger stock_level_turned after update on stock_level
    for each row when ((old.on_hand > old.reserved) <> (new.on_hand > new.reserved)) execute function note_stock_availability();

-- What other modules may read of it in their own queries.
create view product_availability as
select product_id, in_stock from stock_availability;
