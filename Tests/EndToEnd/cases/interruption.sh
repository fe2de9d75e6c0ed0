# Signals in mid-run: what was begun is written, and the exit code names the signal.

# Starts an endless run and sends it a signal once something has come out.
interrupt() {
    local signal=$1
    shift
    mkfifo pipe
    (while :; do make_corpus 1000; done) >pipe 2>/dev/null &
    local feeder=$!
    "$postil" - "$@" <pipe >stdout 2>stderr &
    local process=$!
    wait_for_output "${watched:-stdout}"
    kill -"$signal" "$process"
    status=0
    wait "$process" || status=$?
    kill "$feeder" 2>/dev/null || true
    wait "$feeder" 2>/dev/null || true
}

test_an_interrupt_drains_and_exits_with_130() {
    interrupt INT -j 2
    expect_status 130
    expect_records "$(wc -l <stdout)" stdout
    expect_text 'interrupted after' stderr
    [ "$(sed -nE 's/.*interrupted after ([0-9]+) .*/\1/p' stderr)" -eq "$(wc -l <stdout)" ] || fail "the count is wrong"
}

test_a_termination_drains_and_exits_with_143() {
    interrupt TERM -j 1
    expect_status 143
    expect_records "$(wc -l <stdout)" stdout
}

test_an_interrupted_output_is_kept_apart() {
    echo "Old." >out.jsonl
    mkfifo pipe
    (while :; do make_corpus 1000; done) >pipe 2>/dev/null &
    "$postil" - -o out.jsonl <pipe 2>stderr &
    process=$!
    for _ in {1..1000}; do
        size=$(find . -name '.out.jsonl.part-*' -size +100k)
        if [ -n "$size" ]; then break; fi
        sleep 0.01
    done
    kill -INT "$process"
    status=0
    wait "$process" || status=$?
    expect_status 130
    [ "$(cat out.jsonl)" = "Old." ] || fail "the old output was changed"
    expect_records "$(wc -l <out.jsonl.partial)" out.jsonl.partial
    expect_text 'out.jsonl.partial' stderr
}

test_an_interrupted_packed_output_can_be_read() {
    mkfifo pipe
    (while :; do make_corpus 1000; done) >pipe 2>/dev/null &
    "$postil" - -o out.jsonl.gz <pipe 2>stderr &
    process=$!
    for _ in {1..1000}; do
        size=$(find . -name '.out.jsonl.gz.part-*' -size +100k)
        if [ -n "$size" ]; then break; fi
        sleep 0.01
    done
    kill -TERM "$process"
    status=0
    wait "$process" || status=$?
    expect_status 143
    gzip -dc <out.jsonl.gz.partial >unpacked
    expect_records "$(wc -l <unpacked)" unpacked
}

test_records_come_out_while_the_input_pauses() {
    mkfifo pipe
    "$postil" <pipe >stdout 2>stderr &
    process=$!
    exec 3>pipe
    printf '{"text":"One."}\n{"text":"Two."}\n{"te' >&3
    wait_for_output stdout
    sleep 0.1
    expect_lines 2 stdout
    printf 'xt":"Three."}\n' >&3
    exec 3>&-
    wait "$process"
    expect_records 3 stdout
}

test_an_interrupt_while_the_input_pauses_ends_at_once() {
    mkfifo pipe
    "$postil" <pipe >stdout 2>stderr &
    process=$!
    exec 3>pipe
    printf '{"text":"One."}\n{"te' >&3
    wait_for_output stdout
    kill -INT "$process"
    status=0
    wait "$process" || status=$?
    exec 3>&-
    expect_status 130
    expect_records 1 stdout
}

test_an_interrupted_text_is_not_taken_for_a_whole_one() {
    mkfifo pipe
    "$postil" --input-format text - <pipe >stdout 2>stderr &
    process=$!
    exec 3>pipe
    awk 'BEGIN { for (i = 0; i < 30000; i++) print "The ferry is late again." }' >&3
    sleep 0.2
    kill -TERM "$process"
    status=0
    wait "$process" || status=$?
    exec 3>&-
    expect_status 143
    expect_empty stdout
}
