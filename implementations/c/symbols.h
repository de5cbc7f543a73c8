/* The names that travel, and this system's numbers for them. */
#ifndef SYMBOLS_H
#define SYMBOLS_H

#include "text.h"

#include <stdbool.h>

/* Arrays of these end with a name that is a null pointer. */
struct symbol {
    const char *name;
    int number;
};

extern const struct symbol domains[];
extern const struct symbol types[];
extern const struct symbol protocols[];
extern const struct symbol socket_flags[];
extern const struct symbol message_flags[];
extern const struct symbol descriptor_flags[];
extern const struct symbol file_flags[];
extern const struct symbol fcntl_commands[];
extern const struct symbol shutdowns[];
extern const struct symbol poll_events[];
extern const struct symbol signals[];
extern const struct symbol file_types[];

const struct symbol *symbol_of_name(const struct symbol *symbols, const char *name);

/* A null pointer for a number without a name. */
const char *symbol_name(const struct symbol *symbols, int number);

bool errno_number(const char *name, int *number);

/* Puts a string: the symbol of errno.h, or ERRNO_ and the digits. */
void text_put_errno(struct text *text, int number);

/* Puts an array of the names whose bits are set. */
void text_put_flags(struct text *text, const struct symbol *symbols, int bits);

#endif
