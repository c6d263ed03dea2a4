-- The delivered, too: where reports are off or late there may be none, and their list would look for them through all texts.
-- A text that changes its status has its row written anew in every index; one entry more goes to the end of this one.
drop index message_by_status;
create index message_by_status on message (status, id) where status in ('sent', 'delivered', 'failed', 'unknown', 'dead');
