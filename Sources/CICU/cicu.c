// See cicu.h. Every function here is one ICU call with its buffers around it.

#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>
#include <unicode/uvernum.h>

void cicu_free(void *buffer) { free(buffer); }

const char *cicu_version(void) { return U_ICU_VERSION; }

// UTF-16 and back

static UChar *to_utf16(const char *text, int32_t length, int32_t *units) {
  UChar *buffer = malloc(((size_t)length + 1) * sizeof(UChar));
  if (!buffer) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(buffer, length + 1, units, text, length, 0xFFFD, NULL, &status);
  if (U_SUCCESS(status)) return buffer;
  free(buffer);
  return NULL;
}

static char *to_utf8(const UChar *units, int32_t count, size_t *length) {
  int32_t capacity = count * 3 + 1;
  char *buffer = malloc((size_t)capacity);
  if (!buffer) return NULL;
  int32_t written = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(buffer, capacity, &written, units, count, 0xFFFD, NULL, &status);
  if (U_FAILURE(status)) {
    free(buffer);
    return NULL;
  }
  buffer[written] = 0;
  *length = (size_t)written;
  return buffer;
}

// Transliteration

struct cicu_transliterator {
  UTransliterator *icu;
};

cicu_transliterator *cicu_transliterator_open(const char *id) {
  UChar name[512];
  if (strlen(id) >= 512) return NULL;
  u_uastrcpy(name, id);
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *icu = utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE(status)) return NULL;
  cicu_transliterator *transliterator = malloc(sizeof *transliterator);
  if (!transliterator) {
    utrans_close(icu);
    return NULL;
  }
  transliterator->icu = icu;
  return transliterator;
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  if (!transliterator) return;
  utrans_close(transliterator->icu);
  free(transliterator);
}

// `units` transliterated into a fresh buffer of `capacity`. On overflow ICU has already written
// over the buffer, so the caller starts again from `units` with the capacity put in `needed`.
static UChar *transliterated(const UTransliterator *icu, const UChar *units, int32_t count,
                             int32_t capacity, int32_t *needed, UErrorCode *status) {
  UChar *buffer = malloc((size_t)capacity * sizeof(UChar));
  if (!buffer) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  memcpy(buffer, units, (size_t)count * sizeof(UChar));
  int32_t limit = count;
  *needed = count;
  utrans_transUChars(icu, buffer, needed, capacity, 0, &limit, status);
  if (U_SUCCESS(*status)) return buffer;
  free(buffer);
  return NULL;
}

char *cicu_transliterate(const cicu_transliterator *transliterator, const char *text,
                         size_t length, size_t *result_length) {
  if (length > 100000000) return NULL;
  int32_t count = 0;
  UChar *units = to_utf16(text, (int32_t)length, &count);
  if (!units) return NULL;
  int32_t needed = 0;
  UErrorCode status = U_ZERO_ERROR;
  UChar *changed =
      transliterated(transliterator->icu, units, count, count * 4 + 64, &needed, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    changed = transliterated(transliterator->icu, units, count, needed + 1, &needed, &status);
  }
  free(units);
  if (!changed) return NULL;
  char *result = to_utf8(changed, needed, result_length);
  free(changed);
  return result;
}

// Charsets

// UTF-8 that grows as pieces of UTF-16 are added to it.
typedef struct {
  char *bytes;
  size_t length, capacity;
} growing;

static _Bool grow(growing *output, const UChar *units, int32_t count) {
  size_t room = (size_t)count * 3 + 1;
  if (output->capacity - output->length < room) {
    size_t capacity = (output->capacity + room) * 2;
    char *bytes = realloc(output->bytes, capacity);
    if (!bytes) return 0;
    output->bytes = bytes;
    output->capacity = capacity;
  }
  int32_t written = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(output->bytes + output->length, (int32_t)room, &written, units, count, 0xFFFD,
                     NULL, &status);
  output->length += (size_t)written;
  output->bytes[output->length] = 0;
  return U_SUCCESS(status);
}

// Where the sequence begins that stopped the converter at `reached`.
static size_t malformed_start(UConverter *converter, size_t reached) {
  char sequence[32];
  int8_t count = sizeof sequence;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, sequence, &count, &status);
  return U_SUCCESS(status) && (size_t)count <= reached ? reached - (size_t)count : reached;
}

static cicu_status convert(UConverter *converter, const char *bytes, size_t length,
                           _Bool is_last, growing *output, size_t *malformed_at) {
  UChar units[4096];
  const char *source = bytes;
  for (;;) {
    UChar *target = units;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units + 4095, &source, bytes + length, NULL, is_last, &status);
    // A surrogate pair must not be cut between two pieces: fetch its second half as well.
    if (status == U_BUFFER_OVERFLOW_ERROR && U16_IS_LEAD(target[-1])) {
      status = U_ZERO_ERROR;
      ucnv_toUnicode(converter, &target, units + 4096, &source, bytes + length, NULL, is_last, &status);
    }
    if (!grow(output, units, (int32_t)(target - units))) return CICU_OUT_OF_MEMORY;
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_SUCCESS(status)) return CICU_OK;
    *malformed_at = malformed_start(converter, (size_t)(source - bytes));
    return CICU_MALFORMED;
  }
}

