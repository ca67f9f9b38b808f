#!/bin/sh
# Runs a PostgreSQL of its own in a new folder, on a Unix socket there and nowhere else, for tests.
#
#   Scripts/temporary-postgres.sh FOLDER
#
# Prints "ready" when it answers, restarts at the line "restart" (fast, or at once with "crash"), and ends, with its
# folder removed, when its input ends: it never outlives the one that started it.
set -eu
folder=$1
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
    $as "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=400 \
        -c fsync="${LAUREL_TEST_FSYNC:-off}" -c max_wal_size=2GB -c log_min_messages=fatal \
        </dev/null >>"$folder/log" 2>&1 &
    until $as "$bin/pg_isready" -q -h "$folder"; do
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
