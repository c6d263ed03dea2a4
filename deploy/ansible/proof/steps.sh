# The steps of `prove`, to be sourced by it.
# shellcheck shell=bash disable=SC2154 # what is used here is set there

lint() {
  if command -v shellcheck >/dev/null; then shellcheck -x "$here/prove" "$here/proof/systemctl" "$here/proof/steps.sh"; fi
  if command -v yamllint >/dev/null; then yamllint --strict --config-file "$here/../../.yamllint.yaml" "$here"; fi
  if command -v ansible-lint >/dev/null; then (cd "$here" && ansible-lint --offline --strict --profile production); fi
}

bare_tree() {
  if [[ -n $cached ]]; then
    cp -a "$cached" "$tree"
  else
    debootstrap --variant=minbase --include=ca-certificates,python3 "$release" "$tree" http://deb.debian.org/debian >"$work/debootstrap.log"
  fi
  cat >"$tree/etc/apt/sources.list" <<SOURCES
deb http://deb.debian.org/debian $release main
deb http://deb.debian.org/debian $release-updates main
deb http://deb.debian.org/debian-security $release-security main
SOURCES
  cp /etc/resolv.conf "$tree/etc/resolv.conf"
  mount -t proc proc "$tree/proc"
  mount -t tmpfs -o mode=755 dev "$tree/dev"
  local device
  for device in null:3 zero:5 full:7 random:8 urandom:9; do mknod -m 666 "$tree/dev/${device%:*}" c 1 "${device#*:}"; done
  mkdir -m 1777 "$tree/dev/shm"
  ln -s /proc/self/fd "$tree/dev/fd"
  # No package may start anything by itself.
  install -m 755 /dev/stdin "$tree/usr/sbin/policy-rc.d" <<<$'#!/bin/sh\nexit 101'
  inside apt-get -qq update
  inside env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends systemd-sysv python3-seccomp >"$work/apt.log" 2>&1
  install -m 755 "$here/proof/systemctl" "$tree/usr/local/bin/systemctl"
  install -m 755 "$here/proof/sandbox" "$tree/usr/local/lib/sandbox"
}

releases() {
  local version folder=$work/unpacked
  mkdir "$work/archives" "$folder"
  tar -C "$folder" --strip-components=1 -xzf "$archive"
  for version in 0.0.1 0.0.2 0.0.3; do
    if [[ $version == 0.0.3 ]]; then
      install -m 755 /dev/stdin "$folder/bin/agizo" <<<$'#!/bin/sh\n[ "$#" -gt 0 ] || exec sleep infinity'
    fi
    tar -C "$folder" -I 'gzip -1' --transform "s|^\.|agizo-$version|" -cf "$work/archives/agizo-$version.tar.gz" .
    (cd "$work/archives" && sha256sum "agizo-$version.tar.gz" >"agizo-$version.tar.gz.sha256")
  done
  rm -r "$folder"
}

converge() { # version, more arguments
  ansible-playbook -i "$here/proof/inventory.yml" -e "proof_tree=$tree" -e "proof_archives=$work/archives" \
    -e "proof_ports=$ports" -e proof_ready_seconds=90 -e "proof_version=$1" "${@:2}" "$here/site.yml"
}

check_configurations() {
  inside nft -c -f /etc/nftables.conf
  # Loaded for real, into a network of its own.
  unshare --net chroot "$tree" /usr/sbin/nft -f /etc/nftables.conf
  inside runuser -u caddy -- env HOME=/var/lib/caddy caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile 2>&1 | tail -n 1
  inside sshd -t
  inside visudo -c
  inside apt-config dump | grep 'APT::Periodic::Unattended-Upgrade "1"' >/dev/null || fail "security updates are off"
  local unit
  for unit in agizo@1.service agizo-backup.service agizo-backup.timer; do
    inside systemd-analyze verify --man=no "$unit"
  done
  for unit in agizo@.service agizo-backup.service; do
    cp "$tree/etc/systemd/system/$unit" "$work/${unit/@/}"
    systemd-analyze security --offline=true --threshold=20 --no-pager "$work/${unit/@/}" | tail -n 1
  done
}

