# The interactive session: in a pipe, and in a terminal (which tmux plays).

# Starts the program in a terminal of 80 columns and 24 rows.
open_terminal() {
    command -v tmux >/dev/null || skip "tmux is not installed"
    socket=postil-$$-$RANDOM
    mkdir -p home
    tmux -L "$socket" -f /dev/null new-session -d -x 80 -y 24 \
        "env HOME=$PWD/home XDG_STATE_HOME=$PWD/state TERM=${terminal_type:-xterm-256color} ${environment:-} $postil $*; echo \"left with \$?\"; exec sleep 60"
    trap close_terminal EXIT
}

# What was in the terminal must be gone before its folder is removed.
close_terminal() {
    tmux -L "$socket" kill-server 2>/dev/null || true
    sleep 0.2
}

type_keys() { tmux -L "$socket" send-keys "$@"; }

screen() { tmux -L "$socket" capture-pane -p "$@"; }

# Waits until the screen shows the text.
expect_screen() {
    for _ in {1..500}; do
        if screen -S - | grep -qF -- "$1"; then return; fi
        sleep 0.02
    done
    screen -S - | sed 's/^/screen: /'
    fail "the screen does not show: $1"
}

# Waits until the screen shows the text this many times.
expect_screen_count() {
    for _ in {1..500}; do
        if [ "$(screen -S - | grep -cF -- "$2")" -ge "$1" ]; then return; fi
        sleep 0.02
    done
    screen -S - | sed 's/^/screen: /'
    fail "the screen does not show $1 times: $2"
}

test_a_pipe_gets_neither_prompt_nor_colour() {
    printf 'He left. She stayed.\n.spans\n' | "$postil" repl --norc >stdout 2>stderr
    expect_empty stderr
    expect_text '9:20  sentences' stdout
    expect_no_text 'postil>' stdout
    expect_no_text $'\033' stdout
}

test_the_worst_error_is_the_exit_code() {
    printf 'One.\n.load nowhere\n' | "$postil" repl --norc >stdout 2>stderr || status=$?
    [ "$status" = 1 ] || fail "exit code $status"
    expect_text 'stdin:2: error: nowhere: cannot open: No such file or directory' stderr
    run repl --norc -c '.foo' -c 'One.'
    expect_status 2
    expect_text '-c:1: error: there is no command .foo' stderr
    expect_text 'One.' stdout
    run repl --norc --bail -c '.foo' -c 'One.'
    expect_status 3
    expect_empty stdout
    run repl --norc -c '.exit 9'
    expect_status 9
    printf '.set unit=utf8\n.get unit\n' >script.postil
    run repl --norc -f script.postil -c 'One.'
    expect_status 0
    expect_text 'One.' stdout
    expect_text 'utf8' stdout
    run repl --batch nowhere.postil
    expect_status 1
}

test_the_start_up_script_is_read_unless_forbidden() {
    mkdir -p config/postil
    echo '.mode table' >config/postil/replrc
    XDG_CONFIG_HOME=$PWD/config "$postil" repl -c 'One.' >stdout
    expect_text 'features' stdout
    XDG_CONFIG_HOME=$PWD/config "$postil" repl --norc -c 'One.' >stdout
    expect_no_text 'features' stdout
}

test_colour_is_asked_for_or_forbidden() {
    CLICOLOR_FORCE=1 "$postil" repl --norc -c 'One.' >stdout
    expect_text $'\033[' stdout
    NO_COLOR=1 CLICOLOR_FORCE=1 "$postil" repl --norc -c 'One.' >stdout
    expect_no_text $'\033[' stdout
    CLICOLOR_FORCE=1 "$postil" repl --norc --no-color -c 'One.' >stdout
    expect_no_text $'\033[' stdout
}

test_a_closed_pipe_ends_quietly() {
    for _ in {1..200}; do echo 'One sentence. And another.'; done >text.txt
    "$postil" repl --norc -c '.load text.txt' -c '.spans tokens' 2>stderr | head -n 1 >stdout || true
    expect_empty stderr
}

