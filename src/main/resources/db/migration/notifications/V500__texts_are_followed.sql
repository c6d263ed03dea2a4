-- W3C's name of the leg of a trace in which a text was queued: whoever sends it goes on from there. Null for most.
alter table message add column traceparent text;
