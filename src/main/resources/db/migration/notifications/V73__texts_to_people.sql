-- Texts that are about no order, found by whom they went to when that person wants them shown or erased.
create index message_to on message (phone) where order_id is null and phone is not null;
