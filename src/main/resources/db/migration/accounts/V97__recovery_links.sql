-- The link that was last mailed to an address, good for minutes. Addresses without an account have one like the others.
create table recovery_link (
    address_hash bytea       primary key,     -- a link is void once the account has another address
    secret_hash  bytea       not null unique,
    account_id   uuid        references account on delete cascade,
    expires_at   timestamptz not null
);

create index recovery_link_expires_at on recovery_link (expires_at);
create index recovery_link_account on recovery_link (account_id);