check_modes() {
  local mode owner path found
  while read -r mode owner path; do
    found=$(inside stat -c '%a %U:%G' "$path")
    [[ $found == "$mode $owner" ]] || fail "$path has $found, must have $mode $owner"
  done <<'MODES'
640 root:agizo /etc/agizo/agizo.env
640 root:agizo /etc/agizo/instances/1.env
640 root:agizo /etc/agizo/instances/2.env
750 root:agizo /etc/agizo
700 agizo:agizo /var/lib/agizo
755 root:root /opt/agizo/releases/0.0.1
755 root:root /opt/agizo/releases/0.0.1/bin/agizo
644 root:root /opt/agizo/releases/0.0.1/lib/agizo.jar
640 root:caddy /etc/caddy/Caddyfile
440 root:root /etc/sudoers.d/60-shop
600 amina:amina /home/amina/.ssh/authorized_keys
644 root:root /etc/nftables.conf
700 agizo:agizo /var/backups/agizo
MODES
  [[ -z $(inside find /opt/agizo -perm /022 -not -type l) ]] || fail "somebody besides root may write to a release"
  [[ -z $(inside find /opt/agizo -not -user root) ]] || fail "the shop owns a part of its release"
}

check_database() {
  local name value
  while read -r name value; do
    [[ $(sql "show $name") == "$value" ]] || fail "$name is $(sql "show $name"), must be $value"
  done <<'SETTINGS'
fsync on
synchronous_commit on
full_page_writes on
password_encryption scram-sha-256
listen_addresses 127.0.0.1
log_parameter_max_length_on_error 0
SETTINGS
  [[ $(sql "select rolsuper or rolcreaterole from pg_roles where rolname = 'agizo'") == f ]] || fail "the shop's role may too much"
  [[ $(sql "select count(*) from pg_available_extensions where name in ('pg_trgm', 'unaccent')") == 2 ]] || fail "extensions are missing"
  if inside env PGPASSWORD=wrong psql -h 127.0.0.1 -p "$((ports + 32))" -U agizo -Atc 'select 1' 2>/dev/null; then
    fail "a wrong password opens the database"
  fi
}

sql() { inside runuser -u postgres -- psql -p "$((ports + 32))" -AtXc "$1"; }

start_proxy() {
  inside systemctl start caddy.service
  local authority=$tree/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt
  timeout 30 bash -c "until [[ -s $authority ]]; do sleep 0.2; done"
  cp "$authority" "$work/authority.pem"
  timeout 30 bash -c "until curl -fs -o /dev/null --cacert $work/authority.pem https://localhost:$https/; do sleep 0.2; done"
}

handshake() { # options of openssl that name a version of TLS
  openssl s_client -connect "localhost:$https" -servername localhost -CAfile "$work/authority.pem" -verify_return_error "$@" </dev/null
}

check_tls() {
  local refused
  refused=$(handshake -tls1_1 -cipher 'DEFAULT@SECLEVEL=0' 2>&1) && fail "TLS 1.1 is accepted"
  grep -q 'alert protocol version' <<<"$refused" || fail "TLS 1.1 is refused for another reason: $refused"
  handshake -tls1_2 2>/dev/null | grep 'Cipher is' || fail "TLS 1.2 is refused"
  handshake -tls1_3 2>/dev/null | grep 'Cipher is' || fail "TLS 1.3 is refused"
  if handshake -tls1_2 -cipher AES128-SHA >/dev/null 2>&1; then fail "a weak cipher is accepted"; fi
  echo "TLS 1.1 and weak ciphers are refused"
}

status() { shop -o /dev/null -w '%{http_code}' "$@"; }

