#ifndef HELLO_H
#define HELLO_H

/* Answers hello; name and version are those of the implementation, or null pointers for what it says of itself. */
void hello_answer(long long id, const char *name, const char *version);

#endif
