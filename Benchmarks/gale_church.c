/* Gale & Church's aligner ("A Program for Aligning Sentences in Bilingual Corpora", 1993), plain: a
 * peer to be timed beside bitext. Lengths in bytes, as many target bytes a source byte as the whole
 * texts have, variance 6.8, the six shapes with the paper's shares; the whole matrix, since the texts
 * have no hard borders.
 *
 *   cc -O2 -o gale_church gale_church.c -lm && ./gale_church SOURCE TARGET > beads
 *
 * A segment a line, blank lines passed over. Writes a bead a line: [0, 1]:[0]. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  int count;
  double *sums; /* bytes before each segment, and all of them */
} Text;

static Text read_text(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(1);
  }
  Text text = {0, malloc(sizeof(double))};
  text.sums[0] = 0;
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, file) > 0) {
    size_t length = strcspn(line, "\r\n");
    if (strspn(line, " \t") == length) continue;
    text.sums = realloc(text.sums, (text.count + 2) * sizeof(double));
    text.sums[text.count + 1] = text.sums[text.count] + (double)length;
    text.count++;
  }
  free(line);
  fclose(file);
  return text;
}

static const struct {
  int source, target;
  double share;
} shapes[] = {{1, 1, 0.89},  {1, 0, 0.00495}, {0, 1, 0.00495},
              {2, 1, 0.0445}, {1, 2, 0.0445},  {2, 2, 0.011}};

/* -log P(delta | match), delta two-sided normal. */
static double cost(double source, double target, double ratio) {
  double mean = (source + target / ratio) / 2;
  if (mean == 0) return 0;
  double delta = fabs(target - source * ratio) / sqrt(6.8 * mean);
  double tail = erfc(delta / sqrt(2));
  return tail > 1e-300 ? -log(tail) : 700;
}

static void write_side(int start, int count) {
  putchar('[');
  for (int k = 0; k < count; k++) printf(k ? ", %d" : "%d", start + k);
  putchar(']');
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: gale_church SOURCE TARGET\n");
    return 2;
  }
  Text source = read_text(arguments[1]), target = read_text(arguments[2]);
  int n = source.count, m = target.count;
  size_t width = (size_t)m + 1;
  double ratio = target.sums[m] / source.sums[n];
  double *best = malloc((size_t)(n + 1) * width * sizeof(double));
  char *choice = malloc((size_t)(n + 1) * width);
  for (int i = 0; i <= n; i++) {
    for (int j = 0; j <= m; j++) {
      double least = i + j == 0 ? 0 : INFINITY;
      for (int k = 0; k < 6; k++) {
        int a = shapes[k].source, b = shapes[k].target;
        if (a > i || b > j) continue;
        double value = best[(i - a) * width + (j - b)] - log(shapes[k].share) +
                       cost(source.sums[i] - source.sums[i - a], target.sums[j] - target.sums[j - b],
                            ratio);
        if (value < least) {
          least = value;
          choice[i * width + j] = (char)k;
        }
      }
      best[i * width + j] = least;
    }
  }
  int length = 0;
  char *path = malloc((size_t)n + (size_t)m + 1);
  for (int i = n, j = m; i + j > 0;) {
    int k = choice[i * width + j];
    path[length++] = (char)k;
    i -= shapes[k].source;
    j -= shapes[k].target;
  }
  for (int i = 0, j = 0; length-- > 0;) {
    int k = path[length];
    write_side(i, shapes[k].source);
    putchar(':');
    write_side(j, shapes[k].target);
    putchar('\n');
    i += shapes[k].source;
    j += shapes[k].target;
  }
  return 0;
}
