# What the cases are written with. The program's output is in the files stdout and stderr.

# Runs the program with standard input as it stands, and keeps its exit code in $status.
run() {
    status=0
    "$postil" "$@" >stdout 2>stderr || status=$?
}

# Fails the case.
fail() {
    echo "$*"
    if [ -s stderr ]; then sed 's/^/stderr: /' stderr; fi
    return 1
}

# Leaves the case out.
skip() {
    echo "$*"
    exit 77
}

expect_status() { [ "$status" -eq "$1" ] || fail "exit code $status instead of $1"; }

# FILE has N lines, and a line end behind the last.
expect_lines() {
    local count
    count=$(wc -l <"$2")
    [ "$count" -eq "$1" ] || fail "$2 has $count lines instead of $1"
    [ ! -s "$2" ] || [ -z "$(tail -c 1 "$2")" ] || fail "the last line of $2 has no end"
}

# FILE contains the text.
expect_text() { grep -qF -- "$1" "$2" || fail "$2 does not contain: $1"; }

expect_no_text() { ! grep -qF -- "$1" "$2" || fail "$2 contains: $1"; }

# Line N of FILE contains the text.
expect_in_line() { sed -n "$1p" "$3" | grep -qF -- "$2" || fail "line $1 of $3 does not contain: $2"; }

expect_same() { cmp -s "$1" "$2" || fail "$1 and $2 differ"; }

expect_empty() { [ ! -s "$1" ] || fail "$1 is not empty: $(head -c 200 "$1")"; }

# FILE holds N sound records.
expect_records() {
    expect_lines "$1" "$2"
    local answer
    answer=$("$postil" verify "$2") || fail "unsound: $answer"
    [ "$answer" = "$1 records are sound" ] || fail "verify says: $answer"
}

# Waits until FILE has a byte.
wait_for_output() {
    for _ in {1..1000}; do
        if [ -s "$1" ]; then return; fi
        sleep 0.01
    done
    fail "nothing came out in 10 seconds"
}

# Prints a corpus of N JSON lines.
make_corpus() {
    awk -v count="$1" 'BEGIN {
        for (i = 1; i <= count; i++)
            printf "{\"id\":\"d%d\",\"text\":\"Dr. Ito counted %d ferries. \\\"Too many,\\\" she said.\"}\n", i, i
    }'
}