cicu_status cicu_convert(const char *charset, const char *bytes, size_t length, char **result,
                         size_t *result_length, size_t *malformed_at) {
  *result = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return CICU_UNKNOWN_CHARSET;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  growing output = {NULL, 0, 0};
  cicu_status outcome = convert(converter, bytes, length, 1, &output, malformed_at);
  ucnv_close(converter);
  if (outcome != CICU_OK) {
    free(output.bytes);
    return outcome;
  }
  *result = output.bytes;
  *result_length = output.length;
  return CICU_OK;
}

struct cicu_converter {
  UConverter *icu;
  growing output;
};

cicu_converter *cicu_converter_open(const char *charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *icu = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return NULL;
  ucnv_setToUCallBack(icu, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  cicu_converter *converter = calloc(1, sizeof *converter);
  if (converter) converter->icu = icu;
  else ucnv_close(icu);
  return converter;
}

void cicu_converter_close(cicu_converter *converter) {
  if (!converter) return;
  ucnv_close(converter->icu);
  free(converter->output.bytes);
  free(converter);
}

cicu_status cicu_converter_next(cicu_converter *converter, const char *bytes, size_t length,
                                _Bool is_last, const char **result, size_t *result_length,
                                size_t *malformed_at) {
  converter->output.length = 0;
  cicu_status outcome =
      convert(converter->icu, bytes, length, is_last, &converter->output, malformed_at);
  *result = converter->output.bytes;
  *result_length = converter->output.length;
  return outcome;
}

// Sentence boundaries

struct cicu_sentences {
  UBreakIterator *icu;
  UText text;
};

static cicu_sentences *open_finder(UBreakIteratorType kind, const char *locale) {
  cicu_sentences *sentences = malloc(sizeof *sentences);
  if (!sentences) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  sentences->icu = ubrk_open(kind, locale, NULL, 0, &status);
  if (U_FAILURE(status)) {
    free(sentences);
    return NULL;
  }
  UText empty = UTEXT_INITIALIZER;
  sentences->text = empty;
  return sentences;
}

cicu_sentences *cicu_sentences_open(const char *locale) {
  return open_finder(UBRK_SENTENCE, locale);
}

cicu_sentences *cicu_words_open(const char *locale) { return open_finder(UBRK_WORD, locale); }

void cicu_sentences_close(cicu_sentences *sentences) {
  if (!sentences) return;
  ubrk_close(sentences->icu);
  utext_close(&sentences->text);
  free(sentences);
}

_Bool cicu_sentences_begin(cicu_sentences *sentences, const char *text, size_t length) {
  if (length > INT32_MAX) return 0;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&sentences->text, text, (int64_t)length, &status);
  ubrk_setUText(sentences->icu, &sentences->text, &status);
  return U_SUCCESS(status);
}

int64_t cicu_sentences_next(cicu_sentences *sentences) {
  int32_t end = ubrk_next(sentences->icu);
  return end == UBRK_DONE ? -1 : end;
}

// Regular expressions

struct cicu_pattern {
  URegularExpression *icu;
  UText text;
};

// ICU counts ten thousand steps as one; a search that needs this many has gone astray.
enum { longest_search = 20000 };

cicu_pattern *cicu_pattern_open(const char *expression, size_t length, const char **reason) {
  *reason = "";
  cicu_pattern *pattern = malloc(sizeof *pattern);
  if (!pattern) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER, empty = UTEXT_INITIALIZER;
  utext_openUTF8(&text, expression, (int64_t)length, &status);
  pattern->icu = uregex_openUText(&text, 0, NULL, &status);
  uregex_setTimeLimit(pattern->icu, longest_search, &status);
  utext_close(&text);
  pattern->text = empty;
  if (U_SUCCESS(status)) return pattern;
  *reason = u_errorName(status);
  free(pattern);
  return NULL;
}

void cicu_pattern_close(cicu_pattern *pattern) {
  if (!pattern) return;
  uregex_close(pattern->icu);
  utext_close(&pattern->text);
  free(pattern);
}

_Bool cicu_pattern_begin(cicu_pattern *pattern, const char *text, size_t length) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&pattern->text, text, (int64_t)length, &status);
  uregex_setUText(pattern->icu, &pattern->text, &status);
  return U_SUCCESS(status);
}

int cicu_pattern_find(cicu_pattern *pattern, int64_t from, int64_t *start, int64_t *end) {
  UErrorCode status = U_ZERO_ERROR;
  _Bool found = uregex_find64(pattern->icu, from, &status);
  if (U_SUCCESS(status) && !found) return 0;
  *start = uregex_start64(pattern->icu, 0, &status);
  *end = uregex_end64(pattern->icu, 0, &status);
  return U_SUCCESS(status) ? 1 : -1;
}

int cicu_pattern_matches_at(cicu_pattern *pattern, int64_t offset) {
  UErrorCode status = U_ZERO_ERROR;
  _Bool found = uregex_lookingAt64(pattern->icu, offset, &status);
  return U_FAILURE(status) ? -1 : found;
}
