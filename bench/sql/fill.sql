-- Fills an empty shop with as much as a big one has after ten years: `psql -v products=… -v customers=… -v orders=…`.
-- 100 categories, one with half of the products; names of words that hold from a quarter of the shop down to a handful;
-- one customer with a hundredth of all orders and nine with a thousandth each; 97 of 100 orders fulfilled, and only the
-- latest of all still open. Every order has two lines and its timeline. Texts are there for the latest twentieth of the
-- orders. The ledger holds the opening of each product and no orders, for no list reads more of it. One product of a
-- thousand is out of stock.
\set ON_ERROR_STOP on
\pset format unaligned
\pset tuples_only on
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
set work_mem = '256MB';
set plan_cache_mode = force_custom_plan;
set statement_timeout = 0;
select setseed(0.25) \g /dev/null

-- Indexes are made again when the rows are there, which takes a fraction of the time; foreign keys lean on them, so they go
-- first and come last. The key of products stays: the triggers that list what is in stock look each product up by it.
create table bench_index as
select conrelid::regclass as of, conname as name, 'alter table ' || conrelid::regclass || ' drop constraint ' || conname as drop,
       'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' ' || pg_get_constraintdef(oid) as make,
       case contype when 'f' then 0 else 1 end as step
  from pg_constraint
 where case contype when 'f' then confrelid else conrelid end::regclass::text in ('product', 'customer', 'orders', 'order_line', 'order_event', 'message', 'product_availability')
   and contype in ('p', 'u', 'f') and conname <> 'product_pkey'
union all
select i.indrelid::regclass, i.indexrelid::regclass::text, 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), 2
  from pg_index i
 where i.indrelid::regclass::text in ('product', 'customer', 'orders', 'order_line', 'order_event', 'message', 'product_availability')
   and not exists (select from pg_constraint c where c.conindid = i.indexrelid);
select drop from bench_index order by step \gexec

