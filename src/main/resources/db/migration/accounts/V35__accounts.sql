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

-- Sets of permissions to give to employees. Whoever has a role is allowed what it says at that moment.
create table employee_role (
    name        text    primary key,
    permissions text[]  not null, -- not read for the owner, who may do everything there is
    version     integer not null
);

-- The owner's role stays as it is; the others are a beginning, and the shop's to change.
insert into employee_role (name, permissions, version)
values ('owner', '{}', 1),
       ('manager', '{orders:read,orders:place,orders:edit,orders:decide,orders:fulfil,orders:cancel,orders:delete,products:write,stock:write,customers:read,customers:write,messages:read,messages:send,reports:read,employees:manage}', 1),
       ('cashier', '{orders:read,orders:place,orders:edit,orders:decide,orders:fulfil,orders:cancel,customers:read,customers:write,messages:read}', 1),
       ('packer', '{orders:read,orders:fulfil,stock:write}', 1);

-- Who works here, and what they may do. A row is read at each of their requests.
create table employee (
    id          uuid        primary key,
    account_id  uuid        unique references account on delete cascade, -- null until the invitation is accepted
    name        text,       -- whom the invitation is for: from its acceptance on, their account says who they are
    phone       text,
    email       text,
    role        text        references employee_role,
    permissions text[]      not null, -- given one by one; read only without a role
    state       text        not null check (state in ('invited', 'active', 'suspended')),
    version     integer     not null,
    created_at  timestamptz not null,
    constraint employee_is_somebody check (
        case when account_id is null then state = 'invited' and name is not null and phone is not null
             else state <> 'invited' and name is null and phone is null and email is null end),
    constraint owner_has_an_account check (role is distinct from 'owner' or account_id is not null)
);

create index employee_with_role on employee (role) where role is not null;

-- The link that an invited person was sent. Only a hash is kept, and one of an employee at a time.
create table invitation (
    employee_id uuid        primary key references employee on delete cascade,
    token_hash  text        not null unique,
    expires_at  timestamptz not null
);

-- The link that makes the first owner of a shop; at most one row.
create table set_up_link (
    only_one   boolean     primary key default true check (only_one),
    token_hash text        not null,
    expires_at timestamptz not null
);

-- Who a person is at another OpenID Connect issuer.
create table linked_identity (
    issuer     text        not null,
    subject    text        not null,
    account_id uuid        not null references account on delete cascade,
    linked_at  timestamptz not null,
    primary key (issuer, subject)
);

create index linked_identity_account on linked_identity (account_id);
