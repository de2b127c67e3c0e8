# Where things are; sourced by the other scripts, from any folder.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# What is fetched and compiled: the lexicon, and the programs that only tests use.
data=${BITEXT_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/bitext}
export BITEXT_DATA=$data
cd "$root"

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }
die() { say "$*"; exit 1; }
