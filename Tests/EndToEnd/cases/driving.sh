# Being driven by another program: a line to and a line fro, records as they are done, errors.

# Sends a line and waits for its record, some hundred times, without ever ending the input.
converse() {
    coproc TOOL { "$postil" --input-format "$1" --layers sentences "${@:2}" 2>stderr; }
    # The shell forgets both when the program ends.
    local pid=$TOOL_PID to=${TOOL[1]} from=${TOOL[0]} line
    for i in {1..300}; do
        case $1 in
            jsonl) printf '{"id":"d%d","text":"Dr. Ito counted %d ferries."}\n' "$i" "$i" >&"$to" ;;
            lines) printf 'Dr. Ito counted %d ferries.\n' "$i" >&"$to" ;;
            nul) printf 'Dr. Ito counted\n%d ferries.\0' "$i" >&"$to" ;;
        esac
        IFS= read -r -t 10 line <&"$from" || fail "no answer to document $i"
        [[ "$line" == *"$i ferries."* ]] || fail "the answer to document $i is $line"
    done
    eval "exec $to>&-"
    wait "$pid"
}

test_a_shell_gets_an_answer_to_each_line_while_the_input_is_open() {
    for form in jsonl lines nul; do
        converse $form
        converse $form --flush record -j 1
        converse $form --order any
    done
}

test_a_python_program_gets_an_answer_to_each_line() {
    command -v python3 >/dev/null || skip "there is no python3"
    for options in "" "--flush record" "-j 1 --flush record" "--order any"; do
        # shellcheck disable=SC2086
        timeout 60 python3 - "$postil" --input-format jsonl --layers sentences $options <<'PYTHON' || fail "with '$options'"
import json, subprocess, sys

tool = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
for burst in (1, 1, 1, 300, 1, 7, 1):
    for number in range(burst):
        tool.stdin.write(json.dumps({"id": str(number), "text": f"It rained {number} times."}) + "\n")
    tool.stdin.flush()
    answers = sorted(int(json.loads(tool.stdout.readline())["id"]) for _ in range(burst))
    assert answers == list(range(burst)), answers
tool.stdin.close()
assert tool.stdout.read() == ""
assert tool.wait() == 0
PYTHON
    done
}

