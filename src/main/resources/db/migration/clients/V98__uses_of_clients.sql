-- What a client is for: what it may do by itself, and what it may ask to know of people who sign in to it.
alter table api_client
    add column acts_alone     boolean not null default true,
    add column profile_scopes text[]  not null default '{}';

update api_client set profile_scopes = '{profile,phone,email}' where redirect_uris <> '{}';

create or replace trigger api_client_changed
    after insert or delete or truncate
        or update of id, name, secret_hash, scopes, requests_per_minute, redirect_uris, post_logout_redirect_uris, acts_alone,
            profile_scopes on api_client
    for each statement execute function api_client_changed();
