#ifndef CICU_H
#define CICU_H

// A plain-C face of ICU: transliteration, charset detection, conversion, sentence boundaries, regular
// expressions.
// Text is UTF-8 with its length in bytes, in and out. No <unicode/...> header appears here, since
// Foundation carries an ICU of its own and the two do not compile side by side.
// A handle is used by one thread at a time.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Frees a buffer this library returned; NULL is allowed.
void cicu_free(void *buffer);

/// ICU's version: "72.1".
const char *cicu_version(void);

// Transliteration

typedef struct cicu_transliterator cicu_transliterator;

/// Opens a transliterator by its id, simple or compound: "Han-Latin; Latin-ASCII; Lower".
/// NULL when ICU knows no such id. Takes milliseconds to tens of milliseconds: keep it.
cicu_transliterator *cicu_transliterator_open(const char *id);
void cicu_transliterator_close(cicu_transliterator *transliterator);

/// The text transliterated, with a zero byte after it; the caller frees it with cicu_free.
/// NULL when `text` is longer than 100 MB or memory is short. Malformed UTF-8 becomes U+FFFD.
char *cicu_transliterate(const cicu_transliterator *transliterator, const char *text,
                         size_t length, size_t *result_length);

// Charsets

typedef enum {
  CICU_OK = 0,
  CICU_UNKNOWN_CHARSET,
  CICU_MALFORMED,
  CICU_OUT_OF_MEMORY,
} cicu_status;

/// Converts bytes of a named charset to UTF-8, and stops at the first malformed or unassigned
/// byte sequence, whose offset in `bytes` it then puts in `malformed_at`. With CICU_OK `result`
/// is a buffer for cicu_free with a zero byte after it, else NULL. A byte-order mark is converted
/// like any character, except by charsets that consume it ("UTF-16").
cicu_status cicu_convert(const char *charset, const char *bytes, size_t length, char **result,
                         size_t *result_length, size_t *malformed_at);

typedef struct cicu_converter cicu_converter;

/// Opens a converter to UTF-8 for bytes that come in pieces. NULL when ICU knows no such charset.
cicu_converter *cicu_converter_open(const char *charset);
void cicu_converter_close(cicu_converter *converter);

/// Converts the next piece, a character cut by its end being kept for the next call. `result` stays
/// good until then. As cicu_convert otherwise, but that `malformed_at` counts in the piece.
cicu_status cicu_converter_next(cicu_converter *converter, const char *bytes, size_t length,
                                _Bool is_last, const char **result, size_t *result_length,
                                size_t *malformed_at);

// Sentence boundaries

typedef struct cicu_sentences cicu_sentences;

/// Opens a finder of sentence boundaries for a locale: "zh", "en@ss=standard" (which does not
/// break after `Dr.`). NULL on failure. Keep it: opening reads the exception list.
cicu_sentences *cicu_sentences_open(const char *locale);
/// The same for words, and for what stands between them; Chinese and Japanese by a dictionary.
cicu_sentences *cicu_words_open(const char *locale);
void cicu_sentences_close(cicu_sentences *sentences);

/// Starts on a text, which must stay in place and unchanged until the next call or the close.
/// At most INT32_MAX bytes; false when longer.
_Bool cicu_sentences_begin(cicu_sentences *sentences, const char *text, size_t length);

/// The byte offset where the next sentence ends (trailing white space belongs to the sentence
/// before it), or -1 after the last.
int64_t cicu_sentences_next(cicu_sentences *sentences);

// Regular expressions

typedef struct cicu_pattern cicu_pattern;

/// Compiles a regular expression of ICU's. NULL when it is malformed; then `reason` is ICU's name of
/// what is wrong with it, a constant.
cicu_pattern *cicu_pattern_open(const char *expression, size_t length, const char **reason);
void cicu_pattern_close(cicu_pattern *pattern);

/// Starts on a text, which must stay in place and unchanged until the next call or the close.
/// False when memory is short.
_Bool cicu_pattern_begin(cicu_pattern *pattern, const char *text, size_t length);

/// Whether there is a match, an empty one too, from a byte offset on: 1, 0, or -1 when the search takes
/// more steps or memory than a plain expression needs. `start` and `end` are its byte offsets.
int cicu_pattern_find(cicu_pattern *pattern, int64_t from, int64_t *start, int64_t *end);

/// Whether a match begins at a byte offset: 1, 0, or -1 as above. It sees what stands before.
int cicu_pattern_matches_at(cicu_pattern *pattern, int64_t offset);

#ifdef __cplusplus
}
#endif

#endif
