#include "CLearning.h"
#include "dispatch.h"

enum { impossible = -1000000000 };

POSTIL_CLONES void postil_chain_best(const int16_t *emissions, const int16_t *transitions, const int16_t *first,
                                     const int16_t *last, size_t length, size_t labels, size_t stride, int32_t beam,
                                     int32_t *scores, uint8_t *back, uint8_t *path) {
    if (length == 0) return;
    int32_t *before = scores;
    int32_t *now = scores + stride;
    for (size_t label = 0; label < stride; label++) {
        before[label] = label < labels ? (int32_t)emissions[label] + first[label] : impossible;
    }
    for (size_t at = 1; at < length; at++) {
        int32_t best = impossible;
        for (size_t label = 0; label < labels; label++) best = before[label] > best ? before[label] : best;
        int32_t least = best - beam;
        uint8_t *from = back + at * stride;
        for (size_t label = 0; label < stride; label++) {
            now[label] = impossible;
            from[label] = 0;
        }
        for (size_t previous = 0; previous < labels; previous++) {
            if (before[previous] < least) continue;
            const int16_t *row = transitions + previous * stride;
            int32_t score = before[previous];
            for (size_t label = 0; label < stride; label++) {
                int32_t sum = score + row[label];
                from[label] = sum > now[label] ? (uint8_t)previous : from[label];
                now[label] = sum > now[label] ? sum : now[label];
            }
        }
        const int16_t *emission = emissions + at * stride;
        for (size_t label = 0; label < stride; label++) now[label] += emission[label];
        for (size_t label = labels; label < stride; label++) now[label] = impossible;
        int32_t *swap = before;
        before = now;
        now = swap;
    }
    size_t end = 0;
    int32_t best = 2 * impossible;
    for (size_t label = 0; label < labels; label++) {
        if (before[label] + last[label] > best) {
            best = before[label] + last[label];
            end = label;
        }
    }
    for (size_t at = length; at-- > 0;) {
        path[at] = (uint8_t)end;
        if (at > 0) end = back[at * stride + end];
    }
}
