-- What the secrets in the links of orders are made with; whoever reads it can open the page of every order. It is drawn
-- once and on no replica: two random UUIDs of PostgreSQL, from its own source for secrets, are 244 bits.
create table order_link_key (
    only_one boolean     primary key default true check (only_one),
    key      bytea       not null,
    drawn_at timestamptz not null
);

insert into order_link_key (key, drawn_at)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), now());
