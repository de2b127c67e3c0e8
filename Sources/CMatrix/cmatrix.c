#include "cmatrix.h"

#include <math.h>
#include <stdbool.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Sums in a fixed order and without contraction, so that they are the same on every processor.
#pragma STDC FP_CONTRACT OFF

enum {
  PANEL = CMATRIX_PANEL,
  // Depth done at a time: 256 rows of a panel are 16 KB, half of a usual first-level cache.
  SLICE = 256,
  // Rows of a tile: 6 × 2 registers of sums leave 4 of AVX2's 16 for what is multiplied.
  TILE = 6,
};

typedef void tile_function(const float *const *rows, size_t from, size_t depth,
                           const float *panel, float *sums, size_t stride);

static void multiply_add(const float *const *rows, size_t count, const float *packed, size_t depth,
                         size_t columns, float *sums, size_t stride,
                         tile_function *const tiles[TILE + 1]) {
  for (size_t from = 0; from < depth; from += SLICE) {
    const size_t slice = depth - from < SLICE ? depth - from : SLICE;
    for (size_t column = 0; column < columns; column += PANEL) {
      const float *panel = packed + column * depth + from * PANEL;
      for (size_t row = 0; row < count; row += TILE) {
        const size_t height = count - row < TILE ? count - row : TILE;
        tiles[height](rows + row, from, slice, panel, sums + row * stride + column, stride);
      }
    }
  }
}

static inline __attribute__((always_inline)) void plain_tile(
    int height, const float *const *rows, size_t from, size_t depth, const float *panel,
    float *sums, size_t stride) {
  for (int row = 0; row < height; row++) {
    float sum[PANEL];
    for (int j = 0; j < PANEL; j++) sum[j] = sums[row * stride + j];
    for (size_t k = 0; k < depth; k++) {
      const float value = rows[row][from + k];
      for (int j = 0; j < PANEL; j++) sum[j] += value * panel[k * PANEL + j];
    }
    for (int j = 0; j < PANEL; j++) sums[row * stride + j] = sum[j];
  }
}

#define TILE_FUNCTION(name, height, attribute)                                                   \
  attribute static void name##_##height(const float *const *rows, size_t from, size_t depth,      \
                                        const float *panel, float *sums, size_t stride) {         \
    name(height, rows, from, depth, panel, sums, stride);                                         \
  }
#define TILE_FUNCTIONS(name, attribute)                                                           \
  TILE_FUNCTION(name, 1, attribute)                                                               \
  TILE_FUNCTION(name, 2, attribute)                                                               \
  TILE_FUNCTION(name, 3, attribute)                                                               \
  TILE_FUNCTION(name, 4, attribute)                                                               \
  TILE_FUNCTION(name, 5, attribute)                                                               \
  TILE_FUNCTION(name, 6, attribute)                                                               \
  static tile_function *const name##s[TILE + 1] = {0,        name##_1, name##_2, name##_3,        \
                                                   name##_4, name##_5, name##_6};

TILE_FUNCTIONS(plain_tile, )

void cmatrix_multiply_add_portable(const float *const *rows, size_t count, const float *packed,
                                   size_t depth, size_t columns, float *sums, size_t stride) {
  multiply_add(rows, count, packed, depth, columns, sums, stride, plain_tiles);
}

#if defined(__x86_64__)

#define FMA __attribute__((target("avx2,fma")))

