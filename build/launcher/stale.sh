# shellcheck shell=bash
# Builds the modules when a source is newer than the last build. Sourced by ./navigator.

readonly MODULES=(contracts ingest-function inference-worker persistence-function ops infra local bench)
readonly STATE=$ROOT/target/navigator
readonly STAMP=$STATE/built
readonly BUILD_LOG=$STATE/build.log
readonly LOCK=$STATE/lock

is_built() {
  [ -f "$STAMP" ] && [ -d "$ROOT/local/target/lib" ] && [ -d "$ROOT/infra/target/lib" ] &&
    [ -f "$ROOT/ops/target/ops.jar" ] && [ -d "$ROOT/bench/target/classes" ]
}

# Directories count too: their time tells of a file that was removed.
is_stale() {
  # The benchmarks simulate the worker with what its tests do.
  local module sources=("$ROOT/pom.xml" "$ROOT/build"
    "$ROOT/inference-worker/src/test/java/navigator/inference/simulation")
  is_built || return 0
  for module in "${MODULES[@]}"; do
    sources+=("$ROOT/$module/pom.xml" "$ROOT/$module/src/main")
  done
  [ -n "$(find "${sources[@]}" -newer "$STAMP" 2>/dev/null | head -n 1)" ]
}

# The process of the stack that is up, if there is one.
running_stack() {
  local pid
  pid=$(sed -n 's/.*"pid" *: *\([0-9][0-9]*\).*/\1/p' "$ROOT/.navigator/up.json" 2>/dev/null) || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && printf '%s\n' "$pid"
}

build_stale() {
  local up
  is_stale || return 0
  if is_built && up=$(running_stack); then
    say "sources are newer than the build, but the stack that is up (process $up) runs from it: not built"
    return 0
  fi
  require_all
  lock_build
  if is_stale; then build; fi
  unlock_build
}

build() {
  local started=$SECONDS modules maven
  modules=$(IFS=,; printf '%s' "${MODULES[*]}")
  touch "$STATE/started"
  remove_old_libraries
  PATH="$(dirname "$NODE"):$PATH" JAVA_HOME=$JDK "$MVN" -B -f "$ROOT/pom.xml" -DskipTests \
    -pl "$modules" -am package >"$BUILD_LOG" 2>&1 </dev/null &
  maven=$!
  trap 'stop_build "$maven" 130' INT
  trap 'stop_build "$maven" 143' TERM HUP
  follow_build "$maven" "$started"
  wait "$maven" || build_failed
  trap - INT TERM HUP
  # The time of the start: what was edited meanwhile is newer.
  mv -f "$STATE/started" "$STAMP"
  progress_end "built in $((SECONDS - started)) s"
}

# A library that a POM no longer names would stay on the class path.
remove_old_libraries() {
  if [ -f "$STAMP" ] && [ -n "$(find "$ROOT/pom.xml" "$ROOT"/*/pom.xml -newer "$STAMP" | head -n 1)" ]; then
    rm -rf "$ROOT"/*/target/lib
  fi
}

follow_build() {
  local module last=''
  while kill -0 "$1" 2>/dev/null; do
    module=$(module_in_log)
    progress "${module:-Maven starts}" "$last" "$((SECONDS - $2))"
    last=${module:-Maven starts}
    sleep 0.2
  done
}

module_in_log() {
  local downloads
  downloads=$(grep -c '^Downloaded from\|^\[INFO\] Downloaded from' "$BUILD_LOG" || true)
  sed -n 's/^\[INFO\] Building \(.*\) [0-9][^ ]* *\[\([0-9]*\)\/\([0-9]*\)\]$/\2 of \3: \1/p' "$BUILD_LOG" |
    tail -n 1
  if [ -t 2 ] && [ "$downloads" -gt 0 ]; then printf '(%s files downloaded)\n' "$downloads"; fi
}

# A live line on a terminal, a line for each module elsewhere.
progress() {
  if [ -t 2 ]; then
    printf '\r\033[Kbuilding %s, %s s' "$(printf '%s' "$1" | tr '\n' ' ')" "$3" >&2
  elif [ "$1" != "$2" ]; then
    say "building $1"
  fi
}

progress_end() {
  if [ -t 2 ]; then printf '\r\033[K' >&2; fi
  say "$1"
}

build_failed() {
  progress_end "the build failed; this is the end of $BUILD_LOG:"
  tail -n 25 "$BUILD_LOG" >&2
  unlock_build
  exit 1
}

stop_build() {
  trap '' INT TERM HUP
  kill "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
  unlock_build
  progress_end "the build was stopped"
  exit "$2"
}

lock_build() {
  local owner told=''
  mkdir -p "$STATE"
  until mkdir "$LOCK" 2>/dev/null; do
    owner=$(cat "$LOCK/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$LOCK"
    else
      [ -n "$told" ] || say "waiting for the build of process ${owner:-?}"
      told=yes
      sleep 0.5
    fi
  done
  printf '%s\n' "$$" >"$LOCK/pid"
}

unlock_build() { rm -rf "$LOCK"; }
