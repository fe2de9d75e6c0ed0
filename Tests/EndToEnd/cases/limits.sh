# What one document may take: its size, its time, memory.

# A text of about N kilobytes with paragraphs.
make_text() {
    awk -v bytes="$(($1 * 1024))" 'BEGIN {
        for (n = 1; written < bytes; n++) {
            line = "On 3 May 2019 Dr. Ana Ruiz counted " n " herons near Łódź. “They came back,” she said."
            print line "\n"
            written += length(line) + 2
        }
    }'
}

test_a_long_text_is_annotated_in_windows_and_nothing_is_left_out() {
    make_text 700 >long.txt
    run annotate long.txt --window 64KB --layers tokens,sentences,numbers -o parts.jsonl
    expect_status 0
    expect_records 1 parts.jsonl
    expect_text '"code":"windowed"' parts.jsonl
    run annotate long.txt --window 4MB --layers tokens,sentences,numbers -o whole.jsonl
    expect_no_text '"code":"windowed"' whole.jsonl
    sed 's/"warnings":\[[^]]*\]//' parts.jsonl >parts
    sed 's/"warnings":\[[^]]*\]//' whole.jsonl >whole
    expect_same parts whole
}

test_long_and_short_documents_come_out_alike_for_any_number_of_workers() {
    make_text 200 >1-long.txt
    echo "A short one." >2-short.txt
    make_text 150 >3-long.txt
    run annotate . --window 64KB -j 1 --layers sentences,entities,dates
    expect_status 0
    mv stdout one
    expect_records 3 one
    run annotate . --window 64KB -j 4 --layers sentences,entities,dates
    expect_same one stdout
    run annotate . --window 64KB -j 3 --layers sentences,entities,dates -o out.jsonl.zst
    zstd -dcq out.jsonl.zst >unpacked 2>/dev/null || skip "there is no zstd"
    expect_same one unpacked
}

test_parts_of_a_long_record_that_do_not_fit_in_memory_wait_beside_the_output() {
    make_text 1500 >long.txt
    mkdir out
    run annotate long.txt --window 256KB --layers tokens,sentences,numbers -o out/long.jsonl
    expect_status 0
    expect_records 1 out/long.jsonl
    [ "$(ls -A out)" = "long.jsonl" ] || fail "left behind: $(ls -A out)"
    run annotate long.txt --window 256KB --layers tokens,sentences,numbers
    expect_same stdout out/long.jsonl
    TMPDIR=/nowhere run annotate long.txt --window 256KB --layers tokens,sentences,numbers
    expect_status 1
    expect_records 1 stdout
    expect_text 'cannot keep parts of a long record' stdout
}

test_a_document_that_is_too_large_fails_and_the_others_go_on() {
    make_text 100 | tr -d '\n"' >long
    {
        printf '{"id":"a","text":"One."}\n{"id":"b","text":"'
        cat long
        printf '"}\n{"id":"c","text":"Two."}\n'
    } >in.jsonl
    run annotate in.jsonl --max-doc-bytes 20KB --layers sentences
    expect_status 1
    expect_records 3 stdout
    expect_in_line 2 '"code":"document-too-large"' stdout
    expect_in_line 3 '"id":"c","status":"ok"' stdout
    head -c 2000000 /dev/zero | tr '\0' 'x' >huge.txt
    echo "Small." >small.txt
    for form in text lines nul; do
        run annotate huge.txt small.txt --input-format $form --max-doc-bytes 20KB --layers sentences
        expect_status 1
        expect_records 2 stdout
        expect_in_line 1 '"code":"document-too-large"' stdout
        expect_in_line 2 '"status":"ok"' stdout
    done
    run annotate - --max-doc-bytes 20KB --layers sentences <huge.txt
    expect_status 1
    expect_text '"code":"document-too-large"' stdout
    gzip -c huge.txt >huge.txt.gz
    run annotate huge.txt.gz --max-doc-bytes 20KB
    expect_text '"code":"document-too-large"' stdout
}

test_a_document_that_takes_too_long_fails_and_the_others_go_on() {
    make_text 3000 >long.txt
    printf 'Short.\n' >short.txt
    run annotate long.txt short.txt --doc-timeout 0.05 -j 1
    expect_status 1
    expect_records 2 stdout
    expect_in_line 1 '"code":"timeout"' stdout
    expect_in_line 2 '"status":"ok"' stdout
}

test_memory_is_kept_to() {
    make_text 900 >long.txt
    for i in 1 2 3 4 5 6; do cp long.txt "long$i.txt"; done
    run annotate . --memory 250MB -j 4 --layers sentences,dates,numbers,entities,quotes,sentiment -o out.jsonl
    expect_status 0
    expect_records 7 out.jsonl
    run annotate long.txt --memory 20MB
    expect_status 2
    expect_text '--memory 20MB is too little' stderr
    command -v /usr/bin/time >/dev/null || skip "there is no time to measure with"
    rm out.jsonl
    /usr/bin/time -f %M "$postil" annotate . --memory 250MB -j 4 -o out.jsonl 2>peak
    [ "$(tail -1 peak)" -le $((250 * 1024)) ] || fail "the peak was $(tail -1 peak) kilobytes"
}

test_sizes_are_checked() {
    for options in "--window 3KB" "--max-doc-bytes many" "--doc-timeout 0" "--memory 0"; do
        # shellcheck disable=SC2086
        run annotate - $options <<<"Text."
        expect_status 2
    done
}
