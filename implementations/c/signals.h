#ifndef SIGNALS_H
#define SIGNALS_H

/* SIGPIPE is ignored, and the signal that frees lanes caught. */
void signals_prepare(void);

#endif
