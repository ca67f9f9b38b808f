#!/bin/sh
# Runs a PostgreSQL of its own in a new folder, on a Unix socket there and nowhere else, for tests.
#
#   Scripts/temporary-postgres.sh FOLDER [PORT]
#
# With a PORT it also listens on 127.0.0.1:PORT, with TLS by FOLDER/server.crt, a certificate for localhost.
# Prints "ready" when it answers, restarts at the line "restart" (fast, or at once with "crash"), and ends, with its
# folder removed, when its input ends: it never outlives the one that started it.
set -eu
folder=$1
port=${2:-5432}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || bin=$(pg_config --bindir 2>/dev/null) || bin=
[ -x "$bin/initdb" ] || { echo "PostgreSQL is missing here. Scripts/setup.sh installs it." >&2; exit 69; }

as=""
mkdir -p "$folder"
if [ "$(id -u)" -eq 0 ]; then
    as="runuser -u postgres --"
    chown postgres "$folder"
fi

start() {
    $as "$bin/postgres" -D "$folder/data" -k "$folder" -p "$port" $listen -c max_connections=400 \
        -c fsync="${LAUREL_TEST_FSYNC:-off}" -c max_wal_size=2GB -c log_min_messages=fatal \
        </dev/null >>"$folder/log" 2>&1 &
    until $as "$bin/pg_isready" -q -h "$folder" -p "$port"; do
        sleep 0.05
    done
    server=$(head -1 "$folder/data/postmaster.pid")
}
stop() {
    kill "-$1" "$server"
    wait || true
}

cd "$folder"
# Not the C collation: what the portal sorts must not depend on it.
$as "$bin/initdb" -D "$folder/data" -U laurel -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu \
    --icu-locale=en-US --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 70; }
listen="-c listen_addresses="
if [ $# -gt 1 ]; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
        -keyout "$folder/server.key" -out "$folder/server.crt" 2>>"$folder/log"
    chmod 600 "$folder/server.key"
    [ -z "$as" ] || chown postgres "$folder/server.key"
    listen="-c listen_addresses=127.0.0.1 -c ssl=on -c ssl_cert_file=$folder/server.crt -c ssl_key_file=$folder/server.key"
fi
start
echo ready
while read -r line; do
    case $line in
    restart) stop INT ;;
    crash) stop QUIT ;;
    *) continue ;;
    esac
    start
    echo ready
done
stop QUIT
rm -rf "$folder"
