# Runs that were stopped and are gone on with.

make_corpus() {
    for i in $(seq 1 "${1:-4000}"); do
        echo "{\"id\":$i,\"text\":\"On 3 May 2011 the $i geese of Nether Marl met Dr. Wu. He counted 12 more.\"}"
    done >in.jsonl
}

# Kills runs for FILE at random moments until COUNT were hit, then lets one end.
kill_runs() {
    local file=$1 count=$2 hits=0
    while [ $hits -lt "$count" ]; do
        "$postil" in.jsonl -o "$file" --layers sentences,numbers,dates --resume --journal-interval 0 2>>kills &
        local pid=$!
        sleep "0.$((RANDOM % 5))$((RANDOM % 9 + 1))"
        if kill -KILL $pid 2>/dev/null; then hits=$((hits + 1)); fi
        wait $pid 2>/dev/null || true
        # One that was done before it was hit begins anew.
        if [ -e "$file" ]; then rm "$file"; fi
    done
    run in.jsonl -o "$file" --layers sentences,numbers,dates --resume --journal-interval 0
    expect_status 0
}

test_killed_runs_go_on_to_the_same_bytes() {
    make_corpus 12000
    for file in out.jsonl out.jsonl.zst out.jsonl.gz; do
        run in.jsonl -o "whole-$file" --layers sentences,numbers,dates
        expect_status 0
        kill_runs "$file" 6
        cmp "$file" "whole-$file" || fail "$file differs"
        [ ! -e "$file.journal" ] || fail "the journal is left"
        [ "$(find . -name "*$file*part*" | wc -l)" -eq 0 ] || fail "a part is left"
    done
    expect_text 'going on behind' kills
}

# Begins a run of which descriptor 7 is the input, and waits until its journal has its first documents.
begin_a_run() {
    make_corpus "$@"
    mkfifo pipe
    "$postil" - --input-format jsonl -o out.jsonl --layers sentences --journal-interval 0 <pipe 2>first &
    pid=$!
    exec 7>pipe
    head -n 1500 in.jsonl >&7
    for _ in {1..200}; do
        if grep -q '"documents":1[0-9][0-9][0-9]' out.jsonl.journal 2>/dev/null; then return; fi
        sleep 0.05
    done
    fail "the run has no journal"
}

# A run that is stopped after its first documents, so that its journal is there.
stop_a_run() {
    begin_a_run
    kill -KILL $pid
    exec 7>&-
    wait $pid 2>/dev/null || true
}

test_what_an_earlier_run_did_is_not_lost() {
    stop_a_run
    run - --input-format jsonl -o out.jsonl --layers sentences <in.jsonl
    expect_status 2
    expect_text 'go on with --resume, or begin anew with --restart' stderr
    run - --input-format jsonl -o out.jsonl --layers tokens --resume <in.jsonl
    expect_status 2
    expect_text 'cannot be gone on with: the pipeline was' stderr
    run - --input-format jsonl -o out.jsonl --layers sentences --resume --summary <in.jsonl
    expect_status 0
    expect_text 'documents  4,000' stderr
    run - --input-format jsonl -o whole.jsonl --layers sentences <in.jsonl
    cmp out.jsonl whole.jsonl || fail "the output differs"
    run - --input-format jsonl -o out.jsonl --layers sentences --resume <in.jsonl
    expect_status 0
    expect_text 'is complete' stderr
}

test_two_runs_do_not_write_one_output() {
    begin_a_run 3000
    for option in --resume --restart; do
        run - --input-format jsonl -o out.jsonl --layers sentences $option <in.jsonl
        [ "$status" -ne 0 ] || fail "a second run with $option"
        expect_text 'another run is writing it' stderr
    done
    tail -n 1500 in.jsonl >&7
    exec 7>&-
    wait $pid || fail "the first run failed"
    run - --input-format jsonl -o whole.jsonl --layers sentences <in.jsonl
    cmp out.jsonl whole.jsonl || fail "the first run's output differs"
    run - --input-format jsonl -o out.jsonl --layers tokens --resume <in.jsonl
    expect_status 2
    expect_text 'of another pipeline' stderr
}

test_a_run_can_begin_anew() {
    stop_a_run
    run - --input-format jsonl -o out.jsonl --layers sentences --restart <in.jsonl
    expect_status 0
    expect_records 4000 out.jsonl
    [ "$(find . -name '*part*' | wc -l)" -eq 0 ] || fail "a part is left"
    [ ! -e out.jsonl.journal ] || fail "the journal is left"
}

test_changed_inputs_are_noticed() {
    make_corpus 30000
    "$postil" in.jsonl -o out.jsonl --layers sentences,dates,numbers --journal-interval 0 2>/dev/null &
    local pid=$!
    for _ in {1..200}; do
        if grep -q '"documents":[1-9]' out.jsonl.journal 2>/dev/null; then break; fi
        sleep 0.01
    done
    kill -INT $pid
    wait $pid || true
    [ -e out.jsonl.partial ] || fail "nothing is kept"
    echo '{"id":0,"text":"One more."}' >>in.jsonl
    run in.jsonl -o out.jsonl --layers sentences,dates,numbers --resume
    expect_status 2
    expect_text 'in.jsonl has changed' stderr
    run in.jsonl -o out.jsonl --layers sentences,dates,numbers --resume --ignore-changes
    expect_status 0
    expect_records 30001 out.jsonl
}

test_shards_hold_each_document_once() {
    make_corpus 100
    for i in 1 2 3; do run in.jsonl -o "$i.jsonl" --layers sentences --shard $i/3; expect_status 0; done
    run in.jsonl --layers sentences -o all.jsonl
    paste -d '\n' 1.jsonl 2.jsonl 3.jsonl | grep . | cmp - all.jsonl || fail "the shards are not all"
    run in.jsonl --shard 4/3
    expect_status 2
}
