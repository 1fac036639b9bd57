# shellcheck shell=bash
# Finds JDK 25, Maven 3.8+ and Node 20+. Sourced by ./navigator.

# Not set in system units and scheduled jobs.
: "${HOME:=/}"

say() { printf 'navigator: %s\n' "$*" >&2; }

readonly LINUX_HINT='Linux is missing: the client of AWS that runs the functions is built for nothing else; take a Linux machine, container or WSL'
readonly JDK_HINT='JDK 25 is missing: install Temurin 25 (https://adoptium.net or "sdk install java 25-tem"), or set JAVA_HOME to one'
readonly MAVEN_HINT='Maven 3.8 or newer is missing: install it (https://maven.apache.org/download.cgi or "apt install maven")'
readonly NODE_HINT='Node.js 20 or newer is missing: install it (https://nodejs.org or "nvm install 22")'

JDK='' MVN='' NODE=''

# Where the link FILE ends, however many links there are.
end_of_links() {
  local file=$1 link
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  printf '%s\n' "$file"
}

# The version of the JDK in a directory, from the file that every JDK has: starting it takes longer.
jdk_version() {
  sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null || true
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] || return 1
  case $(jdk_version "$1") in
    25 | 25.*) return 0 ;;
    *) return 1 ;;
  esac
}

jdk_candidates() {
  local java
  printf '%s\n' "${JAVA_HOME-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}"
  if java=$(command -v java); then
    dirname "$(dirname "$(end_of_links "$java")")"
  fi
  printf '%s\n' \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec
}

find_jdk() {
  local home
  [ -z "$JDK" ] || return 0
  while IFS= read -r home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      JDK=$home
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

# Whether VERSION is MAJOR.MINOR or newer.
at_least() {
  local major=${1%%.*} rest=${1#*.}
  local minor=${rest%%.*}
  [ "$major" -gt "$2" ] || { [ "$major" -eq "$2" ] && [ "$minor" -ge "$3" ]; }
}

maven_version() {
  JAVA_HOME=$JDK "$1" --version 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9][0-9.]*\).*$/\1/p'
}

find_maven() {
  local mvn found
  for mvn in "$(command -v mvn || true)" "${MAVEN_HOME-}/bin/mvn" "${M2_HOME-}/bin/mvn" \
    "${SDKMAN_DIR:-$HOME/.sdkman}/candidates/maven/current/bin/mvn" \
    /opt/homebrew/bin/mvn /usr/local/bin/mvn /opt/maven/bin/mvn; do
    if [ -x "$mvn" ]; then
      found=$(maven_version "$mvn")
      if [ -n "$found" ] && at_least "$found" 3 8; then
        MVN=$mvn
        return 0
      fi
    fi
  done
  return 1
}

node_version() {
  "$1" --version 2>/dev/null | sed -n 's/^v\([0-9][0-9.]*\).*$/\1/p'
}

find_node() {
  local node found
  for node in "$(command -v node || true)" /opt/homebrew/bin/node /usr/local/bin/node \
    "${NVM_DIR:-$HOME/.nvm}"/versions/node/v2[0-9]*/bin/node \
    "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/nodejs/2[0-9]*/bin/node; do
    if [ -x "$node" ]; then
      found=$(node_version "$node")
      if [ -n "$found" ] && at_least "$found" 20 0; then
        NODE=$node
        return 0
      fi
    fi
  done
  return 1
}

is_linux() { [ "$(uname -s)" = Linux ]; }

# What is missing is told once for all, a line each.
require_all() {
  local missing=0
  find_jdk || { say "$JDK_HINT" && missing=1; }
  find_maven || { say "$MAVEN_HINT" && missing=1; }
  find_node || { say "$NODE_HINT" && missing=1; }
  [ "$missing" -eq 0 ] || exit 1
}

require_jdk() {
  find_jdk || { say "$JDK_HINT" && exit 1; }
}

# To run functions; to build and to deploy them takes none.
require_linux() {
  is_linux || { say "$LINUX_HINT" && exit 1; }
}

require_node() {
  find_node || { say "$NODE_HINT" && exit 1; }
}
