# Building, and only when something changed. Sourced by ./mamis.

# Compiles with a compiler server of our own and ends it, so that nothing stays behind.
dotnet_build() {
  local id=mamis-$$ code=0
  MSBUILDDISABLENODEREUSE=1 dotnet build "$@" -c Release --nologo -v minimal -p:SharedCompilationId="$id" || code=$?
  local server
  for server in $(pgrep -u "$EUID" -f -- "-pipename:$id\$" || true); do
    kill "$server" 2>/dev/null || true
  done
  return "$code"
}

# What the running system consists of, and the given projects beside it.
build_system() {
  local stamp=$root/artifacts/core/system.built sources=(apphost contracts gateway services tests/Mailbox Directory.* global.json .editorconfig BannedSymbols.txt)
  build_once "$stamp" apphost/Mamis.AppHost.slnf "${sources[@]}"
  local project
  for project in "$@"; do
    dotnet_build "$project"
  done
}

# build_once STAMP WHAT SOURCE…: the stamp is as old as the start of the last good build.
build_once() {
  local stamp=$1 what=$2
  shift 2
  if [[ -f $stamp && -f $runner && -z $(find "$@" -newer "$stamp" -print -quit) ]]; then
    return
  fi

  echo "Building …"
  mkdir -p "$(dirname "$stamp")"
  touch "$stamp.new"
  dotnet_build "$what"
  mv "$stamp.new" "$stamp"
}
