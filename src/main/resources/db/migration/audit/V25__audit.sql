-- Who did what about the security of the shop. It names people and programs by their ids only, so a row can stay for good;
-- the address is personal data and goes after a while.
create table audit_event (
    id           uuid        primary key,
    at           timestamptz not null,
    event        text        not null, -- one of the words of the application's AuditEvent
    actor_kind   text        not null,
    actor_id     text,
    subject_kind text,                 -- what the event is about, if it is not the actor
    subject_id   text,
    detail       jsonb       not null,
    times        integer     not null check (times > 0), -- how often it happened, where repeats share a row
    address      text                  -- where the request came from
);

create index audit_event_at on audit_event (at, id);
create index audit_event_event on audit_event (event, at, id);
create index audit_event_actor on audit_event (actor_id, at, id);
create index audit_event_actor_event on audit_event (actor_id, event, at, id);
create index audit_event_address on audit_event (at) where address is not null;

-- Lets nobody rewrite the past, not even the application: all that may ever change is that an address is forgotten.
create function audit_event_is_kept() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        old.address := null;
        if new is not distinct from old then
            return new;
        end if;
    end if;
    raise exception 'audit_event is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_event_rows_are_kept before update or delete on audit_event
    for each row execute function audit_event_is_kept();

create trigger audit_event_is_not_emptied before truncate on audit_event
    for each statement execute function audit_event_is_kept();
