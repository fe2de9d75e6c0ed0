#include "CLearning.h"
#include "dispatch.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

/// Sixteen scores; two registers where the processor has only half as wide ones.
typedef int16_t lanes __attribute__((vector_size(32)));
typedef uint8_t bytes __attribute__((vector_size(16)));

enum { width = 16, least = -32000 };

/// Scores and labels that may lie anywhere in memory.
typedef int16_t loose_lanes __attribute__((vector_size(32), aligned(2), may_alias));
typedef uint8_t loose_bytes __attribute__((vector_size(16), aligned(1), may_alias));

// Macros, for a vector that a function takes or returns would need the wider registers everywhere.
#define LOAD(start) ((lanes)*(const loose_lanes *)(start))
#define STORE(start, values) (*(loose_lanes *)(start) = (loose_lanes)(values))
#define CHOOSE(mask, yes, no) (((mask) & (yes)) | (~(mask) & (no)))

/// Where lanes are all ones or all zeros, a bit for each.
#if defined(__x86_64__)
#define BITS(mask) ((uint64_t)(unsigned)_mm_movemask_epi8((__m128i)__builtin_convertvector(mask, bytes)))
#else
#define BITS(mask) bits_of((const int16_t *)&(mask))
static inline uint64_t bits_of(const int16_t *mask) {
    uint64_t bits = 0;
    for (size_t lane = 0; lane < width; lane++) bits |= (uint64_t)(mask[lane] & 1) << lane;
    return bits;
}
#endif

/// The best scores of each element's labels, and the labels before that they come from; rows have `rows` times
/// sixteen scores.
static inline __attribute__((always_inline)) void walk(const int16_t *emissions, const int16_t *transitions,
                                                       size_t length, size_t labels, size_t rows, int32_t beam,
                                                       int16_t *scores, uint8_t *back) {
    static const lanes numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    size_t stride = rows * width;
    // What fills the last sixteen is no label.
    lanes are_labels = numbers < (lanes){} + (int16_t)(labels - (rows - 1) * width);
    lanes now[4];
    for (size_t row = 0; row < rows; row++) now[row] = LOAD(scores + row * width);
    for (size_t at = 1; at < length; at++) {
        now[rows - 1] = CHOOSE(are_labels, now[rows - 1], (lanes){} + INT16_MIN);
        lanes most = now[0];
        for (size_t row = 1; row < rows; row++) most = __builtin_elementwise_max(most, now[row]);
        int32_t best = __builtin_reduce_max(most);
        lanes bound = (lanes){} + (int16_t)(best - beam < INT16_MIN ? INT16_MIN : best - beam);
        uint64_t alive = 0;
        for (size_t row = 0; row < rows; row++) {
            lanes is_near = now[row] >= bound;
            if (row == rows - 1) is_near &= are_labels;
            alive |= BITS(is_near) << (row * width);
            // Scores count from the best path's, so that sixteen bits hold them.
            STORE(scores + row * width, __builtin_elementwise_sub_sat(now[row], (lanes){} + (int16_t)best));
        }
        lanes top[4];
        lanes origin[4];
        for (size_t row = 0; row < rows; row++) {
            top[row] = (lanes){} + least;
            origin[row] = (lanes){};
        }
        for (; alive != 0; alive &= alive - 1) {
            int16_t label = (int16_t)__builtin_ctzll(alive);
            lanes offset = (lanes){} + scores[label];
            const int16_t *weights = transitions + (size_t)label * stride;
            for (size_t row = 0; row < rows; row++) {
                lanes sum = __builtin_elementwise_add_sat(LOAD(weights + row * width), offset);
                lanes better = sum > top[row];
                top[row] = CHOOSE(better, sum, top[row]);
                origin[row] = CHOOSE(better, (lanes){} + label, origin[row]);
            }
        }
        for (size_t row = 0; row < rows; row++) {
            now[row] = __builtin_elementwise_add_sat(top[row], LOAD(emissions + at * stride + row * width));
            *(loose_bytes *)(back + at * stride + row * width) = __builtin_convertvector(origin[row], bytes);
        }
    }
    for (size_t row = 0; row < rows; row++) STORE(scores + row * width, now[row]);
}

POSTIL_CLONES void postil_chain_best(const int16_t *emissions, const int16_t *transitions, const int16_t *first,
                                     const int16_t *last, size_t length, size_t labels, size_t stride, int32_t beam,
                                     int16_t *scores, uint8_t *back, uint8_t *path) {
    if (length == 0) return;
    for (size_t label = 0; label < stride; label += width) {
        STORE(scores + label, __builtin_elementwise_add_sat(LOAD(emissions + label), LOAD(first + label)));
    }
    // A constant number of rows keeps them in registers.
    switch (stride / width) {
    case 1: walk(emissions, transitions, length, labels, 1, beam, scores, back); break;
    case 2: walk(emissions, transitions, length, labels, 2, beam, scores, back); break;
    case 3: walk(emissions, transitions, length, labels, 3, beam, scores, back); break;
    default: walk(emissions, transitions, length, labels, 4, beam, scores, back); break;
    }
    size_t end = 0;
    int32_t best = 2 * least;
    for (size_t label = 0; label < labels; label++) {
        int32_t sum = (int32_t)scores[label] + last[label];
        if (sum > best) {
            best = sum;
            end = label;
        }
    }
    for (size_t at = length; at-- > 0;) {
        path[at] = (uint8_t)end;
        if (at > 0) end = back[at * stride + end];
    }
}
