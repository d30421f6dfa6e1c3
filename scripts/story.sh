#!/usr/bin/env bash
# Runs the story of README.md as it stands there: each `sh` block of its section, then its answers. The README
# is the only copy, so that it cannot differ from what is run. Needs a running service (`npm start`);
# API=http://127.0.0.1:8787/v1 names another one.
set -euo pipefail
README=$(cd "$(dirname "$0")/.." && pwd)/README.md
API=${API:-http://127.0.0.1:8787/v1}

if ! curl -s -o /dev/null "$API/currencies"; then
  echo "mahfaza: no service answers at $API: run npm start in another terminal, or set API" >&2
  exit 1
fi

# Blocks end with the ASCII record separator: they have several lines.
story_blocks() {
  awk '
    /^## / { in_story = /^## A story/ }
    in_story && /^```sh$/ { in_block = 1; next }
    in_block && /^```$/ { in_block = 0; printf "\036" }
    in_block { print }
  ' "$README"
}

while IFS= read -r -d $'\036' block; do
  printf '%s' "$block" | sed 's/^/$ /'
  eval "$block"
  echo
done < <(story_blocks)
