#ifndef HELLO_H
#define HELLO_H

/* Answers hello. The arguments are the name and the version of the implementation, or none for this system's own, and
 * what it lacks, separated by commas; a null pointer ends them. */
void hello_answer(long long id, char **arguments);

#endif
