#!/usr/bin/env bash
# Creates the shop's role, which is no superuser, and its database. PostgreSQL's image runs it once, on an empty volume.
set -euo pipefail

psql --quiet --set=ON_ERROR_STOP=1 --username=postgres <<'SQL'
\set password `cat /run/secrets/database-password`
create role agizo login password :'password';
create database agizo owner agizo;
SQL
