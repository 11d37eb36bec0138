/* Links against the library just built and asks it one good and one bad question. */
#include <stdio.h>
#include <string.h>

#include "pg_query.h"

int main(void) {
  PgQueryParseResult good = pg_query_parse("SELECT 1");
  const char *version;
  int number = 0;
  if (good.error != NULL || good.parse_tree == NULL) {
    fputs("smoke: SELECT 1 does not parse\n", stderr);
    return 1;
  }
  version = strstr(good.parse_tree, "\"version\":");
  if (version == NULL || sscanf(version, "\"version\":%d", &number) != 1 ||
      number != PG_VERSION_NUM) {
    fprintf(stderr, "smoke: the library speaks %d, its header says %d\n", number, PG_VERSION_NUM);
    return 1;
  }
  pg_query_free_parse_result(good);

  PgQueryParseResult bad = pg_query_parse("SELECT FROM WHERE");
  if (bad.error == NULL || bad.error->cursorpos != 13) {
    fputs("smoke: a syntax error is not reported where it is\n", stderr);
    return 1;
  }
  pg_query_free_parse_result(bad);
  printf("%d.%d\n", number / 10000, number % 10000);
  return 0;
}
