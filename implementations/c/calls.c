#include "calls.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *name, const void *method)
{
    return strcmp(name, ((const struct method *)method)->name);
}

const struct method *method_named(const char *name)
{
    return bsearch(name, methods, method_count, sizeof *methods, compare);
}
