-- The first answer under each idempotency key, given again to a repeat.
create table idempotent_answer (
    key_id       uuid        primary key, -- hash of the caller and the key
    request_hash uuid        not null,
    status       smallint    not null,
    content_type text        not null,
    location     text,
    etag         text,
    body         text        not null,
    answered_at  timestamptz not null
);

-- Rows lie in the order they were answered in, so a block range index is enough to find the expired ones.
create index idempotent_answer_expiry on idempotent_answer using brin (answered_at);
