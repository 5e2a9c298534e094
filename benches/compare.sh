#!/usr/bin/env bash
# Whole processes on one corpus, in turn, several times; medians beside those of tools that everybody knows.
#
#   benches/compare.sh [LETTERS] [RUNS]      100000 letters and 5 runs where nothing is said
#
# Needs rg, python3 (3.11 or later) and GNU time. The corpus is made in target/ once and kept.
set -euo pipefail
cd "$(dirname "$0")/.."
letters=${1:-100000} runs=${2:-5}
corpus=target/compare/$letters results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

cargo build --release --locked --quiet --bin foi-rj --example make-corpus
[ -d "$corpus" ] || target/release/examples/make-corpus --letters "$letters" --seed 1 "$corpus" >&2
export PATH="$PWD/target/release:$PATH"
patterns=$(python3 benches/compare.py patterns 60)
bytes=$(find "$corpus" -type f -printf '%s\n' | awk '{ all += $1 } END { print all }')

names=(cat rg python export summarise query)
run() {
  case $1 in
    cat) find "$corpus" -type f -print0 | xargs -0 cat ;;
    rg) rg --count-matches -j2 -i --no-messages -e "$patterns" "$corpus" ;;
    python) python3 benches/compare.py count 6 "$corpus" ;;
    export) foi-rj export -q --format jsonl "$corpus" ;;
    summarise) foi-rj summarise -q "$corpus" ;;
    query) foi-rj query -q --field charter_signed=yes --format paths "$corpus" ;;
  esac
}
export -f run
export corpus patterns

run cat > /dev/null # so that the first run, too, reads from memory
for ((i = 0; i < runs; i++)); do
  for name in "${names[@]}"; do
    command time -o "$results/last" -f '%e %M %U %S' bash -c "run $name" > /dev/null
    cat "$results/last" >> "$results/$name"
  done
done

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
rg_seconds=$(cut -d' ' -f1 "$results/rg" | median)
printf '%s letters, %s MB, %s runs, %s cores, %s\n' "$letters" $((bytes / 1000000)) "$runs" "$(nproc)" "$(rustc --version)"
printf '%s; %s; %s\n\n' "$(foi-rj --version)" "$(rg --version | head -1)" "$(python3 --version)"
printf '| command | median s | CPU s | MB/s | letters/s | peak MB | times rg |\n|---|---|---|---|---|---|---|\n'
for name in "${names[@]}"; do
  seconds=$(cut -d' ' -f1 "$results/$name" | median)
  peak=$(cut -d' ' -f2 "$results/$name" | median)
  cpu=$(awk '{ print $3 + $4 }' "$results/$name" | median)
  awk -v name="$name" -v s="$seconds" -v cpu="$cpu" -v kb="$peak" -v mb="$bytes" -v n="$letters" -v rg="$rg_seconds" 'BEGIN {
    s = s > 0.005 ? s : 0.005
    printf "| `%s` | %.2f | %.2f | %.1f | %d | %.0f | %.2f |\n", name, s, cpu, mb / 1e6 / s, n / s, kb / 1024, s / (rg > 0.005 ? rg : 0.005)
  }'
done
