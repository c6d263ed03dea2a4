alter table api_client
    add column requests_per_minute integer check (requests_per_minute > 0), -- null: what the shop's settings say
    add column old_secret_hash     text,        -- of the secret before, while that is still good
    add column old_secret_until    timestamptz,
    add column last_used_at        timestamptz, -- to the minute or so
    add column version             integer not null default 1;

create index api_client_created on api_client (created_at, id);

-- Rises with each change of what a client may do. Each replica reads it several times a second, and so knows that what it
-- remembers of clients still holds.
create table api_client_revision (
    only_row boolean primary key default true check (only_row),
    revision bigint  not null
);

insert into api_client_revision (revision) values (0);

create function api_client_changed() returns trigger language plpgsql as $$
begin
    update api_client_revision set revision = revision + 1;
    return null;
end
$$;

create trigger api_client_changed
    after insert or delete or truncate or update of id, name, secret_hash, scopes, requests_per_minute on api_client
    for each statement execute function api_client_changed();
