#ifndef POSTIL_CLEARNING_H
#define POSTIL_CLEARNING_H

#include <stddef.h>
#include <stdint.h>

// The loops of linear-chain models. Every function is compiled for AVX2 and for any x86-64, and the one that
// the processor can run is chosen when the program starts; both give the same numbers, bit for bit.

/// Asks for the memory at `address`, so that it is there when it is needed.
static inline void postil_prefetch(const void *address) { __builtin_prefetch(address); }

/// A table of weights as a model file holds it: groups of eight rows, a row for each feature that the model
/// knows, found by the feature's hash.
typedef struct {
    /// Eight fingerprints a group; 0 where a row is free.
    const uint16_t *fingerprints;
    /// The rows, `stride` weights each.
    const int8_t *rows;
    /// The number of groups less one; the number is a power of two.
    uint32_t group_mask;
    /// The number of labels, rounded up to a multiple of 16.
    uint32_t stride;
} postil_table;

/// The group in which the row of `hash` is.
static inline uint32_t postil_table_group(uint32_t hash, uint32_t group_mask) { return (hash >> 10) & group_mask; }

/// What tells the row of `hash` from others of its group; never 0.
static inline uint16_t postil_table_fingerprint(uint32_t hash) {
    uint16_t mixed = (uint16_t)((hash * 0x9E3779B1u) >> 16);
    return mixed == 0 ? 1 : mixed;
}

/// The number of the row of `hash`; -1 where the table has none.
int64_t postil_table_find(const postil_table *table, uint32_t hash);

/// Sums the rows of the features of `count` elements: those of element n end at `ends[n]` of `hashes`.
///
/// The table has at most 64 labels. rows: room for as many pointers as there are hashes and one more; row_ends:
/// room for `count` numbers. Writes `count` rows of `stride` sums to `sums`.
void postil_table_sum(const postil_table *table, const uint32_t *hashes, const uint32_t *ends, size_t count,
                      const int8_t **rows, uint32_t *row_ends, int16_t *sums);

/// The best sequence of labels.
///
/// emissions: `length` rows of `stride` scores. transitions: `labels` rows (from) of `stride` scores (to); a
/// forbidden one is below -16000. first, last: `stride` scores of beginning and ending with a label. Paths that
/// are more than `beam` behind the best are dropped. scores: room for `stride` numbers; back: room for
/// `length` × `stride`. Writes `length` labels to `path`.
void postil_chain_best(const int16_t *emissions, const int16_t *transitions, const int16_t *first,
                       const int16_t *last, size_t length, size_t labels, size_t stride, int32_t beam,
                       int16_t *scores, uint8_t *back, uint8_t *path);

/// The probabilities of the labels at each element, `length` rows of `stride`.
///
/// emissions: `length` rows of `stride` scores, `scale` log-odds each. transitions, transposed, first and last are
/// exponentials. Labels whose share is below `least` have no part in the probabilities of their neighbours.
/// factors: room for `length` × `stride` numbers. There are at most 64 labels.
void postil_chain_probabilities(const int16_t *emissions, const float *transitions, const float *transposed,
                                const float *first, const float *last, size_t length, size_t labels, size_t stride,
                                float scale, float least, float *factors, float *probabilities);

/// Adds `count` rows of `stride` weights to `sums`.
void postil_rows_add(const float *table, const uint32_t *rows, size_t count, size_t stride, float *sums);

/// Moves `count` rows along `gradient` with AdaGrad's step sizes, each weight shrunk by `decay` times its step.
void postil_rows_move(float *table, float *squares, const uint32_t *rows, size_t count, size_t stride,
                      const float *gradient, float rate, float decay);

/// Replaces each of `count` numbers by e to the power of it.
void postil_exponentials(float *numbers, size_t count);

/// The forward pass of a chain whose `emissions` and `transitions` are exponentials; each row of `forward` is
/// scaled to the sum 1. Returns 0 where no sequence of labels is possible, 1 otherwise.
int postil_chain_forward(const float *emissions, const float *transitions, const float *first, size_t length,
                         size_t labels, size_t stride, float *forward);

/// The backward pass: turns `forward` into the probabilities of the labels, and adds the expected
/// number of each transition, times `weight`, to `pairs` unless that is null. `transposed` has the transitions
/// by target. `backward` has room for 3 × `stride` numbers.
void postil_chain_backward(const float *emissions, const float *transitions, const float *transposed,
                           const float *last, size_t length, size_t labels, size_t stride, float weight,
                           float *forward, float *backward, float *pairs);

#endif
