-- A step that somebody takes with many orders, how far it has come, and who works on it.
create table many_orders (
    id           uuid        primary key,
    key          uuid        unique,   -- a second press is the same job
    action       text        not null check (action in ('accept', 'reject', 'fulfil', 'cancel')),
    reason       text,
    caller_id    text        not null,
    permissions  text[]      not null, -- what the caller held when they asked; what is taken away since stops the job
    state        text        not null check (state in ('queued', 'running', 'done', 'stopped', 'failed')),
    total        integer     not null,
    reached      integer     not null default 0, -- up to this seq of many_orders_order each went or was refused
    refused      integer     not null default 0, -- how many of those were refused
    asked_at     timestamptz not null,
    finished_at  timestamptz,
    attempts     smallint    not null default 0, -- since it last came further
    lease_id     uuid,
    leased_until timestamptz,
    version      integer     not null default 1
);

-- What is still to be worked off: short, however many jobs there have been.
create index many_orders_waiting on many_orders (asked_at, id) where state in ('queued', 'running');
create index many_orders_finished on many_orders (finished_at) where finished_at is not null;

-- The orders of a job, as they were found when it was asked for.
create table many_orders_order (
    job_id uuid    not null,
    seq    integer not null,
    number text    not null,
    primary key (job_id, seq)
);

-- Why an order stayed as it was.
create table many_orders_refusal (
    job_id  uuid        not null,
    seq     integer     not null,
    why     text        not null,
    message text        not null,
    present text,        -- where the order stands instead
    by_whom text,        -- who took it there, and when
    at      timestamptz,
    primary key (job_id, seq)
);
