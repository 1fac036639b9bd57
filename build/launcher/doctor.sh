# shellcheck shell=bash
# Prints each tool with its version, and what is wrong. Sourced by ./navigator.

doctor() {
  local wrong=0
  if is_linux; then
    row ok 'Linux' "$(uname -r | sed 's/^\([0-9.]*[0-9]\).*/\1/')" "$(uname -m)"
  else
    row missing 'Linux' - "$LINUX_HINT" && wrong=1
  fi
  if find_jdk; then row ok 'JDK' "$(jdk_version "$JDK")" "$JDK"; else row missing 'JDK' - "$JDK_HINT" && wrong=1; fi
  if find_maven; then
    row ok 'Maven' "$(maven_version "$MVN")" "$MVN"
  else
    row missing 'Maven' - "$MAVEN_HINT" && wrong=1
  fi
  if find_node; then
    row ok 'Node.js' "$(node_version "$NODE")" "$NODE"
  else
    row missing 'Node.js' - "$NODE_HINT" && wrong=1
  fi
  optional aws 'AWS CLI' 'looks into the stack that is up; not needed'
  optional curl 'curl' 'calls the API by hand; not needed'
  build_row
  stack_row
  return "$wrong"
}

row() { printf '%-8s %-9s %-11s %s\n' "$1" "$2" "$3" "$4"; }

optional() {
  local tool version
  if tool=$(command -v "$1"); then
    version=$("$tool" --version 2>&1 | sed -n '1s/^[^0-9]*\([0-9][0-9.]*\).*$/\1/p')
    row ok "$2" "${version:--}" "$tool"
  else
    row absent "$2" - "$3"
  fi
}

build_row() {
  if ! is_built; then
    row absent 'build' - 'nothing is built yet; the first command builds it'
  elif is_stale; then
    row stale 'build' - 'sources are newer; the next command builds them'
  else
    row ok 'build' - "$ROOT"
  fi
}

stack_row() {
  local up
  if up=$(running_stack); then
    row ok 'stack' - "up, process $up"
  else
    row ok 'stack' - 'not up'
  fi
}
