# What the benches share, to be sourced: a shop on a data folder of its own, which is deleted in the end. Sets work, url, launch.
# shellcheck shell=bash disable=SC2034 # what is set here is used there
. .mvn/jdk.sh

work=$(mktemp -d)
export AGIZO_DATA_DIR=$work/data SERVER_PORT=${SERVER_PORT:-18080}
url=http://localhost:$SERVER_PORT
export JAVA_OPTS=${JAVA_OPTS:--Xmx512m -XX:+UseParallelGC -XX:+UseCompactObjectHeaders -XX:GCTimeRatio=19}
# shellcheck disable=SC2206 # the options are meant to be split
launch=("$JAVA_HOME/bin/java" $JAVA_OPTS -jar target/agizo.jar)
shop=
token= # of the demo's client, once a bench has asked for it
stop() {
  if [ -n "$shop" ]; then
    kill "$shop" 2>/dev/null || true
    wait "$shop" 2>/dev/null || true
  fi
  shop=
}
trap 'stop; rm -rf "$work"' EXIT

now_ms() { date +%s%3N; }

start() { # and prints the milliseconds until it is ready
  local began; began=$(now_ms)
  "${launch[@]}" >>"$work/shop.log" 2>&1 &
  shop=$!
  until curl -fs "$url/actuator/health/readiness" >/dev/null 2>&1; do
    kill -0 "$shop" 2>/dev/null || { cat "$work/shop.log" >&2; exit 1; }
    [ $(($(now_ms) - began)) -lt 60000 ] || { echo "the shop did not start within a minute" >&2; exit 1; }
    sleep 0.05
  done
  started_ms=$(($(now_ms) - began))
}

token() {
  curl -fs -u demo-api:demo-api-secret -d grant_type=client_credentials "$url/oauth2/token" | sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}

cookies() { # of a browser in which the demo's owner is signed in
  local jar=$work/cookies form
  form=$(curl -fs -c "$jar" "$url/login" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p')
  curl -fs -o /dev/null -b "$jar" -c "$jar" --data-urlencode "_csrf=${form%%$'\n'*}" \
    -d username=0711000101 -d password=karibu-dukani "$url/login"
  awk '!/^# / && NF >= 7 { printf "%s%s=%s", n++ ? "; " : "", $6, $7 }' "$jar"
}

upload() { # kind, file
  local id
  id=$(curl -fs -H "Authorization: Bearer $token" -H 'Content-Type: text/csv' --data-binary "@$2" "$url/api/v1/imports/$1" \
    | sed 's/.*"id":"\([^"]*\)".*/\1/')
  until curl -fs -H "Authorization: Bearer $token" "$url/api/v1/imports/$id" | grep -q '"state":"\(done\|failed\)"'; do sleep 0.01; done
  curl -fs -H "Authorization: Bearer $token" "$url/api/v1/imports/$id" | grep -q '"rejected":0' || { echo "the upload of $1 was refused" >&2; exit 1; }
}

fill() { # with the goods and the thousand customers that bench/orders.lua orders for; what each good is called is in $work/skus
  { cut -d, -f1 bench/data/baskets.csv; cut -d, -f2 bench/data/baskets.csv; } | sort -u \
    | awk '{printf "%s=G-%03d\n", $0, NR}' >"$work/skus"
  awk -F= 'BEGIN { print "sku,name,price,stock" } { printf "%s,\"%s\",%d.00,100000000\n", $2, $1, 50 + (NR * 37) % 400 }' "$work/skus" >"$work/products.csv"
  awk 'BEGIN { print "code,name,phone"; for (n = 1; n <= 1000; n++) printf "B-%d,Customer %d,+25471%07d\n", n, n, n }' >"$work/customers.csv"
  upload products "$work/products.csv"
  upload customers "$work/customers.csv"
}

row() { printf '| %-52s | %18s | %10s |\n' "$1" "$2" "${3:-}"; }

open_database() { # lets psql into the shop's own PostgreSQL, once it is sure that this is as durable as in earnest
  export PGHOST=127.0.0.1 PGUSER=agizo PGDATABASE=agizo
  PGPORT=$(sed -n 4p "$AGIZO_DATA_DIR/postgres/postmaster.pid") PGPASSWORD=$(cat "$AGIZO_DATA_DIR/postgres.password")
  export PGPORT PGPASSWORD
  durable=$(psql -Atc "select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')")
  [ "$durable" = "fsync=on full_page_writes=on synchronous_commit=on" ] || { echo "not durable: $durable" >&2; exit 1; }
}
