-- One order's writes as one statement: what a client could do at best that sends each order by itself.
-- `-D spread=156` spreads the orders over all products, `-D spread=1` puts every one on the same hot product.
\set customer random(1, 1000)
\set first random(1, :spread)
\set second random(:first + 1, 157)
with chosen as materialized (
    select uuidv7() as order_id,
           upper(substr(md5(random()::text), 1, 4)) || '-' || upper(substr(md5(random()::text), 1, 3)) || substr(md5(random()::text), 1, 6) as number,
           ('00000000-0000-7000-9000-' || lpad((:customer)::text, 12, '0'))::uuid as customer_id,
           ('00000000-0000-7000-8000-' || lpad((:first)::text, 12, '0'))::uuid as first_id,
           ('00000000-0000-7000-8000-' || lpad((:second)::text, 12, '0'))::uuid as second_id,
           now() as at
), stock as (
    update stock_level set reserved = reserved + 1
     where product_id in (select unnest(array[first_id, second_id]) from chosen order by 1)
    returning product_id
), placed as (
    insert into orders (id, number, status, customer_id, total, note, ordered_at, placed_at, placed_by, version)
    select order_id, number, 'pending', customer_id, 430.00, '', at, at, 'Demo program', 1 from chosen
), lines as (
    insert into order_line (order_id, line_number, product_id, sku, item, quantity, amount)
    select order_id, 1, first_id, 'G-001', 'whole milk', 1, 210.00 from chosen
    union all
    select order_id, 2, second_id, 'G-002', 'other vegetables', 1, 220.00 from chosen
), ledger as (
    insert into stock_movement (product_id, cause_id, kind, on_hand_delta, reserved_delta, order_id, moved_by, moved_at)
    select stock.product_id, order_id, 'order-placed', 0, 1, order_id, 'Demo program', at from chosen, stock
), timeline as (
    insert into order_event (order_id, seq, event, by_whom, at)
    select order_id, 1, 'placed', 'Demo program', at from chosen
), key as (
    insert into idempotent_answer (key_id, request_hash, status, content_type, location, etag, body, answered_at)
    select gen_random_uuid(), gen_random_uuid(), 201, 'application/json', '/api/v1/orders/' || number, '"1-0123456789abcdef"',
           repeat(md5(random()::text), 24), at from chosen
)
insert into message (id, order_id, occasion, phone, body, status, due_at, queued_at)
select uuidv7(), order_id, 'placed', '+254710000001',
       'Agizo: we have your order ' || number || ': whole milk, other vegetables. Total KES 430.00. We text you when it is accepted.',
       'queued', at, at from chosen;
