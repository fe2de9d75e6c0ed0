#ifndef CREADLINE_H
#define CREADLINE_H

#include <stdbool.h>
#include <stdint.h>

/// Line editing by GNU readline, which is loaded when it is asked for, so that a program that has it built
/// in runs without it. One thread at a time may use it: readline has one state in a process.

/// Collects the candidates of one completion.
typedef struct creadline_candidates creadline_candidates;

/// Adds candidates for the word that stands from `start` to `end`, bytes of `line`.
typedef void (*creadline_completer)(
    void *_Nullable context, const char *_Nonnull line, int start, int end, creadline_candidates *_Nonnull candidates);

/// What reading a line brought.
typedef enum {
    CREADLINE_LINE = 0,
    CREADLINE_END = 1,
    CREADLINE_INTERRUPTED = 2,
} creadline_outcome;

/// Loads the library and prepares it.
///
/// Returns false where it is not there or is another one than readline 7 or 8.
bool creadline_load(void);

/// Sets what Tab completes by.
void creadline_set_completer(creadline_completer _Nullable completer, void *_Nullable context);

/// Reads a line with `prompt`. The line is the caller's to free; it is NULL unless the outcome is a line.
creadline_outcome creadline_read(const char *_Nonnull prompt, char *_Nullable *_Nonnull line);

/// Adds a line to those that the arrow keys bring back.
void creadline_add_history(const char *_Nonnull line);

/// Adds a candidate. `closes` says that a space follows it.
void creadline_add_candidate(creadline_candidates *_Nonnull candidates, const char *_Nonnull word, bool closes);

/// Notes interrupts (Ctrl-C) instead of ending the program, unless several were noted and none was taken, keeps
/// broken pipes from ending it, and gives the
/// terminal its settings back before a crash ends it.
void creadline_watch_signals(void);

/// Whether an interrupt came since the last call.
bool creadline_take_interrupt(void);

/// A descriptor that can be read while an interrupt waits to be taken, for calls that wait for input; -1 where
/// interrupts are not noted.
int creadline_interrupt_descriptor(void);

/// Says whether interrupts are for another program, a pager, so that any number of them ends nothing.
void creadline_hold_interrupts(bool holds);

/// Whether an interrupt is waiting to be taken.
bool creadline_is_interrupted(void);

/// The terminal's columns and rows; false where there is no terminal.
bool creadline_window(int32_t *_Nonnull columns, int32_t *_Nonnull rows);

#endif
