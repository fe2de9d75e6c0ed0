#!/usr/bin/env bash
# Annotates JSON lines from standard input to standard output with GNU parallel: a process for each block of lines.
#
#   recipes/parallel.sh [OPTION…] <documents.jsonl >records.jsonl
#
# Lines need an id of their own: without one a document is called by its place in its block. A block whose process fails
# is given to another, three times. PARALLEL may name machines (--sshloginfile), which have postil in their PATH.
set -euo pipefail
postil=${POSTIL:-postil}

# --keep-order writes the blocks in the order of the input; a process starts in milliseconds, so that blocks may be small.
exec parallel --no-notice --pipe --block "${BLOCK:-4M}" --keep-order --retries 3 --halt soon,fail=1 --quote \
    "$postil" annotate - -j 1 --ok-on-doc-errors "$@"
