#include "CLearning.h"
#include "dispatch.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

/// The position of `fingerprint` among eight; 8 where it is not there.
static inline unsigned position(const uint16_t *fingerprints, uint16_t fingerprint) {
#if defined(__x86_64__)
    __m128i group = _mm_loadu_si128((const __m128i *)fingerprints);
    unsigned mask = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(group, _mm_set1_epi16((short)fingerprint)));
    return mask == 0 ? 8 : (unsigned)__builtin_ctz(mask) / 2;
#else
    for (unsigned index = 0; index < 8; index++) {
        if (fingerprints[index] == fingerprint) return index;
    }
    return 8;
#endif
}

static inline int64_t find(const postil_table *table, uint32_t hash) {
    size_t group = postil_table_group(hash, table->group_mask);
    unsigned at = position(table->fingerprints + group * 8, postil_table_fingerprint(hash));
    return at == 8 ? -1 : (int64_t)(group * 8 + at);
}

int64_t postil_table_find(const postil_table *table, uint32_t hash) { return find(table, hash); }

enum { most_features = 128 };

/// Sixteen sums, and the weights to be added to them; both may lie anywhere in memory.
typedef int16_t lanes __attribute__((vector_size(32)));
typedef int16_t loose_sums __attribute__((vector_size(32), aligned(2), may_alias));
typedef int8_t loose_weights __attribute__((vector_size(16), aligned(1), may_alias));

// Macros, for a vector that a function takes or returns would need the wider registers everywhere.
#define LOAD_SUMS(start) ((lanes)*(const loose_sums *)(start))
#define STORE_SUMS(start, values) (*(loose_sums *)(start) = (loose_sums)(values))
#define LOAD_WEIGHTS(start) __builtin_convertvector(*(const loose_weights *)(start), lanes)

POSTIL_CLONES void postil_table_add(const postil_table *table, const uint32_t *hashes, size_t count, int16_t *sums) {
    const int8_t *found[most_features];
    size_t stride = table->stride;
    while (count > 0) {
        size_t batch = count < most_features ? count : most_features;
        // Asked for early, the fingerprints and then the rows arrive while others are looked at.
        for (size_t index = 0; index < batch; index++) {
            __builtin_prefetch(table->fingerprints + (size_t)postil_table_group(hashes[index], table->group_mask) * 8);
        }
        size_t rows = 0;
        for (size_t index = 0; index < batch; index++) {
            int64_t row = find(table, hashes[index]);
            if (row < 0) continue;
            const int8_t *start = table->rows + (size_t)row * stride;
            __builtin_prefetch(start);
            __builtin_prefetch(start + stride - 1);
            found[rows++] = start;
        }
        // Two registers of sums at a time stay where they are while the rows go by.
        size_t label = 0;
        for (; label + 32 <= stride; label += 32) {
            lanes low = LOAD_SUMS(sums + label);
            lanes high = LOAD_SUMS(sums + label + 16);
            for (size_t row = 0; row < rows; row++) {
                low += LOAD_WEIGHTS(found[row] + label);
                high += LOAD_WEIGHTS(found[row] + label + 16);
            }
            STORE_SUMS(sums + label, low);
            STORE_SUMS(sums + label + 16, high);
        }
        for (; label < stride; label += 16) {
            lanes only = LOAD_SUMS(sums + label);
            for (size_t row = 0; row < rows; row++) only += LOAD_WEIGHTS(found[row] + label);
            STORE_SUMS(sums + label, only);
        }
        hashes += batch;
        count -= batch;
    }
}