test_why_names_the_place_in_a_file() {
    echo 'She met Dr. Wu. He left.' >text.txt
    run why text.txt --at 9
    expect_status 0
    expect_text "tokens 8:11 'Dr.'" stdout
    expect_text 'abbreviation' stdout
    run why text.txt --at 9 --layer sentences
    expect_text 'the sentence ends here' stdout
    run why text.txt --at 99
    expect_status 1
    run why nowhere.txt --at 9
    expect_status 3
}

test_examples_are_written_and_tested() {
    run repl --norc -c '.set examples=mine.jsonl' -c 'She met Dr. Wu. He left.' -c '.expect 2'
    expect_status 0
    run test mine.jsonl
    expect_status 0
    expect_text '1 of 1 examples hold' stdout
    sed -i 's/"expect":true/"expect":false/' mine.jsonl
    run test mine.jsonl
    expect_status 1
    expect_text 'mine.jsonl:1:' stdout
    run test nowhere.jsonl
    expect_status 3
}

test_a_terminal_opens_a_session() {
    open_terminal
    expect_screen 'type a text to annotate it'
    type_keys 'She met Dr. Wu. He left.' Enter
    expect_screen '╰7─────╯'
    type_keys '.exit 4' Enter
    expect_screen 'left with 4'
}

test_without_readline_plain_lines_are_read() {
    mkdir libraries
    echo 'no library' >libraries/libreadline.so.8
    cp libraries/libreadline.so.8 libraries/libreadline.so.7
    environment="LD_LIBRARY_PATH=$PWD/libraries" open_terminal
    expect_screen 'Lines cannot be edited: install libreadline8'
    for _ in {1..5}; do
        type_keys 'half a li' C-c
        sleep 0.1
    done
    expect_screen_count 6 'postil>'
    type_keys 'He left. She stayed.' Enter
    expect_screen '╰2──'
    type_keys C-d
    expect_screen 'left with 0'
}

test_long_output_goes_through_the_pager() {
    for _ in {1..30}; do echo 'He left. She stayed.'; done >text.txt
    environment="PAGER='sed s/^/paged:/'" open_terminal
    expect_screen 'postil>'
    type_keys '.load text.txt' Enter
    expect_screen '(more: .show for all of it)'
    screen -S - | grep -qF 'paged:' && fail "a new document went through the pager"
    type_keys '.show' Enter
    expect_screen 'paged:'
    expect_screen_count 2 'postil>'
}

test_without_a_pager_nothing_is_lost() {
    environment="PAGER=no-such-pager" open_terminal
    expect_screen 'postil>'
    type_keys '.help' Enter
    expect_screen '.help where and .help query'
    expect_screen_count 2 'postil>'
    screen -S - | grep -qF '.load FILE' || fail "the start of the help is lost"
}

test_a_dumb_terminal_gets_no_pager() {
    terminal_type=dumb environment="PAGER='sed s/^/paged:/'" open_terminal
    expect_screen 'postil>'
    type_keys '.help' Enter
    expect_screen '.help where and .help query'
    screen -S - | grep -qF 'paged:' && fail "a dumb terminal got a pager"
    true
}

test_the_text_is_changed_in_the_editor() {
    printf '#!/bin/sh\nsed -i "s/left/stayed/" "$1"\n' >editor
    chmod +x editor
    environment="VISUAL=$PWD/editor" open_terminal
    expect_screen 'postil>'
    type_keys 'He left on Friday.' Enter
    expect_screen '╰1──'
    type_keys '.edit' Enter
    expect_screen 'He stayed on Friday.'
    type_keys '.edit 99' Enter
    expect_screen 'error: the history has no line 99: it has 3'
    printf '#!/bin/sh\n: >"$1"\n' >editor
    type_keys '.edit' Enter
    expect_screen 'nothing is left, nothing is changed'
    rm editor
    type_keys '.edit' Enter
    expect_screen "error: $PWD/editor ended with exit code 127"
}

test_lines_that_are_not_utf8_are_repaired_and_told() {
    printf 'Caf\351 5 km.\n.spans\n' | "$postil" repl --norc >stdout 2>stderr || status=$?
    [ "$status" = 1 ] || fail "exit code $status"
    expect_text 'stdin:1: error: the line is not UTF-8: each byte of it that is none became �' stderr
    expect_text 'QUANTITY' stdout
}

