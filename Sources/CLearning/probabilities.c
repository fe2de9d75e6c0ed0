#include "CLearning.h"
#include "dispatch.h"

#include <string.h>

/// Eight numbers; two registers where the processor has only half as wide ones.
typedef float floats __attribute__((vector_size(32)));
typedef int32_t wholes __attribute__((vector_size(32)));
typedef int16_t scores __attribute__((vector_size(16)));
typedef int8_t flags __attribute__((vector_size(8)));

/// Numbers and scores that may lie anywhere in memory.
typedef float loose_floats __attribute__((vector_size(32), aligned(4), may_alias));
typedef int16_t loose_scores __attribute__((vector_size(16), aligned(2), may_alias));

enum { width = 8, most_vectors = 8 };

// Macros, for a vector that a function takes or returns would need the wider registers everywhere.
#define LOAD(start) ((floats)*(const loose_floats *)(start))
#define STORE(start, values) (*(loose_floats *)(start) = (loose_floats)(values))
#define EACH for (size_t index = 0; index < vectors; index++)

/// Replaces the numbers of a row by e to the power of them, within two units of the last place.
static inline __attribute__((always_inline)) void exponentials(floats *row, size_t vectors) {
    EACH {
        floats turns = __builtin_elementwise_max(row[index], (floats){} - 80.0f) * 1.44269504f;
        wholes whole = __builtin_convertvector(turns - 0.5f, wholes);
        floats rest = (turns - __builtin_convertvector(whole, floats)) * 0.693147181f;
        floats series = 1.0f + rest * (1.0f + rest * (0.5f + rest * (0.166666667f + rest * (0.0416666667f
            + rest * (0.00833333333f + rest * 0.00138888889f)))));
        row[index] = series * (floats)((whole + 127) << 23);
    }
}

/// Scales a row to the sum 1; nothing where the sum is 0.
static inline __attribute__((always_inline)) void normalise(floats *row, size_t vectors) {
    floats sums = row[0];
    for (size_t index = 1; index < vectors; index++) sums += row[index];
    float sum = ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
    if (!(sum > 0)) return;
    float factor = 1 / sum;
    EACH row[index] *= factor;
}

/// Adds the rows of `weights`, each times the share of its label, where that is `least` or more.
static inline __attribute__((always_inline)) void spread(const floats *shares, const float *weights, float least,
                                                         size_t vectors, floats *sums) {
    float share[most_vectors * width];
    EACH STORE(share + index * width, shares[index]);
    floats sum[most_vectors];
    EACH sum[index] = (floats){};
    for (size_t part = 0; part < vectors; part++) {
        // Most labels are next to impossible: those that are not are found eight at a time, a byte for each.
        flags are_near = __builtin_convertvector(shares[part] >= least, flags);
        uint64_t near;
        memcpy(&near, &are_near, sizeof near);
        for (near &= 0x0101010101010101u; near != 0; near &= near - 1) {
            size_t label = part * width + (size_t)__builtin_ctzll(near) / 8;
            const float *row = weights + label * vectors * width;
            EACH sum[index] += share[label] * LOAD(row + index * width);
        }
    }
    EACH sums[index] = sum[index];
}

static inline __attribute__((always_inline)) void probabilities(
    const int16_t *emissions, const float *transitions, const float *transposed, const float *first,
    const float *last, size_t length, size_t labels, float scale, float least, size_t vectors, float *factors,
    float *found) {
    static const scores numbers = {0, 1, 2, 3, 4, 5, 6, 7};
    size_t stride = vectors * width;
    floats now[most_vectors];
    floats next[most_vectors];
    for (size_t at = 0; at < length; at++) {
        // Scores count from the best label's.
        const int16_t *row = emissions + at * stride;
        int16_t top = INT16_MIN;
        for (size_t part = 0; part < vectors; part++) {
            scores are_labels = numbers < (scores){} + (int16_t)((int)labels - (int)(part * width));
            scores part_scores = (scores)*(const loose_scores *)(row + part * width);
            int16_t best = __builtin_reduce_max((part_scores & are_labels) | (~are_labels & INT16_MIN));
            top = best > top ? best : top;
        }
        floats factor[most_vectors];
        EACH {
            scores part = (scores)*(const loose_scores *)(row + index * width);
            factor[index] = (__builtin_convertvector(part, floats) - (float)top) * scale;
        }
        exponentials(factor, vectors);
        float *kept = factors + at * stride;
        EACH STORE(kept + index * width, factor[index]);
        // What fills the last row is no label.
        for (size_t label = labels; label < stride; label++) kept[label] = 0;
        if (at == 0) EACH now[index] = LOAD(first + index * width);
        else EACH now[index] = next[index];
        EACH now[index] *= LOAD(kept + index * width);
        normalise(now, vectors);
        EACH STORE(found + at * stride + index * width, now[index]);
        if (at + 1 < length) spread(now, transitions, least, vectors, next);
    }
    EACH now[index] = LOAD(last + index * width);
    for (size_t at = length; at-- > 0;) {
        floats pulled[most_vectors];
        EACH pulled[index] = LOAD(factors + at * stride + index * width) * now[index];
        floats both[most_vectors];
        EACH both[index] = LOAD(found + at * stride + index * width) * now[index];
        normalise(both, vectors);
        EACH STORE(found + at * stride + index * width, both[index]);
        if (at == 0) break;
        normalise(pulled, vectors);
        spread(pulled, transposed, least, vectors, next);
        EACH now[index] = next[index];
    }
}

POSTIL_CLONES void postil_chain_probabilities(const int16_t *emissions, const float *transitions,
                                              const float *transposed, const float *first, const float *last,
                                              size_t length, size_t labels, size_t stride, float scale, float least,
                                              float *factors, float *found) {
    // A constant number of vectors keeps them in registers.
    switch (stride / 16) {
    case 1:
        return probabilities(emissions, transitions, transposed, first, last, length, labels, scale, least, 2,
                             factors, found);
    case 2:
        return probabilities(emissions, transitions, transposed, first, last, length, labels, scale, least, 4,
                             factors, found);
    case 3:
        return probabilities(emissions, transitions, transposed, first, last, length, labels, scale, least, 6,
                             factors, found);
    default:
        return probabilities(emissions, transitions, transposed, first, last, length, labels, scale, least, 8,
                             factors, found);
    }
}
