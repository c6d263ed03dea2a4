-- People who sign in, be it to shop or to work here. A phone or an e-mail address stands here once its owner has proved
-- that it is theirs.
create table account (
    id            uuid        primary key, -- the "sub" of the person's tokens
    name          text        not null,
    phone         text        unique,      -- E.164
    email         text,
    locale        text        not null,
    password_hash text,                    -- as Spring Security writes it, with the name of the algorithm
    customer_id   uuid        unique references customer, -- whose orders are this person's own
    version       integer     not null,
    created_at    timestamptz not null
);

create unique index account_email on account (lower(email));

-- Ready-made sets of permissions to give to employees.
create table employee_role (
    name        text    primary key,
    permissions text[]  not null,
    version     integer not null
);

-- What a person may do who works here. A row is read at each of their requests.
create table employee (
    account_id  uuid        primary key references account,
    owner       boolean     not null,
    permissions text[]      not null,
    state       text        not null check (state in ('invited', 'active', 'suspended')),
    version     integer     not null,
    created_at  timestamptz not null,
    constraint owner_is_active check (not owner or state = 'active')
);

-- Who a person is at another OpenID Connect issuer.
create table linked_identity (
    issuer     text        not null,
    subject    text        not null,
    account_id uuid        not null references account,
    linked_at  timestamptz not null,
    primary key (issuer, subject)
);

create index linked_identity_account on linked_identity (account_id);