test_a_history_that_cannot_be_written_is_told_once() {
    environment="XDG_STATE_HOME=/proc" open_terminal
    expect_screen 'postil>'
    type_keys 'One.' Enter
    expect_screen 'warning: the history is not kept: /proc/postil/history: '
    type_keys 'Two.' Enter
    expect_screen_count 3 'postil>'
    [ "$(screen -S - | grep -c warning)" = 1 ] || fail "the warning comes again"
}

test_tab_completes() {
    open_terminal
    expect_screen 'postil>'
    type_keys '.pipe' Tab Enter
    expect_screen '> .pipeline'
    expect_screen 'standard@'
    type_keys '.set uni' Tab 'utf1' Tab Enter
    expect_screen '.set unit utf16'
    echo 'From a file.' >'some-letter.txt'
    type_keys '.load some-l' Tab Enter
    expect_screen '╰1──'
    mkdir 'old letters'
    echo 'One more.' >'old letters/to whom.txt'
    type_keys '.load ol' Tab 'to' Tab Enter
    expect_screen '.load "old letters/to whom.txt"'
    expect_screen 'One more.'
}

test_interrupts_are_the_pager_s_while_it_is_open() {
    printf '#!/bin/sh\ntrap "" INT\ncat >/dev/null\necho pager is open\nread key <"$1"\n' >pager
    chmod +x pager
    mkfifo pipe
    environment="PAGER='$PWD/pager $PWD/pipe'" open_terminal
    expect_screen 'postil>'
    type_keys '.help' Enter
    expect_screen 'pager is open'
    for _ in {1..6}; do
        type_keys C-c
        sleep 0.1
    done
    echo >pipe
    expect_screen_count 2 'postil>'
    type_keys 'Still here.' Enter
    expect_screen '╰1──'
}

test_the_history_comes_back_in_the_next_session() {
    open_terminal
    expect_screen 'postil>'
    type_keys 'The first text.' Enter
    expect_screen '╰1──'
    type_keys C-d
    expect_screen 'left with 0'
    tmux -L "$socket" kill-server
    open_terminal
    expect_screen 'postil>'
    type_keys Up Enter
    expect_screen '╰1──'
    [ "$(cat state/postil/history)" = 'The first text.' ] || fail "history: $(cat state/postil/history)"
}

test_an_interrupt_drops_the_line_and_keeps_the_session() {
    open_terminal
    expect_screen 'postil>'
    type_keys 'half a li' C-c
    expect_screen_count 2 'postil>'
    type_keys 'A whole line.' Enter
    expect_screen '╰1──'
    expect_screen 'A whole line.'
    screen -S - | grep -qF 'half a liA' && fail "the line was kept"
    type_keys C-d
    expect_screen 'left with 0'
}

test_an_interrupt_stops_a_long_command() {
    make_corpus 200000 >corpus.jsonl
    open_terminal
    expect_screen 'postil>'
    type_keys '.corpus corpus.jsonl' Enter
    expect_screen '1 of 200000'
    type_keys '.freq tokens text' Enter
    sleep 1.5
    type_keys C-c
    expect_screen 'error: stopped by Ctrl-C after'
    type_keys 'Still here.' Enter
    expect_screen '╰1──'
}

test_an_interrupt_stops_the_work_and_not_only_the_wait() {
    # Some seconds of work, of which the first annotator takes little.
    awk 'BEGIN {
        for (i = 0; i < 400000; i++) print "She came on 3 May 2024 with nine others, and paid about $5 million."
    }' >text.txt
    open_terminal
    expect_screen 'postil>'
    type_keys '.load text.txt' Enter
    sleep 0.7
    type_keys C-c
    expect_screen 'stopped by Ctrl-C'
    local pid
    pid=$(tmux -L "$socket" list-panes -F '#{pane_pid}')
    pid=$(pgrep -P "$pid" -x "$(basename "$postil")")
    # The thread that worked is gone soon after, long before its work would have been done.
    for _ in {1..500}; do
        [ "$(find /proc/"$pid"/task -mindepth 1 -maxdepth 1 | wc -l)" = 1 ] && return
        sleep 0.02
    done
    fail "the work goes on"
}

