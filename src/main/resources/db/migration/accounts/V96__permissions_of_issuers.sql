-- What another issuer says that a person may do here, as of the newest of its tokens that were seen.
alter table linked_identity
    add column permissions         text[]      not null default '{}',
    add column permissions_said_at timestamptz,
    add column permissions_until   timestamptz;
