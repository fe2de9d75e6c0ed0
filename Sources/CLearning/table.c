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
    // Sixteen bits, so that the next one stands for none.
    return (unsigned)__builtin_ctz(mask | 1u << 16) / 2;
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

/// Sixteen sums, and the weights to be added to them; both may lie anywhere in memory.
typedef int16_t lanes __attribute__((vector_size(32)));
typedef int16_t loose_sums __attribute__((vector_size(32), aligned(2), may_alias));
typedef int8_t loose_weights __attribute__((vector_size(16), aligned(1), may_alias));

// Macros, for a vector that a function takes or returns would need the wider registers everywhere.
#define STORE_SUMS(start, values) (*(loose_sums *)(start) = (loose_sums)(values))
#define LOAD_WEIGHTS(start) __builtin_convertvector(*(const loose_weights *)(start), lanes)

/// So many steps before they are needed fingerprints and rows are asked for: long enough for them to come, and
/// few enough for the processor to have all under way at once.
enum { fingerprints_ahead = 64, rows_ahead = 48 };

/// Sums the rows of each element, the sums in registers: `width` times sixteen labels.
static inline __attribute__((always_inline)) void sum_rows(const int8_t *const *rows, const uint32_t *ends,
                                                           size_t count, size_t width, int16_t *sums) {
    size_t total = ends[count - 1];
    size_t at = 0;
    for (size_t element = 0; element < count; element++) {
        lanes sum[4] = {};
        for (; at < ends[element]; at++) {
            const int8_t *ahead = rows[at + rows_ahead < total ? at + rows_ahead : at];
            __builtin_prefetch(ahead);
            __builtin_prefetch(ahead + 16 * width - 1);
#pragma clang loop unroll(full)
            for (size_t index = 0; index < width; index++) sum[index] += LOAD_WEIGHTS(rows[at] + 16 * index);
        }
#pragma clang loop unroll(full)
        for (size_t index = 0; index < width; index++) STORE_SUMS(sums + 16 * index, sum[index]);
        sums += 16 * width;
    }
}

POSTIL_CLONES void postil_table_sum(const postil_table *table, const uint32_t *hashes, const uint32_t *ends,
                                    size_t count, const int8_t **rows, uint32_t *row_ends, int16_t *sums) {
    if (count == 0) return;
    size_t total = ends[count - 1];
    for (size_t index = 0; index < total && index < fingerprints_ahead; index++) {
        __builtin_prefetch(table->fingerprints + (size_t)postil_table_group(hashes[index], table->group_mask) * 8);
    }
    size_t found = 0;
    size_t at = 0;
    for (size_t element = 0; element < count; element++) {
        for (; at < ends[element]; at++) {
            uint32_t ahead = hashes[at + fingerprints_ahead < total ? at + fingerprints_ahead : at];
            __builtin_prefetch(table->fingerprints + (size_t)postil_table_group(ahead, table->group_mask) * 8);
            // Whether a feature has a row cannot be foretold, so no branch depends on it.
            size_t group = postil_table_group(hashes[at], table->group_mask);
            unsigned row = position(table->fingerprints + group * 8, postil_table_fingerprint(hashes[at]));
            rows[found] = table->rows + (group * 8 + (row & 7)) * table->stride;
            found += row < 8;
        }
        row_ends[element] = (uint32_t)found;
    }
    switch (table->stride) {
    case 16: return sum_rows(rows, row_ends, count, 1, sums);
    case 32: return sum_rows(rows, row_ends, count, 2, sums);
    case 48: return sum_rows(rows, row_ends, count, 3, sums);
    default: return sum_rows(rows, row_ends, count, 4, sums);
    }
}
