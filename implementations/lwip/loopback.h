#ifndef LOOPBACK_H
#define LOOPBACK_H

/* Gives lwIP an interface for 127.0.0.0/8 and ::1, its only one. The core must be locked. */
void loopback_add(void);

#endif
