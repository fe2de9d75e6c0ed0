// First the standard streams: readline's prototypes, declared here, speak of them.
#include <stdio.h>

#include "CReadline.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The interface of readline 7 and 8 as its manual documents it, so far as it is used; declaring it here
// keeps the build free of the library's headers.
typedef char **completion_function(const char *, int, int);
typedef char *entry_function(const char *, int);

static struct {
    char *(*readline)(const char *);
    void (*using_history)(void);
    void (*add_history)(const char *);
    void (*check_signals)(void);
    void (*replace_line)(const char *, int);
    char **(*completion_matches)(const char *, entry_function *);
    completion_function **attempted_completion_function;
    int *attempted_completion_over;
    int *completion_append_character;
    int *completion_suppress_quote;
    int *sort_completion_matches;
    const char **word_break_characters;
    const char **quote_characters;
    const char **readline_name;
    char **line_buffer;
    int (**getc_function)(FILE *);
    int *readline_version;
} rl;

static bool is_loaded;
static bool was_interrupted;

static creadline_completer completer;
static void *completer_context;

struct creadline_candidates {
    char **words;
    size_t count;
    size_t capacity;
    bool closes;
};

static creadline_candidates candidates;

// Reads a key. A signal that arrives in the meantime is readline's to handle (a new size, a stop); an
// interrupt gives the line up, which only a finished line does at once.
static int read_key(FILE *stream) {
    unsigned char byte;
    while (true) {
        if (creadline_is_interrupted()) {
            was_interrupted = true;
            rl.replace_line("", 0);
            return '\n';
        }
        ssize_t count = read(fileno(stream), &byte, 1);
        if (count == 1) return byte;
        if (count == 0) return EOF;
        if (errno != EINTR) return EOF;
        rl.check_signals();
    }
}

static char *next_candidate(const char *text, int state) {
    static size_t position;
    (void)text;
    if (state == 0) position = 0;
    // readline frees what it is given.
    return position < candidates.count ? strdup(candidates.words[position++]) : NULL;
}

static void clear_candidates(void) {
    for (size_t index = 0; index < candidates.count; index++) free(candidates.words[index]);
    candidates.count = 0;
    candidates.closes = true;
}

static char **complete(const char *text, int start, int end) {
    // Never readline's own choice, the names of files, where nothing fits.
    *rl.attempted_completion_over = 1;
    if (!completer) return NULL;
    clear_candidates();
    completer(completer_context, *rl.line_buffer, start, end, &candidates);
    *rl.completion_append_character = candidates.closes ? ' ' : '\0';
    // An open quotation mark stays open where more is to come.
    *rl.completion_suppress_quote = !candidates.closes;
    return candidates.count ? rl.completion_matches(text, next_candidate) : NULL;
}

void creadline_add_candidate(creadline_candidates *list, const char *word, bool closes) {
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 64;
        char **words = realloc(list->words, capacity * sizeof *words);
        if (!words) return;
        list->words = words;
        list->capacity = capacity;
    }
    char *copy = strdup(word);
    if (!copy) return;
    list->words[list->count++] = copy;
    list->closes = list->closes && closes;
}

bool creadline_load(void) {
    if (is_loaded) return true;
    void *library = NULL;
    const char *names[] = {"libreadline.so.8", "libreadline.so.7"};
    for (size_t index = 0; !library && index < sizeof names / sizeof *names; index++) {
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    }
    if (!library) return false;

    bool found = true;
#define FIND(field, symbol) found = (*(void **)&rl.field = dlsym(library, symbol)) != NULL && found
    FIND(readline, "readline");
    FIND(using_history, "using_history");
    FIND(add_history, "add_history");
    FIND(check_signals, "rl_check_signals");
    FIND(replace_line, "rl_replace_line");
    FIND(completion_matches, "rl_completion_matches");
    FIND(attempted_completion_function, "rl_attempted_completion_function");
    FIND(attempted_completion_over, "rl_attempted_completion_over");
    FIND(completion_append_character, "rl_completion_append_character");
    FIND(completion_suppress_quote, "rl_completion_suppress_quote");
    FIND(sort_completion_matches, "rl_sort_completion_matches");
    FIND(word_break_characters, "rl_completer_word_break_characters");
    FIND(quote_characters, "rl_completer_quote_characters");
    FIND(readline_name, "rl_readline_name");
    FIND(line_buffer, "rl_line_buffer");
    FIND(getc_function, "rl_getc_function");
    FIND(readline_version, "rl_readline_version");
#undef FIND
    if (!found || *rl.readline_version < 0x0700) {
        dlclose(library);
        return false;
    }
    // The name under which a user's inputrc may have settings for this program.
    *rl.readline_name = "postil";
    *rl.attempted_completion_function = complete;
    *rl.sort_completion_matches = 1;
    *rl.word_break_characters = " \t\n,=";
    *rl.quote_characters = "\"'";
    *rl.getc_function = read_key;
    rl.using_history();
    is_loaded = true;
    return true;
}

void creadline_set_completer(creadline_completer function, void *context) {
    completer = function;
    completer_context = context;
}

creadline_outcome creadline_read(const char *prompt, char **line) {
    was_interrupted = false;
    creadline_take_interrupt();
    *line = rl.readline(prompt);
    if (was_interrupted) {
        free(*line);
        *line = NULL;
        creadline_take_interrupt();
        return CREADLINE_INTERRUPTED;
    }
    return *line ? CREADLINE_LINE : CREADLINE_END;
}

void creadline_add_history(const char *line) {
    if (is_loaded) rl.add_history(line);
}
