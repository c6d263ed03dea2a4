-- A code and a link belong to whoever asked for them: who asks for another for the same number or address voids none.
-- Both tables hold minutes only, so this takes a moment.
alter table sign_in_code drop constraint sign_in_code_pkey;
alter table sign_in_code drop constraint sign_in_code_ticket_hash_key;
alter table sign_in_code add primary key (ticket_hash);

alter table recovery_link drop constraint recovery_link_pkey;
alter table recovery_link drop constraint recovery_link_secret_hash_key;
alter table recovery_link add primary key (secret_hash);
