#include "CLearning.h"
#include "dispatch.h"

/// Sixteen scores; two registers where the processor has only half as wide ones.
typedef int16_t lanes __attribute__((vector_size(32)));

enum { width = 16, least = -32000 };

/// Scores that may lie anywhere in memory.
typedef int16_t loose_lanes __attribute__((vector_size(32), aligned(2), may_alias));

// Macros, for a vector that a function takes or returns would need the wider registers everywhere.
#define LOAD(start) ((lanes)*(const loose_lanes *)(start))
#define STORE(start, values) (*(loose_lanes *)(start) = (loose_lanes)(values))
#define CHOOSE(mask, yes, no) (((mask) & (yes)) | (~(mask) & (no)))

POSTIL_CLONES void postil_chain_best(const int16_t *emissions, const int16_t *transitions, const int16_t *first,
                                     const int16_t *last, size_t length, size_t labels, size_t stride, int32_t beam,
                                     int16_t *scores, uint8_t *back, uint8_t *path) {
    if (length == 0) return;
    // Scores count from the best path's, so that sixteen bits hold them.
    for (size_t label = 0; label < stride; label += width) {
        STORE(scores + label, __builtin_elementwise_add_sat(LOAD(emissions + label), LOAD(first + label)));
    }
    uint8_t alive[64];
    for (size_t at = 1; at < length; at++) {
        int32_t best = least;
        for (size_t label = 0; label < labels; label++) best = scores[label] > best ? scores[label] : best;
        size_t count = 0;
        for (size_t label = 0; label < labels; label++) {
            alive[count] = (uint8_t)label;
            count += scores[label] >= best - beam;
        }
        const int16_t *emission = emissions + at * stride;
        uint8_t *from = back + at * stride;
        int16_t offsets[64];
        for (size_t index = 0; index < count; index++) offsets[index] = (int16_t)(scores[alive[index]] - best);
        for (size_t label = 0; label < stride; label += width) {
            lanes top = (lanes){} + least;
            lanes origin = (lanes){};
            for (size_t index = 0; index < count; index++) {
                lanes sum = __builtin_elementwise_add_sat(
                    LOAD(transitions + alive[index] * stride + label), (lanes){} + offsets[index]);
                lanes better = sum > top;
                top = CHOOSE(better, sum, top);
                origin = CHOOSE(better, (lanes){} + alive[index], origin);
            }
            STORE(scores + label, __builtin_elementwise_add_sat(top, LOAD(emission + label)));
            for (size_t lane = 0; lane < width; lane++) from[label + lane] = (uint8_t)origin[lane];
        }
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
