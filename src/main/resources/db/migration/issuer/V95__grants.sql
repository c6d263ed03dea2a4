-- Where an API client may send people back to; one without such an address signs nobody in.
alter table api_client
    add column redirect_uris             text[] not null default '{}',
    add column post_logout_redirect_uris text[] not null default '{}';

-- What a person lets a client do, from the request to sign in until it ends. No secret in it is kept in clear:
-- each *_hash is the SHA-256 of 128 random bits or more, in hexadecimal.
create table oauth_grant (
    id             uuid        primary key, -- the "sid" of its tokens
    client_id      text        not null,
    account_id     uuid        not null references account on delete cascade,
    scopes         text[]      not null,    -- what is asked for, and once there is a code, what is granted
    redirect_uri   text,
    state          text,                    -- the client's own
    nonce          text,
    code_challenge text        not null,    -- RFC 7636, S256
    signed_in_at   timestamptz not null,
    consent_hash   text        unique,      -- of what the consent page proves itself with
    code_hash      text        unique,
    code_used      boolean     not null default false,
    family_hash    text        unique,      -- of the part that all refresh tokens of the grant share
    refresh_hash   text,                    -- of the one that is good
    started_at     timestamptz not null,
    expires_at     timestamptz not null
);

create index oauth_grant_account on oauth_grant (account_id);
create index oauth_grant_expiry on oauth_grant (expires_at);

-- What a person has agreed to let a client do, so that they are not asked again.
create table oauth_consent (
    account_id uuid        not null references account on delete cascade,
    client_id  text        not null,
    scopes     text[]      not null,
    given_at   timestamptz not null,
    primary key (account_id, client_id)
);

-- Where clients send people back to counts as what a client may do.
create or replace trigger api_client_changed
    after insert or delete or truncate
        or update of id, name, secret_hash, scopes, requests_per_minute, redirect_uris, post_logout_redirect_uris on api_client
    for each statement execute function api_client_changed();
