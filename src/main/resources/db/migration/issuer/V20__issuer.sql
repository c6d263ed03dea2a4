-- Programs that may ask for access tokens.
create table api_client (
    id          text        primary key, -- the client_id
    name        text        not null,
    secret_hash text        not null,    -- SHA-256 of 256 random bits, in hexadecimal
    scopes      text[]      not null,
    created_at  timestamptz not null
);

-- What signs access tokens. A retired key signs and proves nothing any more.
create table signing_key (
    id          uuid        primary key, -- the kid
    jwk         text        not null,    -- RFC 7517, with the private part
    created_at  timestamptz not null,
    retired_at  timestamptz
);
