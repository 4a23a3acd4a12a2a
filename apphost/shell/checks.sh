# Everything that must pass, ending with one line that counts it. Sourced by ./mamis.

results=$root/artifacts/test-results

# They take longest, so they begin first: whatever is short fills the time beside them, and none is left running alone.
long_ones=(Mamis.Notifications.Tests Mamis.Portal.Tests Mamis.EventStore.Tests)

# quick: tests that need no server. Anything else names a project, or a part of test names.
run_checks() {
  require_sdk
  local choice=${1:-all}

  if [[ $choice == all ]]; then
    dotnet restore Mamis.sln --locked-mode -v minimal
    # Only white space: everything else of the style is an error of the build, and the order of usings a test.
    echo "Checking the format …"
    dotnet format whitespace --folder . --exclude artifacts --verify-no-changes
  fi
  dotnet_build Mamis.sln

  if [[ $choice == quick ]]; then
    run_projects quick
    return
  fi

  install_servers
  state=$(temporary_state)
  trap 'rm -rf "$state"' EXIT
  dotnet "$runner" servers --state "$state" -- "$root/mamis" test-projects "$choice"
}

# Two at a time, because a good part of every test is waiting; what each prints comes whole, when it ends.
run_projects() {
  local choice=$1 filter="" passed=0 failed=0 skipped=0 broken=0 projects=() project
  mapfile -t projects < <({ printf '%s\n' "${long_ones[@]}"; grep -oE '[A-Za-z.]+\.Tests\.csproj' Mamis.sln | sed 's/\.csproj$//' | sort -u; } | awk '!seen[$0]++')

  case $choice in
    all) ;;
    quick) filter='Category!=Servers' ;;
    *)
      local named=()
      for project in "${projects[@]}"; do
        [[ ${project,,} == *"${choice,,}"* ]] && named+=("$project")
      done
      if ((${#named[@]} > 0)); then projects=("${named[@]}"); else filter="FullyQualifiedName~$choice"; fi
      ;;
  esac

  rm -rf "$results"
  mkdir -p "$results"
  for project in "${projects[@]}"; do
    while (($(jobs -rp | wc -l) >= 2)); do wait -n || true; done
    run_project "$project" "$filter" &
  done
  wait

  for project in "${projects[@]}"; do
    count_project "$project" "$filter"
  done
  echo "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0 && broken == 0 && passed > 0))
}

run_project() {
  local project=$1 filter=$2 code=0 log=$results/$1.log
  local arguments=(--logger "trx;LogFileName=$project.trx" --results-directory "$results")
  [[ -z $filter ]] || arguments+=(--filter "$filter")

  dotnet test "$output/$project/release/$project.dll" "${arguments[@]}" >"$log" 2>&1 || code=$?
  echo "$code" >"$results/$project.code"
  { flock 9; cat "$log"; } 9<"$results"
}

# Adds to the counts of run_projects. A project whose tests did not run at all counts as broken; a filter may leave one empty.
count_project() {
  local project=$1 filter=$2 counters total good bad code
  code=$(<"$results/$project.code")
  counters=$(grep -oE '<Counters [^>]*>' "$results/$project.trx" 2>/dev/null || true)
  total=$(counter total) good=$(counter passed) bad=$(counter failed)
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + total - good - bad))

  if ((total == 0)) && [[ -z $filter ]]; then
    echo "$project ran no test." >&2
    broken=$((broken + 1))
  elif ((code != 0 && bad == 0 && total > 0)); then
    echo "$project ended with $code." >&2
    broken=$((broken + 1))
  fi
  echo "── $project: $good passed, $bad failed, $((total - good - bad)) skipped"
}

counter() {
  local value
  value=$(sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" <<<"$counters")
  echo "${value:-0}"
}
