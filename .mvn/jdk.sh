# Sourced by mvnw: Agizo is written in Java 25, and the `java` of a machine is often older. Where JAVA_HOME and the path
# name no JDK 25 or newer, the newest one in the usual places is taken.
# shellcheck shell=sh

jdk_release() { # the feature version of the JDK in a folder, 0 where there is none
  release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -x "$1/bin/javac" ] && printf '%s' "${release:-0}" || printf 0
}

wanted=25
if [ "$(jdk_release "${JAVA_HOME:-/nowhere}")" -lt "$wanted" ]; then
  found=
  found_release=$((wanted - 1))
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
  for home in "${on_path:-/nowhere}" /usr/lib/jvm/* /opt/java/* /opt/*jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    release=$(jdk_release "$home")
    if [ "$release" -gt "$found_release" ]; then
      found=$home
      found_release=$release
    fi
  done
  if [ -z "$found" ]; then
    echo "Agizo needs a JDK 25 or newer, and none was found: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it." >&2
    exit 1
  fi
  JAVA_HOME=$found
  export JAVA_HOME
fi
