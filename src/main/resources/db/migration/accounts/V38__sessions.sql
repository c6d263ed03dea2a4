-- The sessions of browsers, in the shape that Spring Session reads and writes. A session's principal is the id of an account.
create table spring_session (
    primary_id            char(36)     primary key,
    session_id            varchar(64)  not null unique, -- 256 random bits, Base64
    creation_time         bigint       not null,        -- milliseconds since 1970, as all times here
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,        -- seconds
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);

create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- How much of what costs or guesses something was used up: by whom (a hash of the kind and of the account, number or network)
-- and until when. A row is worth nothing once that moment has passed.
create table sign_in_allowance (
    who        bytea       primary key,
    used_until timestamptz not null
);

create index sign_in_allowance_used_until on sign_in_allowance (used_until);

-- Browsers in which someone has signed in to an account before. Whoever guesses passwords elsewhere does not slow these down.
create table known_device (
    token_hash bytea       not null,
    account_id uuid        not null references account on delete cascade,
    seen_at    timestamptz not null,
    primary key (token_hash, account_id)
);

create index known_device_account on known_device (account_id);
create index known_device_seen_at on known_device (seen_at);