FMA static inline __attribute__((always_inline)) void fma_tile(
    int height, const float *const *rows, size_t from, size_t depth, const float *panel,
    float *sums, size_t stride) {
  __m256 sum[TILE][2];
#pragma clang loop unroll(full)
  for (int row = 0; row < height; row++) {
    sum[row][0] = _mm256_loadu_ps(sums + row * stride);
    sum[row][1] = _mm256_loadu_ps(sums + row * stride + 8);
  }
  for (size_t k = 0; k < depth; k++) {
    const __m256 low = _mm256_loadu_ps(panel + k * PANEL);
    const __m256 high = _mm256_loadu_ps(panel + k * PANEL + 8);
#pragma clang loop unroll(full)
    for (int row = 0; row < height; row++) {
      const __m256 value = _mm256_broadcast_ss(rows[row] + from + k);
      sum[row][0] = _mm256_fmadd_ps(value, low, sum[row][0]);
      sum[row][1] = _mm256_fmadd_ps(value, high, sum[row][1]);
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < height; row++) {
    _mm256_storeu_ps(sums + row * stride, sum[row][0]);
    _mm256_storeu_ps(sums + row * stride + 8, sum[row][1]);
  }
}

TILE_FUNCTIONS(fma_tile, FMA)

void cmatrix_multiply_add(const float *const *rows, size_t count, const float *packed, size_t depth,
                          size_t columns, float *sums, size_t stride) {
  const bool fast = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  multiply_add(rows, count, packed, depth, columns, sums, stride,
               fast ? fma_tiles : plain_tiles);
}

#else

void cmatrix_multiply_add(const float *const *rows, size_t count, const float *packed, size_t depth,
                          size_t columns, float *sums, size_t stride) {
  cmatrix_multiply_add_portable(rows, count, packed, depth, columns, sums, stride);
}

#endif

void cmatrix_add(float *restrict sums, const float *restrict values, size_t count) {
  for (size_t i = 0; i < count; i++) sums[i] += values[i];
}

void cmatrix_clip(float *values, size_t count) {
  for (size_t i = 0; i < count; i++) values[i] = values[i] > 0 ? values[i] : 0;
}

void cmatrix_clip_add(float *restrict values, const float *restrict more, size_t count) {
  for (size_t i = 0; i < count; i++) values[i] = (values[i] > 0 ? values[i] : 0) + more[i];
}

// Sixteen sums side by side, then one: the compiler may use vectors without changing the order.
static float sum_of(const float *values, size_t count, float mean, bool squares) {
  float lanes[16] = {0};
  for (size_t i = 0; i < count; i += 16) {
    for (size_t lane = 0; lane < 16; lane++) {
      const float value = values[i + lane] - mean;
      lanes[lane] += squares ? value * value : value;
    }
  }
  float sum = 0;
  for (size_t lane = 0; lane < 16; lane++) sum += lanes[lane];
  return sum;
}

void cmatrix_standardise(float *values, size_t count) {
  const float mean = sum_of(values, count, 0, false) / (float)count;
  const float variance = sum_of(values, count, mean, true) / (float)count;
  const float scale = 1 / sqrtf(variance + 1e-12f);
  for (size_t i = 0; i < count; i++) values[i] = (values[i] - mean) * scale;
}

void cmatrix_scale_shift(float *restrict values, const float *restrict gains,
                         const float *restrict shifts, size_t count) {
  for (size_t i = 0; i < count; i++) values[i] = values[i] * gains[i] + shifts[i];
}

void cmatrix_from_levels(float *restrict values, const uint8_t *restrict levels, float step,
                         float lowest, size_t count) {
  for (size_t i = 0; i < count; i++) values[i] = (float)levels[i] * step + lowest;
}

void cmatrix_tanh_unit(float *values, size_t count) {
  float squares = 0;
  for (size_t i = 0; i < count; i++) {
    values[i] = tanhf(values[i]);
    squares += values[i] * values[i];
  }
  const float scale = squares > 0 ? 1 / sqrtf(squares) : 0;
  for (size_t i = 0; i < count; i++) values[i] *= scale;
}

static inline __attribute__((always_inline)) void differing_bits(
    const uint64_t *sketch, const uint64_t *sketches, size_t words, uint16_t *distances,
    size_t count) {
  for (size_t i = 0; i < count; i++) {
    int bits = 0;
    for (size_t j = 0; j < words; j++) {
      bits += __builtin_popcountll(sketch[j] ^ sketches[i * words + j]);
    }
    distances[i] = (uint16_t)bits;
  }
}

#if defined(__x86_64__)
__attribute__((target("popcnt"))) static void differing_bits_popcnt(
    const uint64_t *sketch, const uint64_t *sketches, size_t words, uint16_t *distances,
    size_t count) {
  differing_bits(sketch, sketches, words, distances, count);
}
#endif

void cmatrix_differing_bits(const uint64_t *sketch, const uint64_t *sketches, size_t words,
                            uint16_t *distances, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("popcnt")) {
    differing_bits_popcnt(sketch, sketches, words, distances, count);
    return;
  }
#endif
  differing_bits(sketch, sketches, words, distances, count);
}

float cmatrix_dot_levels(const float *values, const int8_t *levels, size_t count) {
  // Eight sums side by side, which a compiler can keep in one register.
  float sums[8] = {0};
  for (size_t i = 0; i < count; i += 8) {
    for (size_t j = 0; j < 8; j++) sums[j] += values[i + j] * (float)levels[i + j];
  }
  return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}
