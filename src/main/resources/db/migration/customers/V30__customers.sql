create extension if not exists pg_trgm;

create table customer (
    id         uuid        primary key,
    code       text        not null,
    name       text,
    phone      text,
    email      text,
    locale     text        not null,
    version    integer     not null,
    created_at timestamptz not null,
    erased_at  timestamptz,
    constraint customer_erased_is_empty check (erased_at is null or (name is null and phone is null and email is null)),
    constraint customer_has_a_name check (erased_at is not null or name is not null)
);

-- The code of an erased customer may be given again.
create unique index customer_code on customer (code) where erased_at is null;
create index customer_phone on customer (phone) where phone is not null;

-- Finds a part of a code, a name or a phone; the text is the one that CustomerStore asks about.
create index customer_search on customer
 using gin ((' ' || code || ' ' || name || ' ' || coalesce(phone, '')) gin_trgm_ops) where erased_at is null;
