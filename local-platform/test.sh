# Sourced by ./concord: runs every test, with the shared servers ready before the first of them asks.

docker_may_answer() {
  [ "${CONCORD_SERVERS:-}" = docker ] || { [ "${CONCORD_SERVERS:-}" != embedded ] && { [ -n "${DOCKER_HOST:-}" ] || [ -S /var/run/docker.sock ]; }; }
}

run_tests() {
  local log=$root/target/concord-test.log status=0 class_path holder=
  mkdir -p "$root/target"
  build_launcher
  class_path=$(launcher_class_path)

  if docker_may_answer; then
    # All modules share the containers; they are removed below.
    export TESTCONTAINERS_REUSE_ENABLE=true
  else
    # Unpacks and starts the servers while Maven compiles, and keeps them over the pauses between modules.
    exec 9> >(exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx64m -cp "$class_path" org.concord.local.Main hold-lease)
    holder=$!
  fi
  trap 'end_tests; exit 130' INT TERM

  (cd "$root" && mvn -B -ntp ${CONCORD_SERVERS:+-Dconcord.servers=$CONCORD_SERVERS} "$@" verify) 9>&- </dev/null 2>&1 |
    tee "$log" || status=$?

  trap - INT TERM
  end_tests || status=1
  closing_lines "$log"
  exit "$status"
}

# No server of the tests outlives them.
end_tests() {
  if [ -n "$holder" ]; then
    exec 9>&-
    wait "$holder" 2>/dev/null || true
    if ! "$JAVA_HOME/bin/java" -cp "$class_path" org.concord.local.Main end-leases; then
      echo "The test servers still run: another build holds them, or they did not stop. See ${CONCORD_CACHE:-$HOME/.cache/concord}/lease-21600/keeper.log." >&2
      return 1
    fi
  elif command -v docker >/dev/null; then
    docker ps -aq --filter label=org.concord.test-servers | xargs -r docker rm -f >/dev/null
  fi
}

# Surefire's and Failsafe's totals again, by module, and all of them together.
closing_lines() { # LOG
  awk '
    /^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { module = $0; sub(/^\[INFO\] Building /, "", module); sub(/ [^ ]+ +\[[0-9\/]+\]$/, "", module) }
    /Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+ *$/ {
      line = $0; gsub(/[^0-9]+/, " ", line); split(line, n, " ")
      if (!(module in run)) order[++modules] = module
      run[module] += n[1]; failures[module] += n[2]; errors[module] += n[3]; skipped[module] += n[4]
    }
    END {
      print ""
      for (i = 1; i <= modules; i++) {
        m = order[i]
        printf "%-40s Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", m, run[m], failures[m], errors[m], skipped[m]
        r += run[m]; f += failures[m]; e += errors[m]; s += skipped[m]
      }
      print ""
      print "Results:"
      print ""
      printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", r, f, e, s
    }' < <(sed 's/\x1b\[[0-9;]*m//g' "$1")
}
