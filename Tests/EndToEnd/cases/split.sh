# Outputs in parts, with their manifest.

layers=sentences,numbers,dates

# All parts of an output in order, unpacked.
unpacked() {
    for part in "$1"/*.[0-9]*; do
        case $part in
            *.gz) gzip -dc <"$part" ;;
            *.zst) zstd -dcq <"$part" ;;
            *) cat "$part" ;;
        esac
    done
}

test_parts_hold_all_records_and_are_not_larger_than_they_may_be() {
    make_corpus 3000 >in.jsonl
    run in.jsonl --layers $layers
    mv stdout all
    for name in out.jsonl out.jsonl.gz out.jsonl.zst; do
        case $name in *.zst) command -v zstd >/dev/null || continue ;; esac
        for jobs in 1 3; do
            run in.jsonl --layers $layers -o "$jobs-$name/$name" --split 300kB -j $jobs
            expect_status 0
            [ "$(find "$jobs-$name" -name 'out.0*' | wc -l)" -gt 3 ] || fail "there are too few parts"
            [ "$(find "$jobs-$name" -name 'out.0*' -size +307200c | wc -l)" -eq 0 ] || fail "a part is too large"
            unpacked "$jobs-$name" | cmp - all || fail "the records differ"
            [ -e "$jobs-$name/_SUCCESS" ] && [ "$(find "$jobs-$name" -name '.*' -type f | wc -l)" -eq 0 ] || fail "it is not complete"
            (cd "$jobs-$name" && tr '{' '\n' <_manifest.json | sed -nE 's/.*"name":"([^"]*)".*"sha256":"([^"]*)".*/\2  \1/p' |
                sha256sum -c --quiet) || fail "the sums are wrong"
            run verify "$jobs-$name"
            expect_status 0
            expect_text '3000 records in ' stdout
        done
        diff -r "1-$name" "3-$name" >/dev/null || fail "the parts depend on the number of workers"
    done
    # A record that is larger than a part may be is a part of its own.
    head -n 100 in.jsonl >few.jsonl
    run few.jsonl --layers $layers -o tiny/out.jsonl --split 1
    expect_status 0
    [ "$(find tiny -name 'out.0*' | wc -l)" -eq 100 ] || fail "not every record has a part"
    unpacked tiny | cmp - <(head -n 100 all) || fail "the records differ"
    # No document, one empty part.
    : >empty.jsonl
    run empty.jsonl -o empty/out.jsonl --split 1MB
    expect_status 0
    run verify empty
    expect_text '0 records in 1 parts are sound' stdout
}

# Kills a run again and again, and lets the last one end.
kill_runs() {
    local hits=0
    while [ $hits -lt "$2" ]; do
        "$postil" in.jsonl -o "killed/$1" --split 300kB --layers $layers --resume --journal-interval 0 2>>kills &
        local pid=$!
        sleep "0.$((RANDOM % 6))$((RANDOM % 9 + 1))"
        if kill -KILL $pid 2>/dev/null; then hits=$((hits + 1)); fi
        wait $pid 2>/dev/null || true
        # One that was done before it was hit begins anew.
        if [ -e killed/_SUCCESS ]; then rm -r killed; fi
    done
    run in.jsonl -o "killed/$1" --split 300kB --layers $layers --resume --journal-interval 0
    expect_status 0
}

test_killed_runs_end_with_the_same_parts() {
    make_corpus 12000 >in.jsonl
    for name in out.jsonl out.jsonl.gz out.jsonl.zst; do
        run in.jsonl -o "whole/$name" --split 300kB --layers $layers
        expect_status 0
        kill_runs "$name" 5
        diff -r whole killed || fail "$name differs"
        run verify killed
        expect_status 0
        rm -r whole killed
    done
    expect_text 'going on behind' kills
}

test_an_interrupted_run_keeps_its_parts_and_goes_on() {
    make_corpus 6000 >in.jsonl
    run in.jsonl -o whole/out.jsonl --split 100kB --layers sentences
    "$postil" in.jsonl -o out/out.jsonl --split 100kB --layers sentences 2>stderr &
    local pid=$!
    for _ in {1..1000}; do
        if [ -e out/out.00002.jsonl ]; then break; fi
        sleep 0.01
    done
    kill -INT $pid
    status=0
    wait $pid || status=$?
    expect_status 130
    expect_text '.jsonl.partial' stderr
    [ ! -e out/_SUCCESS ] && [ ! -e out/_manifest.json ] || fail "it is called complete"
    run verify out
    expect_status 3
    run in.jsonl -o out/out.jsonl --split 100kB --layers sentences
    expect_status 2
    expect_text 'go on with --resume, or begin anew with --restart' stderr
    run in.jsonl -o out/out.jsonl --split 200kB --layers sentences --resume
    expect_status 2
    cp -r out other
    # What a run leaves that is killed while it writes the manifest.
    touch out/._manifest.json.part-99
    run in.jsonl -o out/out.jsonl --split 100kB --layers sentences --resume
    expect_status 0
    diff -r out whole || fail "the parts differ"
    run in.jsonl -o out/out.jsonl --split 100kB --layers sentences --resume
    expect_status 0
    expect_text 'is complete' stderr
    run in.jsonl -o out/out.jsonl --split 100kB --layers sentences
    expect_status 2
    expect_text 'begin anew with --restart' stderr
    run in.jsonl -o out/out.jsonl --split 100kB --layers tokens --resume
    expect_status 2
    for folder in out other; do
        run in.jsonl -o $folder/out.jsonl --split 100kB --layers sentences --restart
        expect_status 0
        diff -r $folder whole || fail "the parts differ"
    done
}

