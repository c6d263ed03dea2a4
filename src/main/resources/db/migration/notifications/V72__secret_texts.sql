-- Texts whose words are nobody's to read but the addressee's. The body goes once it is sent, and at this time at the latest.
alter table message add column secret_until timestamptz;

create index message_secret on message (secret_until) where secret_until is not null and body is not null;
