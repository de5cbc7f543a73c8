#include "base64.h"

/* The value of a digit, or -1. */
static int value(char digit)
{
    if (digit >= 'A' && digit <= 'Z')
        return digit - 'A';
    if (digit >= 'a' && digit <= 'z')
        return digit - 'a' + 26;
    if (digit >= '0' && digit <= '9')
        return digit - '0' + 52;
    return digit == '+' ? 62 : digit == '/' ? 63 : -1;
}

bool base64_decode(char *text, size_t *length)
{
    char *to = text;
    size_t digits = *length;
    if (digits % 4 != 0)
        return false;
    for (int padding = 0; padding < 2 && digits > 0 && text[digits - 1] == '='; padding++)
        digits--;
    unsigned word = 0;
    for (size_t i = 0; i < digits; i++) {
        int digit = value(text[i]);
        if (digit < 0)
            return false;
        word = word << 6 | (unsigned)digit;
        if (i % 4 > 0)
            *to++ = (char)(word >> (6 - i % 4 * 2));
    }
    *length = (size_t)(to - text);
    return true;
}
