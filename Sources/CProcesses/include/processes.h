#ifndef POSTIL_PROCESSES_H
#define POSTIL_PROCESSES_H

#include <sys/types.h>

/* Makes a pipe whose ends no other program inherits; 0, or the number of an error. */
int cprocesses_pipe(int ends[2]);

/* Gives a pipe room for about `bytes`, where the system allows it. */
void cprocesses_grow_pipe(int end, int bytes);

/* Starts `arguments[0]`, looked for in PATH, in `folder`, with `streams` as its first three descriptors and no
   others, in a process group of its own, with every signal at its default and none blocked. Returns 0 and the
   program's number in `pid`, or the number of an error. */
int cprocesses_spawn(char *const arguments[], const char *folder, const int streams[3], pid_t *pid);

#endif
