#ifndef POSTIL_DISPATCH_H
#define POSTIL_DISPATCH_H

// Without FMA the same sums come out of both versions.
#if defined(__x86_64__) && defined(__linux__)
#define POSTIL_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define POSTIL_CLONES
#endif

#endif
