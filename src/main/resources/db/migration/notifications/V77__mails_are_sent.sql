-- Mails go to a mail server as texts go to a gateway: one try at a time, again with growing pauses, and not for ever.
alter table mail
    add column person   uuid,         -- the account that it is about, with which it is erased wherever it went
    alter column body drop not null, -- erased once it is sent, or never will be
    add column status   text        not null default 'queued'
        check (status in ('queued', 'sending', 'sent', 'failed', 'dead', 'unknown')),
    add column attempts smallint    not null default 0,
    add column due_at   timestamptz,  -- the next try, or the moment at which its sender counts as lost
    add column detail   text;

update mail set due_at = queued_at;

create index mail_person on mail (person) where person is not null;
create index mail_due on mail (due_at) where due_at is not null;

-- Texts about somebody's account are erased with it, also where they went to a number that is no longer theirs.
alter table message add column person uuid;

create index message_person on message (person) where person is not null;
