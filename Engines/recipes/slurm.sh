#!/usr/bin/env bash
#SBATCH --job-name=postil
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=1G
#SBATCH --requeue
# Annotates a corpus as an array of jobs, of which each takes its share of the documents.
#
#   sbatch recipes/slurm.sh CORPUS OUTPUT-FOLDER [OPTION…]
#   recipes/merge-shards.sh OUTPUT-FOLDER >records.jsonl
#
# A job that was preempted, requeued or run out of time goes on where it stood; one that is complete does nothing.
set -euo pipefail
corpus=$1 target=$2
shift 2
postil=${POSTIL:-postil}
first=${SLURM_ARRAY_TASK_MIN:-1}
number=$((SLURM_ARRAY_TASK_ID - first + 1))

mkdir -p "$target"
exec "$postil" annotate "$corpus" -o "$target/$(printf %05d "$number").jsonl" \
    --shard "$number/$SLURM_ARRAY_TASK_COUNT" --resume -j "${SLURM_CPUS_PER_TASK:-1}" --ok-on-doc-errors "$@"