test_shares_go_into_one_folder() {
    make_corpus 1500 >in.jsonl
    run in.jsonl --layers sentences
    mv stdout all
    for i in 1 2 3; do
        run in.jsonl --layers sentences -o out/out.jsonl --split 50kB --shard $i/3
        expect_status 0
        if [ $i -eq 2 ]; then
            run verify out
            expect_status 1
            expect_text 'the share 3/3 is not there' stdout
        fi
    done
    run verify out
    expect_status 0
    expect_text '1500 records in ' stdout
    [ -e out/out.1-of-3.00000.jsonl ] && [ -e out/_SUCCESS.2-of-3 ] && [ -e out/_manifest.3-of-3.json ] || fail "the names are others"
    paste -d '\n' <(cat out/out.1-of-3.*) <(cat out/out.2-of-3.*) <(cat out/out.3-of-3.*) | cmp - all || fail "the records differ"
}

test_damage_to_parts_is_found() {
    make_corpus 1500 >in.jsonl
    run in.jsonl --layers sentences -o out/out.jsonl --split 50kB
    cp -r out good
    expect_damage() {
        run verify out
        expect_status 1
        expect_text "$1" stdout
        rm -r out
        cp -r good out
    }
    rm out/out.00001.jsonl
    expect_damage 'out/out.00001.jsonl: is not there'
    echo >>out/out.00002.jsonl
    expect_damage 'out/out.00002.jsonl: has '
    sed -i '1s/ferries/farries/' out/out.00003.jsonl
    expect_damage 'out/out.00003.jsonl: has another SHA-256'
    cp out/out.00003.jsonl out/out.99999.jsonl
    expect_damage 'out/out.99999.jsonl: no manifest lists it'
    rm out/_SUCCESS
    expect_damage '_SUCCESS is not there'
    run verify out/_manifest.json
    expect_status 0
    mkdir nothing
    run verify nothing
    expect_status 3
}

test_errors_are_counted_by_part() {
    { make_corpus 500; echo '{}'; echo '{}'; make_corpus 500; } >in.jsonl
    run in.jsonl --layers sentences -o out/out.jsonl --split 50kB
    expect_status 1
    expect_text '"records":1002,"errors":2' out/_manifest.json
    expect_text '"errors":2,"bytes"' out/_manifest.json
    run verify out
    expect_status 0
    run in.jsonl --layers sentences -o skipped/out.jsonl --split 50kB --on-error skip
    expect_text '"records":1000,"errors":0' skipped/_manifest.json
    run verify skipped
    expect_status 0
    run in.jsonl --layers sentences -o stopped/out.jsonl --split 50kB --max-errors 1
    expect_status 5
    [ ! -e stopped/_SUCCESS ] || fail "it is called complete"
    run in.jsonl --layers sentences -o stopped/out.jsonl --split 50kB
    expect_status 2
    run in.jsonl --layers sentences -o stopped/out.jsonl --split 50kB --restart
    expect_status 1
    diff -r stopped out || fail "the parts differ"
}

test_a_folder_is_read_without_the_parts_that_are_written_into_it() {
    make_corpus 1000 >in.jsonl
    mkdir folder
    mv in.jsonl folder
    run folder --layers sentences -o folder/out.jsonl --split 50kB
    expect_status 0
    run folder --layers sentences -o folder/out.jsonl --split 50kB --restart --summary
    expect_status 0
    expect_text 'documents  1,000' stderr
}

test_wrong_splits_are_refused() {
    echo "One." >in.txt
    for arguments in "--split 1MB" "--split 0 -o out.jsonl" "--split 1XB -o out.jsonl" "--split 1MB -o /dev/null" \
        "--split 1MB -o out/" "--split 1MB -o out.jsonl --order any"; do
        # shellcheck disable=SC2086
        run in.txt $arguments
        expect_status 2
    done
    run in.txt --split 1MB -o nowhere/at/all.jsonl
    expect_status 4
    [ "$(ls)" = "$(printf 'in.txt\nstderr\nstdout')" ] || fail "something was written: $(ls)"
}

test_texts_that_are_annotated_in_windows_go_into_parts() {
    {
        make_corpus 100
        printf '{"id":"long","text":"'
        awk 'BEGIN { for (i = 0; i < 8000; i++) printf "The ferry is late again. " }'
        printf '"}\n'
        make_corpus 100
    } >in.jsonl
    run in.jsonl --layers sentences --window 64KB
    expect_status 0
    mv stdout all
    run in.jsonl --layers sentences --window 64KB -o out/out.jsonl --split 200kB
    expect_status 0
    cat out/out.0* | cmp - all || fail "the records differ"
    [ "$(find out -name 'out.0*' | wc -l)" -eq 3 ] || fail "the long record has no part of its own"
    run verify out
    expect_status 0
}

test_a_part_that_cannot_be_written_is_gone_on_with() {
    make_corpus 1500 >in.jsonl
    run in.jsonl --layers sentences -o whole/out.jsonl --split 300kB
    status=0
    # Blocks of 1,024 bytes.
    (ulimit -f 200 && "$postil" in.jsonl --layers sentences -o out/out.jsonl --split 300kB --journal-interval 0 2>stderr) || status=$?
    expect_status 4
    expect_text 'what was written is in out/.out.00000.jsonl.part-' stderr
    [ ! -e out/_SUCCESS ] || fail "it is called complete"
    run in.jsonl --layers sentences -o out/out.jsonl --split 300kB --resume
    expect_status 0
    expect_text 'going on behind' stderr
    diff -r out whole || fail "the parts differ"
}
