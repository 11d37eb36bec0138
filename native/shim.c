/*
 * Two symbols that Debian's newest libpg_query archive takes from glibc 2.38 and that older ones
 * lack. They stay inside the shared library (native/exports.map), so nobody else sees them.
 */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

unsigned long __isoc23_strtoul(const char *text, char **end, int base);
size_t strlcpy(char *to, const char *from, size_t size);

__attribute__((weak)) unsigned long __isoc23_strtoul(const char *text, char **end, int base) {
  return strtoul(text, end, base);
}

__attribute__((weak)) size_t strlcpy(char *to, const char *from, size_t size) {
  size_t length = strlen(from);
  if (size != 0) {
    size_t copied = length < size ? length : size - 1;
    memcpy(to, from, copied);
    to[copied] = '\0';
  }
  return length;
}
