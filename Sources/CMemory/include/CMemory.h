#ifndef POSTIL_CMEMORY_H
#define POSTIL_CMEMORY_H

/// Asks for the memory at `address`, so that it is there when it is needed.
static inline void postil_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
