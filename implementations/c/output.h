/* Standard output: whole replies, of any thread. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "text.h"

/* Keeps a reply until the next flush, by whichever thread. */
void output_put(const struct text *reply);
void output_flush(void);

#endif
