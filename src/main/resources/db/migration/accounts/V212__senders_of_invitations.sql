-- By whom the link was sent, by the id of an account or of an API client: it is good as long as they could still send it. A link
-- that an earlier release sent has none, and is good for nothing.
alter table invitation add column sent_by text;

create index invitation_sent_by on invitation (sent_by);
