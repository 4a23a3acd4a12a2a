# What the machine must have, and how it gets it. Sourced by ./mamis.

require_sdk() {
  command -v dotnet >/dev/null && dotnet --version >/dev/null 2>&1 || fail "The .NET SDK 10.0 is missing. Get it from https://dotnet.microsoft.com/download/dotnet/10.0
or, where the distribution has it: apt-get install dotnet-sdk-10.0"
}

has_postgres() { command -v postgres >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }
has_rabbitmq() { [[ -e /usr/lib/rabbitmq/bin/rabbitmq-server ]] || command -v rabbitmq-server >/dev/null; }
has_chromium() { command -v chromium >/dev/null; }
has_japanese() { find /usr/share/fonts "${HOME:-/nonexistent}/.local/share/fonts" -iname '*cjk*' -print -quit 2>/dev/null | grep -q .; }

# Servers must be there; without the browser and its font only letters and certificates cannot be printed.
install_servers() {
  local needed=() wished=()
  has_postgres || needed+=(postgresql)
  has_rabbitmq || needed+=(rabbitmq-server)
  has_chromium || wished+=(chromium)
  has_japanese || wished+=(fonts-noto-cjk)
  ((${#needed[@]} + ${#wished[@]} > 0)) || return 0

  if may_install; then
    echo "Installing ${needed[*]} ${wished[*]} from the system's packages …"
    apt_install "${needed[@]}" "${wished[@]}" && return
    echo "The installation failed." >&2
  fi

  if ((${#needed[@]} > 0)); then
    fail "Please install what is missing: sudo apt-get install ${needed[*]} ${wished[*]}"
  fi
  echo "Without ${wished[*]} nothing can be printed. To install: sudo apt-get install ${wished[*]}" >&2
}

may_install() {
  command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

# The lists are fetched only when the packages are not known; another apt-get is waited for.
apt_install() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300)
  if ! apt-get install -s "$@" >/dev/null 2>&1; then
    local try
    for try in 1 2 3 4 5; do
      as_root "${apt[@]}" update && break
      sleep $((try * 5))
    done
  fi
  without_daemons as_root "${apt[@]}" install --no-install-recommends "$@"
}

# Debian's way to install a server without starting it: a policy that answers "not allowed". One that is there already stays.
without_daemons() {
  local policy=/usr/sbin/policy-rc.d code=0
  if [[ -e $policy ]]; then
    "$@"
    return
  fi

  printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
  as_root chmod 755 "$policy"
  "$@" || code=$?
  as_root rm -f "$policy"
  return "$code"
}
