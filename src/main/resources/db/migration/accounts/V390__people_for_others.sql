-- Who has an account, for other modules to read.
create view account_person as
select id, name, phone, email, customer_id
  from account;

-- What other issuers say at this moment that people may do here, for other modules to read.
create view account_permission as
select account_id, permission
  from linked_identity, unnest(permissions) as permission
 where permissions_until > now();
