-- An upload, how far it has come, and who works on it.
create table import (
    id            uuid        primary key,
    kind          text        not null check (kind in ('customers', 'products', 'orders')),
    format        text        not null check (format in ('csv', 'ndjson')),
    dry_run       boolean     not null,
    texted        boolean     not null,
    caller_id     text        not null,
    caller_name   text        not null,
    state         text        not null check (state in ('arriving', 'queued', 'running', 'done', 'failed')),
    begun_at      timestamptz not null,
    queued_at     timestamptz,
    finished_at   timestamptz,
    staged        boolean     not null default false,
    read_rows     integer     not null default 0,
    accepted      integer     not null default 0,
    rejected      integer     not null default 0,
    applied_group integer     not null default 0, -- up to this row of import_row everything is applied
    applied_row   integer     not null default 0,
    attempts      smallint    not null default 0, -- since it last came further
    lease_id      uuid,
    leased_until  timestamptz,
    version       integer     not null default 1
);

-- What is still to be worked off: short, however many uploads there have been.
create index import_waiting on import (queued_at, id) where state in ('queued', 'running');

-- The file as it came, in pieces; gone once the upload is worked off.
create table import_chunk (
    import_id uuid    not null,
    seq       integer not null,
    bytes     bytea   not null,
    primary key (import_id, seq)
);

-- Pieces live for seconds: compressing them would cost more than it saves.
alter table import_chunk alter column bytes set storage external;

-- The first row of each code, SKU or reference in a file.
create table import_key (
    import_id uuid    not null,
    key       text    not null,
    group_row integer not null,
    primary key (import_id, key)
);

-- The rows of a file that was read to its end, those that belong together side by side.
create table import_row (
    import_id  uuid    not null,
    group_row  integer not null, -- the first row with the same key, or the row itself
    row_number integer not null,
    cells      text    not null,
    primary key (import_id, group_row, row_number)
);

create table import_error (
    import_id  uuid     not null,
    row_number integer  not null, -- 0 for the file as a whole
    seq        smallint not null,
    field      text,
    message    text     not null,
    primary key (import_id, row_number, seq)
);
