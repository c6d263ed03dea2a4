-- Mails that are of use for minutes only, and are erased then.
create table mail (
    id         uuid        primary key,
    address    text        not null,
    subject    text        not null,
    body       text        not null,
    queued_at  timestamptz not null,
    good_until timestamptz not null
);

create index mail_good_until on mail (good_until);
create index mail_address on mail (lower(address));
