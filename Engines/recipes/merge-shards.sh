#!/usr/bin/env bash
# Prints the records of all shards in the order of the corpus.
#
#   recipes/merge-shards.sh FOLDER
#
# The shares are every nth document, so their lines in turn are the records of one run.
set -euo pipefail
shopt -s nullglob
unfinished=("$1"/*.partial)
if [ ${#unfinished[@]} -gt 0 ]; then
    echo "merge-shards: ${unfinished[0]%.partial} is not complete" >&2
    exit 1
fi
shards=("$1"/*.jsonl)
if [ ${#shards[@]} -eq 0 ]; then
    echo "merge-shards: $1 has no shards" >&2
    exit 1
fi
# Shorter shards end a line earlier than others, for which paste writes an empty line.
paste -d '\n' "${shards[@]}" | grep .
