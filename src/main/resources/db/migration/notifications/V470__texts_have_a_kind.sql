-- Texts about an order, and codes, go out at any hour. Others were asked for: these go out by day, and end with a word to stop.
alter table message add column kind text not null default 'transactional';
alter table message add constraint message_kind check (kind in ('transactional', 'asked-for')) not valid; -- new rows only: no scan

-- What was asked for and not yet erased: a few rows, whose numbers go a day after the text went out.
create index message_asked_for on message (queued_at) where kind = 'asked-for' and phone is not null;

-- Numbers whose owners want none of what they may once have asked for. Kept as hashes, so that the wish outlives the
-- person's record and says nothing to whoever reads the table.
create table opt_out (
    number_hash bytea       primary key,
    at          timestamptz not null,
    said        text        not null -- the word, or that the network told
);

create function opted_out(phone text) returns boolean language sql stable as $$
    select exists (select from opt_out where number_hash = sha256(convert_to(phone, 'UTF8')))
$$;

-- Texts to the shop that changed something, so that a gateway that repeats one changes nothing twice.
create table heard_text (
    id       text        primary key,
    heard_at timestamptz not null
);

create index heard_text_at on heard_text (heard_at);
