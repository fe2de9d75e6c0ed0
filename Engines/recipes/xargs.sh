#!/usr/bin/env bash
# Annotates a folder of JSON lines, a process for each file, with nothing but xargs.
#
#   recipes/xargs.sh FOLDER OUTPUT-FOLDER [PROCESSES [OPTION…]]
#
# Run it again after any interruption: files that are complete are passed over, one that was begun is gone on with.
set -euo pipefail
source=$1 target=$2 processes=${3:-$(nproc)}
shift $(($# < 3 ? $# : 3))
postil=${POSTIL:-postil}

mkdir -p "$target"
# Each process has one worker: xargs already keeps all processors busy. A file whose process fails makes xargs exit
# with 123 after all others were done.
find "$source" -name '*.jsonl' -printf '%P\0' | LC_ALL=C sort -z |
    xargs -0 -P "$processes" -I {} sh -c '
        postil=$1 source=$2 target=$3 file=$4
        shift 4
        mkdir -p "$target/$(dirname "$file")"
        exec "$postil" annotate "$source/$file" -o "$target/$file" --resume -j 1 --ok-on-doc-errors "$@"
    ' sh "$postil" "$source" "$target" {} "$@"
