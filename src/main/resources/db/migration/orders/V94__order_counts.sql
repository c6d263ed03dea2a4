-- How many orders there are in each status is this, plus what has changed since and is not added yet.
create table order_count (
    status text   primary key,
    orders bigint not null
);

insert into order_count
select status, (select count(*) from orders where orders.status = each.status and voided_at is null)
  from unnest('{pending,accepted,rejected,fulfilled,cancelled,returned}'::text[]) as each (status);

-- Only ever appended to, so that no order waits for another to be counted; added up and emptied from time to time.
create table order_count_change (
    status text   not null,
    orders bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function note_order_counts() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into order_count_change
        select status, count(*) from arrived where voided_at is null group by status;
    elsif tg_op = 'DELETE' then
        insert into order_count_change
        select status, -count(*) from gone where voided_at is null group by status;
    else
        insert into order_count_change
        select status, sum(orders)
          from (select status, 1 as orders from arrived where voided_at is null
                union all
                select status, -1 from gone where voided_at is null) moved
         group by status having sum(orders) <> 0;
    end if;
    return null;
end $$;

create trigger orders_counted_in after insert on orders
    referencing new table as arrived for each statement execute function note_order_counts();
create trigger orders_counted_again after update on orders
    referencing old table as gone new table as arrived for each statement execute function note_order_counts();
create trigger orders_counted_out after delete on orders
    referencing old table as gone for each statement execute function note_order_counts();