check_pages() {
  local page=https://localhost:$https
  shop "$page/" | grep '<html' >/dev/null || fail "no page comes through the proxy"
  shop -D - -o /dev/null "$page/" | grep -i '^strict-transport-security'
  [[ $(status "$page/api/v1/products") == 200 ]] || fail "no products"
  [[ $(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$((ports + 42))/") == 308 ]] || fail "HTTP does not lead to HTTPS"
  local inner
  for inner in /actuator/prometheus /actuator/health /readyz /livez; do
    [[ $(status "$page$inner") == 404 ]] || fail "$inner is open to the world"
  done
  [[ $(head -c 12000000 /dev/zero | status -H 'Content-Type: application/json' --data-binary @- "$page/api/v1/carts") == 413 ]] \
    || fail "a body of 12 MB is not refused"
  # An event stream is passed on as it comes: its first line is here long before it ends.
  local heard
  heard=$(shop -N --max-time 5 "$page/events?sku=NONE" 2>&1 || true)
  grep -q '^retry:\|^id:\|^data:\|^:' <<<"$heard" || fail "event streams are held back: $heard"
}

load() { # writes the status of each request to a file until the file "stop" is there
  local page=https://localhost:$https
  while [[ ! -e $work/stop ]]; do
    status "$page/" || true
    echo " page"
    status "$page/api/v1/products" || true
    echo " products"
    status -X POST "$page/api/v1/carts" || true
    echo " cart"
  done
}

under_load() { # runs a command meanwhile, then tells what was lost; gives the command's result
  rm -f "$work/stop" "$work"/load.*
  local one loads=() result=0
  for one in 1 2 3; do
    load >"$work/load.$one" 2>"$work/load.$one.errors" &
    loads+=($!)
  done
  "$@" || result=$?
  touch "$work/stop"
  wait "${loads[@]}"
  local all lost
  all=$(cat "$work"/load.[123] | wc -l)
  lost=$(cat "$work"/load.[123] | grep -cvE '^20[01] ' || true)
  echo "$all requests, $lost lost"
  if [[ $lost != 0 ]]; then
    sort "$work"/load.[123] | uniq -c
    cat "$work"/load.?.errors
    fail "requests were lost"
  fi
  return "$result"
}

wait_ready() { timeout 90 bash -c "until curl -fs -o /dev/null http://127.0.0.1:$((ports + $1))/readyz; do sleep 0.3; done"; }

kill_first() {
  kill -KILL "$(cat "$tree/run/proof/agizo@1.pid")"
  sleep 5
}

check_killed() {
  under_load kill_first
  inside systemctl start agizo@1.service
  wait_ready 1
}

running() { # which release each instance runs, by the program that really runs
  local instance
  for instance in 1 2; do
    readlink "/proc/$(cat "$tree/run/proof/agizo@$instance.pid")/exe" | sed 's|.*/releases/\([^/]*\)/.*|\1|'
  done | tr '\n' ' '
}

check_upgrade() {
  under_load converge 0.0.2
  [[ $(running) == "0.0.2 0.0.2 " ]] || fail "the instances run $(running)"
}

check_going_back() {
  if under_load converge 0.0.3 -e proof_ready_seconds=40 >"$work/back.log"; then fail "a broken release was taken"; fi
  grep -E 'did not get ready|requests,' "$work/back.log" || { tail -n 40 "$work/back.log"; fail "the play does not say why it failed"; }
  [[ $(running) == "0.0.2 0.0.2 " ]] || fail "the instances run $(running)"
  [[ $(inside readlink /opt/agizo/current) == releases/0.0.2 ]] || fail "the broken release is the current one"
}

check_backups() { # the nightly work, as the timer starts it
  inside systemctl start agizo-backup.service || { cat "$tree/var/log/proof-agizo-backup.log"; fail "the backup failed"; }
  cat "$tree/var/log/proof-agizo-backup.log"
  [[ -n $(inside find /var/backups/agizo -name 'agizo-*.zip' -perm 600 -user agizo) ]] || fail "there is no backup"
}
