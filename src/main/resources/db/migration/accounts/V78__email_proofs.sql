-- The address that a person wants for their account, until they have followed the link that was mailed to it.
create table email_proof (
    account_id  uuid        primary key references account on delete cascade,
    address     text        not null,
    secret_hash bytea       not null unique,
    expires_at  timestamptz not null
);

create index email_proof_expires_at on email_proof (expires_at);

alter table sign_in_code
    add column email       text, -- to which a link is mailed once the account is there
    add column set_up_link text; -- the hash of the one by which this number becomes the first owner's
