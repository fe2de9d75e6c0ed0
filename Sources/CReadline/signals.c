#include "CReadline.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static atomic_int interrupts;
static atomic_bool is_held;

// A pipe with a byte in it while an interrupt waits, for those who wait for several things at once.
static int alarm_ends[2] = {-1, -1};

// How many interrupts may wait to be noticed; one more, and whoever sends them wants the program gone.
enum { patience = 3 };

static struct termios settings;
static bool has_settings;

static void restore_terminal(int signal);

static void note_interrupt(int number) {
    int fault = errno;
    if (write(alarm_ends[1], "", 1) < 0) {
        // The pipe is full, which says as much.
    }
    errno = fault;
    if (atomic_load(&is_held)) {
        atomic_store(&interrupts, 1);
        return;
    }
    if (atomic_fetch_add(&interrupts, 1) < patience) return;
    signal(number, SIG_DFL);
    restore_terminal(number);
}

static void pass_over(int signal) { (void)signal; }

// Only calls that are safe in a signal handler: the state of the process is unknown.
static void restore_terminal(int signal) {
    static const char end_of_bracketed_paste[] = "\033[?2004l";
    if (has_settings) {
        tcsetattr(STDIN_FILENO, TCSANOW, &settings);
        if (write(STDOUT_FILENO, end_of_bracketed_paste, sizeof end_of_bracketed_paste - 1) < 0) {
            // There is nobody left to tell.
        }
    }
    raise(signal);
}

static void handle(int signal, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, NULL);
}

void creadline_watch_signals(void) {
    if (alarm_ends[0] < 0 && pipe(alarm_ends) == 0) {
        for (int end = 0; end < 2; end++) {
            fcntl(alarm_ends[end], F_SETFD, FD_CLOEXEC);
            fcntl(alarm_ends[end], F_SETFL, O_NONBLOCK);
        }
    }
    has_settings = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && tcgetattr(STDIN_FILENO, &settings) == 0;
    // Without SA_RESTART, so that a waiting read notices.
    handle(SIGINT, note_interrupt, 0);
    // Programs that are started inherit what is ignored, but not what is handled.
    handle(SIGPIPE, pass_over, SA_RESTART);
    const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
    for (unsigned index = 0; index < sizeof fatal / sizeof *fatal; index++) {
        handle(fatal[index], restore_terminal, SA_RESETHAND | SA_NODEFER);
    }
}

int creadline_interrupt_descriptor(void) { return alarm_ends[0]; }

bool creadline_take_interrupt(void) {
    // First the count: an interrupt in between is noted once more than it was, not once less.
    bool came = atomic_exchange(&interrupts, 0) > 0;
    char bytes[16];
    while (came && read(alarm_ends[0], bytes, sizeof bytes) > 0) continue;
    return came;
}

void creadline_hold_interrupts(bool holds) { atomic_store(&is_held, holds); }

bool creadline_is_interrupted(void) { return atomic_load(&interrupts) > 0; }

bool creadline_window(int32_t *columns, int32_t *rows) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return false;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return true;
}
