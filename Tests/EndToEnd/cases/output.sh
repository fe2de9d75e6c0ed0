# Outputs that cannot be written, and those that are complete or not there.

test_a_full_disk_is_failed_output() {
    make_corpus 5000 >input.jsonl
    for arguments in "" "-o /dev/full"; do
        status=0
        # shellcheck disable=SC2086
        "$postil" input.jsonl $arguments >/dev/full 2>stderr || status=$?
        expect_status 4
        expect_text 'No space left on device' stderr
    done
    status=0
    echo "One." | "$postil" >/dev/full 2>stderr || status=$?
    expect_status 4
}

test_what_is_printed_on_a_full_disk_is_failed_output() {
    for arguments in "schema" "info" "info --json" "--help" "why One. 0 4" "eval $repository/corpora"; do
        status=0
        # shellcheck disable=SC2086
        "$postil" $arguments >/dev/full 2>stderr || status=$?
        expect_status 4
    done
}

test_closed_standard_streams_fail_as_themselves() {
    status=0
    timeout 10 "$postil" <&- >stdout 2>stderr || status=$?
    expect_status 3
    expect_text '"code":"input-unreadable"' stdout
    status=0
    timeout 10 "$postil" <&- >&- 2>stderr || status=$?
    expect_status 4
    status=0
    echo "One." | "$postil" bad -o out.jsonl 2>&- || status=$?
    expect_status 3
    echo "One." | "$postil" -o out.jsonl 2>&- || fail "exit code $?"
    expect_records 1 out.jsonl
}

test_a_disk_that_fills_up_leaves_nothing_behind() {
    make_corpus 5000 >input.jsonl
    mkdir small
    # A mount in a namespace of its own, gone with the process.
    unshare --mount --map-root-user true 2>/dev/null || skip "no mount namespace for a small disk"
    status=0
    unshare --mount --map-root-user bash -euc '
        mount -t tmpfs -o size=256k tmpfs small 2>/dev/null || exit 77
        status=0
        "$postil" input.jsonl -o small/out.jsonl 2>stderr || status=$?
        find small -type f >left
        exit $status' || status=$?
    [ "$status" -ne 77 ] || skip "no tmpfs"
    expect_status 4
    expect_text 'No space left on device' stderr
    expect_empty left
}

test_a_limit_on_file_size_is_failed_output() {
    make_corpus 5000 >input.jsonl
    status=0
    (
        ulimit -f 100
        "$postil" input.jsonl -o out.jsonl 2>stderr
    ) || status=$?
    expect_status 4
    expect_text 'File too large' stderr
    [ -z "$(find . -name '*out.jsonl*')" ] || fail "something is left"
}

test_a_folder_or_a_missing_folder_is_failed_output() {
    echo "One." >input.txt
    mkdir folder
    run input.txt -o folder
    expect_status 4
    run input.txt -o missing/out.jsonl
    expect_status 4
    expect_text 'missing/out.jsonl' stderr
}

test_a_closed_output_is_failed_output() {
    echo "One." >input.txt
    status=0
    "$postil" input.txt >&- 2>stderr || status=$?
    expect_status 4
}

test_a_reader_that_has_seen_enough_ends_the_run_quietly() {
    make_corpus 50000 >input.jsonl
    mkfifo pipe
    head -n 1 <pipe >first &
    status=0
    "$postil" input.jsonl >pipe 2>stderr || status=$?
    wait
    expect_status 4
    expect_empty stderr
    expect_records 1 first
}

test_a_failed_run_leaves_the_old_output_alone() {
    echo "Old." >out.jsonl
    run nowhere.txt -o out.jsonl
    expect_status 3
    [ "$(cat out.jsonl)" = "Old." ] || fail "the old output was changed"
    [ "$(find . -name '.*part*' | wc -l)" -eq 0 ] || fail "a part is left"
}

test_an_output_is_replaced_when_it_is_complete() {
    make_corpus 10 >input.jsonl
    echo "Old." >out.jsonl
    run input.jsonl -o out.jsonl
    expect_status 0
    expect_empty stdout
    expect_records 10 out.jsonl
    [ "$(find . -name '*part*' | wc -l)" -eq 0 ] || fail "a part is left"
}

test_packed_outputs_hold_the_same_records() {
    make_corpus 5000 >input.jsonl
    run input.jsonl
    mv stdout plain
    run input.jsonl -o out.jsonl.gz
    expect_status 0
    gzip -dc out.jsonl.gz >unpacked
    expect_same plain unpacked
    run input.jsonl -o out.jsonl.zst
    expect_status 0
    "$postil" verify out.jsonl.gz out.jsonl.zst >answer
    expect_text '10000 records are sound' answer
    if command -v zstd >/dev/null; then
        zstd -dcq out.jsonl.zst >unpacked
        expect_same plain unpacked
    fi
    : >empty.jsonl
    run empty.jsonl -o empty.gz
    gzip -dc empty.gz >unpacked
    expect_empty unpacked
}

test_standard_output_carries_records_only() {
    printf '{"text":"One."}\n{"x":1}\n' >input.jsonl
    run input.jsonl --summary
    expect_status 1
    expect_records 2 stdout
    expect_text 'documents  2 (1 failed)' stderr
}