test_an_interrupt_stops_the_reading_of_a_file_and_a_script() {
    for number in {1..200}; do echo ".load /dev/zero"; done >script.postil
    open_terminal
    expect_screen 'postil>'
    type_keys '.read script.postil' Enter
    sleep 0.3
    type_keys C-c
    expect_screen 'script.postil:1: error: /dev/zero: stopped by Ctrl-C'
    type_keys 'Still here.' Enter
    expect_screen '╰1──'
    screen -S - | grep -qF 'script.postil:2' && fail "the script went on"
    true
}

test_interrupts_that_nobody_notices_end_the_program() {
    command -v tmux >/dev/null || skip "tmux is not installed"
    mkfifo pipe
    socket=postil-$$-$RANDOM
    mkdir -p home
    tmux -L "$socket" -f /dev/null new-session -d -x 80 -y 24 "env HOME=$PWD/home PS1='shell> ' bash --norc -i"
    trap close_terminal EXIT
    expect_screen 'shell>'
    type_keys "$postil" Enter
    expect_screen 'postil>'
    # Nobody writes into the pipe.
    type_keys '.load pipe' Enter
    for _ in {1..4}; do
        sleep 0.3
        type_keys C-c
    done
    expect_screen_count 2 'shell>'
}

test_the_session_can_be_stopped_and_go_on() {
    command -v tmux >/dev/null || skip "tmux is not installed"
    socket=postil-$$-$RANDOM
    mkdir -p home
    tmux -L "$socket" -f /dev/null new-session -d -x 80 -y 24 "env HOME=$PWD/home PS1='shell> ' bash --norc -i"
    trap close_terminal EXIT
    expect_screen 'shell>'
    type_keys "$postil" Enter
    expect_screen 'postil>'
    type_keys C-z
    expect_screen 'Stopped'
    type_keys 'fg' Enter
    sleep 0.3
    type_keys 'Back again.' Enter
    expect_screen '╰1──'
    type_keys C-d
    expect_screen_count 2 'shell>'
}

test_a_new_size_is_followed() {
    open_terminal
    expect_screen 'postil>'
    tmux -L "$socket" resize-window -x 50 -y 20
    sleep 0.3
    type_keys 'A sentence that is too long for a window of fifty columns. Short.' Enter
    expect_screen '→1'
}

test_what_is_pasted_is_one_text() {
    open_terminal
    expect_screen 'postil>'
    printf 'Dear Ms. Obi,\nwe met. We parted.' | tmux -L "$socket" load-buffer -
    tmux -L "$socket" paste-buffer -p
    type_keys Enter
    expect_screen '       14 │ we met. We parted.'
    type_keys '.layers' Enter
    expect_screen 'paragraphs  off              1'
}

test_a_dumb_terminal_gets_no_colour() {
    terminal_type=dumb open_terminal
    expect_screen 'postil>'
    type_keys 'He left. She stayed.' Enter
    expect_screen '╰2──'
    screen -e | grep -qF $'\033[3' && fail "colours on a dumb terminal"
    true
}

test_a_crash_leaves_the_terminal_sane() {
    command -v tmux >/dev/null || skip "tmux is not installed"
    socket=postil-$$-$RANDOM
    mkdir -p home
    tmux -L "$socket" -f /dev/null new-session -d -x 80 -y 24 "env HOME=$PWD/home PS1='shell> ' bash --norc -i"
    trap close_terminal EXIT
    expect_screen 'shell>'
    type_keys "sh -c 'echo \$\$ >pid; exec $postil'" Enter
    expect_screen 'postil>'
    kill -SEGV "$(cat pid)"
    expect_screen_count 2 'shell>'
    type_keys 'stty -a | tr " " "\n" | grep -x -e icanon -e echo | sort | tr "\n" " "' Enter
    expect_screen 'echo icanon'
}