test_each_record_is_written_by_itself_where_that_is_asked_for() {
    make_corpus 2000 >in.jsonl
    run in.jsonl --layers sentences
    mv stdout one
    run in.jsonl --layers sentences --flush record -j 3
    expect_status 0
    expect_same one stdout
    command -v strace >/dev/null || skip "there is no strace to count with"
    strace -f -e trace=write -o calls "$postil" in.jsonl --layers sentences --flush record >stdout
    [ "$(grep -c 'write(1, "{' calls)" -eq 2000 ] || fail "there were $(grep -c 'write(1, ' calls) writes"
}

test_packed_output_is_not_flushed_by_records() {
    echo "One." >in.txt
    run in.txt --flush record -o out.gz
    expect_status 2
    expect_text 'packed' stderr
}

test_records_in_any_order_say_their_place() {
    make_corpus 3000 >in.jsonl
    sed -i '1000s/.*/{"text":3}/' in.jsonl
    run in.jsonl --layers sentences,numbers
    sed 's/}$//' stdout >one
    run in.jsonl --layers sentences,numbers --order any -j 4
    expect_status 1
    expect_records 3000 stdout
    sed -E 's/^(.*),"seq":([0-9]+)\}$/\2 \1/' stdout | sort -n >sorted
    cut -d ' ' -f 2- sorted | cmp - one || fail "the records differ"
    cut -d ' ' -f 1 sorted | cmp - <(seq 0 2999) || fail "the places are wrong"
    for i in 1 2; do "$postil" in.jsonl --layers sentences,numbers --order any --shard $i/2 || true; done >both 2>/dev/null
    sed -E 's/^(.*),"seq":([0-9]+)\}$/\2 \1/' both | sort -n | cmp - sorted || fail "the shards differ"
    run in.jsonl --order any -o out.jsonl --resume
    expect_status 2
    run schema --format spark-ddl --order any
    expect_text ', `meta` STRING, `seq` BIGINT' stdout
    run schema --format spark-ddl
    expect_no_text 'seq BIGINT' stdout
}

test_a_slow_document_does_not_hold_up_the_others_in_any_order() {
    mkfifo slow
    echo '{"text":"Slow."}' >first.jsonl
    make_corpus 20000 >in.jsonl
    # The first file is not read before somebody writes it; one worker waits for it, the others go on.
    mv slow slow.txt
    "$postil" slow.txt in.jsonl --layers sentences --order any -j 2 >stdout 2>stderr &
    local process=$!
    for _ in {1..1000}; do
        if [ "$(wc -l <stdout)" -ge 19000 ]; then break; fi
        sleep 0.02
    done
    local early
    early=$(wc -l <stdout)
    echo "Late." >slow.txt
    wait $process
    [ "$early" -ge 19000 ] || fail "only $early records came out before the slow one"
    expect_records 20001 stdout
    expect_text '"text":"Late.\n"' stdout
}

make_errors() {
    make_corpus 300
    echo '{"id":"e1"}'
    make_corpus 300
    echo '{"id":"e2"}'
    make_corpus 5000
}

test_failed_documents_can_be_left_out() {
    make_errors >in.jsonl
    run in.jsonl --layers sentences --on-error skip
    expect_status 1
    expect_records 5600 stdout
    expect_no_text '"status":"error"' stdout
    expect_text 'e2: missing-text' stderr
    expect_text '2 of 5,602 documents failed' stderr
    run in.jsonl --layers sentences --on-error skip --ok-on-doc-errors
    expect_status 0
}

test_the_first_failed_document_can_end_the_run() {
    make_errors >in.jsonl
    for jobs in 1 3; do
        run in.jsonl --layers sentences --on-error fail -j $jobs
        expect_status 5
        expect_records 301 stdout
        tail -n 1 stdout >last
        expect_text '"id":"e1","status":"error"' last
    done
    run in.jsonl --layers sentences --max-errors 1
    expect_status 5
    expect_records 602 stdout
    run in.jsonl --layers sentences --on-error fail --max-errors 3
    expect_status 2
}

test_a_part_of_the_documents_may_fail() {
    make_errors >in.jsonl
    run in.jsonl --layers sentences --max-errors 1%
    expect_status 1
    expect_records 5602 stdout
    # At the 301st document one in 301 has failed.
    run in.jsonl --layers sentences --max-errors 0.3%
    expect_status 5
    expect_records 301 stdout
    # Before the hundredth a part says nothing, and at the end it does.
    { echo '{}'; make_corpus 50; } >few.jsonl
    run few.jsonl --layers sentences --max-errors 1.9% -o out.jsonl
    expect_status 5
    [ ! -e out.jsonl ] || fail "out.jsonl is there"
    expect_records 51 out.jsonl.partial
    run few.jsonl --layers sentences --max-errors 2%
    expect_status 1
    for wrong in -1 x 101% %; do
        run few.jsonl "--max-errors=$wrong"
        expect_status 2
    done
}

test_figures_go_to_a_file_and_to_a_descriptor() {
    make_errors >all.jsonl
    head -n 1000 all.jsonl >in.jsonl
    run in.jsonl --layers sentences
    mv stdout one
    status=0
    "$postil" in.jsonl --layers sentences --metrics fd:3 --metrics-interval 0.05 >stdout 2>stderr 3>figures || status=$?
    expect_status 1
    expect_same one stdout
    [ "$(wc -l <figures)" -ge 2 ] || fail "there are only the last figures"
    tail -n 1 figures >last
    for text in '"metrics":"postil-metrics/1","state":"complete"' '"documents":1000,' '"failed":2,' '"tokens":' \
        '"errors":[{"code":"missing-text","count":2}]' '"name":"text","documents":998,"seconds":' '"histogram":[{"below":'; do
        expect_text "$text" last
    done
    head -n 1 figures >first
    expect_text '"state":"running"' first
    [ "$(sed -E 's/.*"pipeline":"([^"]*)".*/\1/' last)" = "$(sed -nE '1s/.*"pipeline":"([^"]*)".*/\1/p' one)" ] || fail "the pipelines differ"
    run in.jsonl --layers sentences --metrics figures.json -o out.jsonl --on-error fail
    expect_status 5
    expect_lines 1 figures.json
    expect_text '"state":"too-many-errors"' figures.json
    run in.jsonl --metrics fd:x
    expect_status 2
    run in.jsonl --metrics fd:77
    expect_status 4
    run in.jsonl --metrics nowhere/figures.json
    expect_status 4
}

test_progress_can_be_read_by_programs() {
    make_corpus 1000 >in.jsonl
    run in.jsonl --layers sentences --progress json
    expect_status 0
    expect_records 1000 stdout
    [ "$(wc -l <stderr)" -ge 2 ] || fail "there are not two lines"
    tail -n 1 stderr >last
    expect_text '{"documents":1000,"failed":0,"input_bytes":' last
    expect_text '"seconds_left":0.0}' last
    run in.jsonl --layers sentences --progress bar
    # How often the bar is drawn depends on the machine.
    expect_text '0 documents, 0.0 MB/s' stderr
    run in.jsonl --layers sentences
    expect_empty stderr
    run in.jsonl --layers sentences --progress none
    expect_empty stderr
}
