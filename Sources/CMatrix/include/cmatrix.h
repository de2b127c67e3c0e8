#ifndef CMATRIX_H
#define CMATRIX_H

// Products of matrices of floats, and the few operations on rows of floats that go with them.
// On x86-64 processors with AVX2 and FMA the product uses them, found out when it runs; elsewhere a
// plain loop does the same, whose last bits may differ, as FMA rounds once where the loop rounds
// twice. On one processor a row's result depends on nothing but that row and the matrix.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Columns of a panel. A matrix of `depth` rows and `columns` columns (a multiple of this) is packed
/// as its panels one after the other, each row by row.
enum { CMATRIX_PANEL = 16 };

/// Adds to each row i of `sums` (`columns` floats, rows `stride` apart) the product of the row
/// `rows[i]` (`depth` floats) and the packed matrix. O(count × depth × columns).
void cmatrix_multiply_add(const float *const *rows, size_t count, const float *packed, size_t depth,
                          size_t columns, float *sums, size_t stride);

/// The same by the plain loop, whatever the processor.
void cmatrix_multiply_add_portable(const float *const *rows, size_t count, const float *packed,
                                   size_t depth, size_t columns, float *sums, size_t stride);

/// sums[i] += values[i]
void cmatrix_add(float *sums, const float *values, size_t count);

/// values[i] = max(values[i], 0)
void cmatrix_clip(float *values, size_t count);

/// values[i] = max(values[i], 0) + more[i]
void cmatrix_clip_add(float *values, const float *more, size_t count);

/// Moves and scales the values to mean 0 and variance 1. `count` is a multiple of 16.
void cmatrix_standardise(float *values, size_t count);

/// values[i] = values[i] × gains[i] + shifts[i]
void cmatrix_scale_shift(float *values, const float *gains, const float *shifts, size_t count);

/// values[i] = levels[i] × step + lowest
void cmatrix_from_levels(float *values, const uint8_t *levels, float step, float lowest,
                         size_t count);

/// values[i] = tanh(values[i]), then all are scaled to length 1; zeros stay.
void cmatrix_tanh_unit(float *values, size_t count);

/// distances[i] = the number of bits in which the i-th sketch differs from `sketch`; each has `words`
/// words.
void cmatrix_differing_bits(const uint64_t *sketch, const uint64_t *sketches, size_t words,
                            uint16_t *distances, size_t count);

/// The sum of values[i] × levels[i], in a fixed order. `count` is a multiple of 8.
float cmatrix_dot_levels(const float *values, const int8_t *levels, size_t count);

#ifdef __cplusplus
}
#endif

#endif
