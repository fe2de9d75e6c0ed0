#include "CLearning.h"
#include "dispatch.h"

#include <string.h>

POSTIL_CLONES void postil_rows_add(const float *table, const uint32_t *rows, size_t count, size_t stride,
                                   float *sums) {
    for (size_t index = 0; index < count; index++) {
        if (index + 8 < count) __builtin_prefetch(table + (size_t)rows[index + 8] * stride);
        const float *row = table + (size_t)rows[index] * stride;
        for (size_t label = 0; label < stride; label += 8) {
            for (size_t lane = 0; lane < 8; lane++) sums[label + lane] += row[label + lane];
        }
    }
}

POSTIL_CLONES void postil_rows_move(float *table, float *squares, const uint32_t *rows, size_t count, size_t stride,
                                    const float *gradient, float rate, float decay) {
    for (size_t index = 0; index < count; index++) {
        if (index + 4 < count) __builtin_prefetch(squares + (size_t)rows[index + 4] * stride);
        float *weights = table + (size_t)rows[index] * stride;
        float *sums = squares + (size_t)rows[index] * stride;
        for (size_t label = 0; label < stride; label += 8) {
            for (size_t lane = 0; lane < 8; lane++) {
                float slope = gradient[label + lane] - decay * weights[label + lane];
                float sum = sums[label + lane] + slope * slope;
                sums[label + lane] = sum;
                weights[label + lane] += rate * slope / __builtin_elementwise_sqrt(sum);
            }
        }
    }
}

/// e to the power of `number`, within two units of the last place; the same on every machine.
static inline float exponential(float number) {
    float clamped = number < -80.0f ? -80.0f : number > 80.0f ? 80.0f : number;
    float turns = clamped * 1.44269504f;
    float whole = (float)(int32_t)(turns + (turns < 0 ? -0.5f : 0.5f));
    float rest = (turns - whole) * 0.693147181f;
    float series = 1.0f + rest * (1.0f + rest * (0.5f + rest * (0.166666667f + rest * (0.0416666667f
        + rest * (0.00833333333f + rest * 0.00138888889f)))));
    int32_t bits = ((int32_t)whole + 127) << 23;
    float power;
    memcpy(&power, &bits, sizeof power);
    return series * power;
}

POSTIL_CLONES void postil_exponentials(float *numbers, size_t count) {
    for (size_t index = 0; index < count; index++) numbers[index] = exponential(numbers[index]);
}

/// Divides `count` numbers by their sum; 0 where the sum is.
static inline int normalise(float *numbers, size_t count) {
    float sum = 0;
    for (size_t index = 0; index < count; index++) sum += numbers[index];
    if (!(sum > 0)) return 0;
    float factor = 1 / sum;
    for (size_t index = 0; index < count; index++) numbers[index] *= factor;
    return 1;
}

/// Probabilities below this have no part in the sums.
static const float least = 1e-7f;

POSTIL_CLONES int postil_chain_forward(const float *emissions, const float *transitions, const float *first,
                                       size_t length, size_t labels, size_t stride, float *forward) {
    for (size_t label = 0; label < stride; label++) forward[label] = emissions[label] * first[label];
    if (!normalise(forward, stride)) return 0;
    for (size_t at = 1; at < length; at++) {
        const float *before = forward + (at - 1) * stride;
        float *now = forward + at * stride;
        memset(now, 0, stride * sizeof *now);
        for (size_t from = 0; from < labels; from++) {
            float share = before[from];
            if (share < least) continue;
            const float *row = transitions + from * stride;
            for (size_t label = 0; label < stride; label++) now[label] += share * row[label];
        }
        const float *emission = emissions + at * stride;
        for (size_t label = 0; label < stride; label++) now[label] *= emission[label];
        if (!normalise(now, stride)) return 0;
    }
    return 1;
}

POSTIL_CLONES void postil_chain_backward(const float *emissions, const float *transitions, const float *transposed,
                                         const float *last, size_t length, size_t labels, size_t stride,
                                         float weight, float *forward, float *backward, float *pairs) {
    float *behind = backward;
    float *pulled = backward + stride;
    float *next = backward + 2 * stride;
    memcpy(behind, last, stride * sizeof *behind);
    for (size_t at = length; at-- > 0;) {
        float *now = forward + at * stride;
        const float *emission = emissions + at * stride;
        if (at > 0) {
            // What lies behind this place, pulled through its emissions and over the transitions.
            for (size_t label = 0; label < stride; label++) pulled[label] = emission[label] * behind[label];
            memset(next, 0, stride * sizeof *next);
            if (normalise(pulled, stride)) {
                for (size_t to = 0; to < labels; to++) {
                    float share = pulled[to];
                    if (share < least) continue;
                    const float *row = transposed + to * stride;
                    for (size_t label = 0; label < stride; label++) next[label] += share * row[label];
                }
            }
            if (pairs) {
                const float *before = forward + (at - 1) * stride;
                float total = 0;
                for (size_t label = 0; label < stride; label++) total += before[label] * next[label];
                float factor = total > 0 ? weight / total : 0;
                for (size_t from = 0; from < labels; from++) {
                    float share = before[from] * factor;
                    if (before[from] < least) continue;
                    const float *row = transitions + from * stride;
                    float *sums = pairs + from * stride;
                    for (size_t label = 0; label < stride; label++) sums[label] += share * row[label] * pulled[label];
                }
            }
        }
        for (size_t label = 0; label < stride; label++) now[label] *= behind[label];
        normalise(now, stride);
        float *swap = behind;
        behind = next;
        next = swap;
    }
}
