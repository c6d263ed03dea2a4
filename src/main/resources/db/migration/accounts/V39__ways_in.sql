-- The code that was last texted to a number, good for minutes. Each number has one at a time.
create table sign_in_code (
    phone         text        primary key,     -- E.164
    ticket_hash   bytea       not null unique, -- of what only the browser has that asked for it
    code_hash     bytea       not null,        -- of that ticket and the code: the code alone would be guessed from its hash
    tries         integer     not null,
    expires_at    timestamptz not null,
    account_id    uuid        references account on delete cascade, -- who wants this number for their account
    name          text,                        -- of who wants an account
    password_hash text                         -- that the new account is to have
);

create index sign_in_code_expires_at on sign_in_code (expires_at);

-- Passkeys, in the shape that Spring Security reads and writes; its name for a person is the id of their account.
create table user_entities (
    id           varchar(1000) primary key,
    name         varchar(100)  not null unique,
    display_name varchar(200),
    account_id   uuid          generated always as (name::uuid) stored references account on delete cascade
);

create index user_entities_account on user_entities (account_id);

create table user_credentials (
    credential_id                varchar(1000) primary key,
    user_entity_user_id          varchar(1000) not null references user_entities on delete cascade,
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);

create index user_credentials_user on user_credentials (user_entity_user_id);

-- The authenticator app of a person. The secret is kept as it is, like the keys that sign the tokens of this shop: whoever
-- reads this database needs no sign-in any more, and a key beside it would have to be handed to every replica by hand.
create table authenticator (
    account_id uuid        primary key references account on delete cascade,
    secret     bytea       not null,
    confirmed  boolean     not null, -- the person has shown that their app knows it
    last_step  bigint      not null, -- of the last code that was taken: none is taken twice
    added_at   timestamptz not null
);

-- For the day on which the app is lost; each is good once.
create table recovery_code (
    account_id uuid  not null references account on delete cascade,
    code_hash  bytea not null,
    primary key (account_id, code_hash)
);