-- Products: newest last, as ids rise with time.
insert into product (id, sku, name, description, price, category, visible, version, created_at)
select uuidv7(at - now()), 'P-' || lpad(n::text, 7, '0'),
       ('{Kericho,Amani,Baraka,Tausi,Simba,Mawingu,Nyota,Upendo,Jua,Safari,Tamu,Bora,Hodari,Imara,Karibu,Lulu,Mto,Ndovu,
                    Pwani,Rafiki,Sokoni,Twiga,Umoja,Vuma,Wema,Yai,Zawadi,Asili,Bahari,Chui,Dhahabu,Embe,Fahari,Gari,Heri,Ibada,
                    Jamii,Kito,Lengo,Maji,Nuru,Onyesha,Pendo,Rangi,Sauti,Tembo,Ukoo,Vito,Wimbo,Zulu}'::text[])[1 + floor(50 * random() ^ 3)::int]
         || ' ' || ('{fresh,organic,premium,classic,family,travel,mini,giant,golden,wild,soft,strong,red,green,blue,white}'::text[])[1 + floor(16 * random() ^ 2)::int]
         || ' ' || (('{tea,coffee,sugar,flour,rice,beans,maize,salt,honey,milk,butter,bread,soap,candle,match,lamp,radio,phone,
                       charger,cable,battery,torch,shirt,dress,shoes,socks,belt,hat,scarf,bag,basket,bucket,spoon,plate,cup,pot,
                       kettle,stove,knife,broom,brush,towel,blanket,pillow,mattress,chair,table,shelf,hammer,nail,saw,rope,paint,
                       seed,hoe,fence,book,pen,ruler,ball}'::text[])[1 + (category * 3 + floor(random() ^ 2 * 6)::int) % 60])
         || ' ' || case when n % 20000 = 7 then 'heirloom' else (array[50, 100, 200, 250, 500, 750])[1 + n % 6]::text end || ' g',
       'Loose and light, packed by hand near Nairobi.',
       10 * (1 + category) + floor(random() * 500), 'Category ' || lpad(category::text, 2, '0'), n % 50 > 0, 1, at
  from (select n, floor(100 * random() ^ 6.64)::int as category, timestamptz '2016-11-22' + (interval '10 years' - interval '1 day') * (n::float / :products) as at
          from generate_series(1, :products) n order by n) p;

insert into stock_level (product_id, on_hand, reserved)
select id, case when row_number() over (order by id) % 1000 = 501 then 0 else 1000000 end, 0 from product where sku like 'P-%' order by id;

insert into stock_movement (product_id, cause_id, kind, on_hand_delta, reserved_delta, moved_by, moved_at)
select l.product_id, uuidv7(), 'opening', l.on_hand, 0, 'bench', now() from stock_level l join product p on p.id = l.product_id where l.on_hand > 0 and p.sku like 'P-%';

-- Customers.
insert into customer (id, code, name, phone, locale, version, created_at)
select uuidv7(at - now()), 'C-' || lpad(n::text, 7, '0'),
       ('{Amina,Wanjiru,Otieno,Achieng,Kamau,Njeri,Baraka,Zawadi,Mwangi,Atieno,Juma,Halima,Kipchoge,Chebet,Moraa,Nyambura,
                    Hassan,Fatuma,Omondi,Akinyi,Muthoni,Kariuki,Wambui,Maina,Naliaka,Wekesa,Barasa,Nekesa,Mutua,Mwende,Musyoka,
                    Ndanu,Katana,Kadzo,Charo,Dama,Lokiru,Nakiru,Ekai,Apiyo,Ali,Zainab,Yusuf,Rehema,Salim,Mariam,Abdi,Hodan,
                    Guleid,Ifrah}'::text[])[1 + floor(50 * random() ^ 2)::int]
         || ' ' || case when n % 50000 = 11 then 'Quetzalcoatl'
              else ('{Odhiambo,Kimani,Wafula,Cheruiyot,Mutiso,Njoroge,Onyango,Kiptoo,Abdalla,Mohamed,Gitau,Waweru,Simiyu,
                    Koech,Ndungu,Owino,Rotich,Muli,Karanja,Were,Langat,Kilonzo,Macharia,Okoth,Bett,Nzomo,Githinji,Ouma,Sang,Musau,
                    Wainaina,Oduor,Kirui,Kyalo,Gichuru,Opiyo,Chepkoech,Mbithi,Thuo,Ogola}'::text[])[1 + floor(40 * random() ^ 2)::int] end,
       '+2547' || lpad((n::bigint * 48271 % 100000000)::text, 8, '0'), case when n % 3 = 0 then 'sw' else 'en' end, 1, at
  from (select n, timestamptz '2016-11-22' + (interval '10 years' - interval '1 day') * (n::float / :customers) as at
          from generate_series(1, :customers) n order by n) c;

-- Orders, a tenth at a time.
create unlogged table bench_product as
select row_number() over (order by id)::int as n, id, sku, name, price from product;
create unlogged table bench_customer as
select row_number() over (order by id)::int as n, id, phone from customer;
analyze bench_product, bench_customer;

create unlogged table bench_basket (
    id uuid, number text, status text, customer_id uuid, phone text, at timestamptz,
    first_id uuid, first_sku text, first_item text, first_price numeric, second_id uuid, second_sku text, second_item text, second_price numeric);

create procedure bench_orders(part int, orders int, products int, customers int) language plpgsql as $$
begin
    truncate bench_basket;
    insert into bench_basket
    select uuidv7(o.at - now()), o.number,
           case when o.left_over < orders / 2000 then 'pending' when o.left_over < orders / 1000 then 'accepted'
                when o.fate < 0.01 then 'rejected' when o.fate < 0.02 then 'cancelled' when o.fate < 0.03 then 'returned' else 'fulfilled' end,
           c.id, c.phone, o.at, a.id, a.sku, a.name, a.price, b.id, b.sku, b.name, b.price
      from (select timestamptz '2016-11-22' + (interval '10 years' - interval '1 hour') * (n::float / orders) as at, orders - n as left_over,
                   random() as fate,
                   -- Every number once, and scattered like numbers that are drawn.
                   substr(letters, 1 + (mixed & 31)::int, 1) || substr(letters, 1 + (mixed >> 5 & 31)::int, 1)
                     || substr(letters, 1 + (mixed >> 10 & 31)::int, 1) || substr(letters, 1 + (mixed >> 15 & 31)::int, 1) || '-'
                     || substr(letters, 1 + (mixed >> 20 & 31)::int, 1) || substr(letters, 1 + (mixed >> 25 & 31)::int, 1)
                     || substr(letters, 1 + (mixed >> 30 & 31)::int, 1) as number,
                   case when pick < 0.01 then 1 when pick < 0.019 then 2 + floor((pick - 0.01) * 1000)::int
                        else 1 + floor(random() * customers)::int end as customer,
                   1 + floor(products * random() ^ 2)::int as first, 1 + floor(products * random())::int as second
              from (select n, random() as pick, (n::bigint * 2654435761) & 34359738367 as mixed, '0123456789ABCDEFGHJKMNPQRSTVWXYZ' as letters
                      from generate_series(part * (orders / 10) + 1, (part + 1) * (orders / 10)) n) drawn) o
      join bench_customer c on c.n = o.customer
      join bench_product a on a.n = o.first
      join bench_product b on b.n = o.second;
    insert into orders (id, number, status, customer_id, total, note, ordered_at, placed_at, placed_by, version)
    select id, number, status, customer_id, 2 * first_price + second_price, '', at, at, 'Bench',
           case status when 'pending' then 1 when 'accepted' then 2 when 'rejected' then 2 when 'cancelled' then 2 when 'fulfilled' then 3 else 4 end
      from bench_basket order by at;
    insert into order_line (order_id, line_number, product_id, sku, item, quantity, amount, fulfilled)
    select id, line_number, product_id, sku, item, quantity, amount, case when status in ('fulfilled', 'returned') then quantity else 0 end
      from (select * from bench_basket order by at) basket,
           lateral (values (1, first_id, first_sku, first_item, 2, first_price), (2, second_id, second_sku, second_item, 1, second_price))
             as line (line_number, product_id, sku, item, quantity, amount);
    insert into order_event (order_id, seq, event, by_whom, at)
    select id, seq, event, 'Bench', at + (seq - 1) * interval '2 hours'
      from (select * from bench_basket order by at) basket,
           lateral unnest(case status when 'pending' then '{placed}' when 'accepted' then '{placed,accepted}' when 'rejected' then '{placed,rejected}'
                                      when 'cancelled' then '{placed,cancelled}' when 'fulfilled' then '{placed,accepted,fulfilled}'
                                      else '{placed,accepted,fulfilled,returned}' end::text[]) with ordinality as step (event, seq);
    if part = 9 then
        insert into message (id, order_id, occasion, phone, body, status, attempts, queued_at, sent_at, gateway, gateway_id)
        select uuidv7(at + (seq - 1) * interval '2 hours' - now()), id, event, phone,
               'Bench: order ' || number || ' of ' || first_item || ', ' || second_item || ': ' || event || '.',
               case when seq = 1 and mod(extract(epoch from at)::bigint, 50) = 0 then 'failed' else 'delivered' end, 1,
               at + (seq - 1) * interval '2 hours', at + (seq - 1) * interval '2 hours', 'bench', number || seq
          from (select * from bench_basket order by at desc limit orders / 20) latest,
               lateral unnest(case when status in ('accepted', 'fulfilled') then '{placed,accepted}' else '{placed}' end::text[]) with ordinality as step (event, seq)
         order by 1;
    end if;
end $$;

select format('call bench_orders(%s, %s, %s, %s)', part, :orders, :products, :customers) from generate_series(0, 9) part \gexec

select make from bench_index order by step = 0, step, make \gexec

drop procedure bench_orders;
drop table bench_index, bench_product, bench_customer, bench_basket;
set vacuum_cost_delay = 0;
vacuum (analyze) product, product_availability, stock_level, customer, search_word, orders, order_line, order_event, message;
