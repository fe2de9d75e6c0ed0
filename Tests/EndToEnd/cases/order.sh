# The same bytes for any number of workers and any packing, a record for each document.

# Good and bad lines, short and long ones, in several chunks.
make_mixture() {
    make_corpus 3000
    printf '{"text":"a\xffb"}\n\n{"no":1}\n'
    awk 'BEGIN { printf "{\"text\":\""; for (i = 0; i < 40000; i++) printf "It rained. "; print "\"}" }'
    make_corpus 3000
}

test_any_number_of_workers_writes_the_same_bytes() {
    make_mixture >input.jsonl
    run input.jsonl -j 1 --layers sentences,tokens
    expect_status 1
    mv stdout one
    expect_records 6004 one
    for jobs in 2 3 7; do
        run input.jsonl -j "$jobs" --layers sentences,tokens
        expect_status 1
        expect_same one stdout
    done
    run input.jsonl -j7 -o packed.gz
    run input.jsonl -j1 -o other.gz
    expect_same packed.gz other.gz
}

test_a_folder_of_texts_is_in_order_for_any_number_of_workers() {
    mkdir folder
    for number in {1..700}; do
        for _ in {1..20}; do echo "Text $number is here. It ends."; done >"folder/$number.txt"
    done
    run folder -j 1
    expect_status 0
    expect_records 700 stdout
    mv stdout one
    for jobs in 2 3 7; do
        run folder -j "$jobs"
        expect_same one stdout
    done
    (cd folder && LC_ALL=C ls) | sed 's|.*|folder/&|' >names
    sed -E 's/.*"id":"([^"]*)","status.*/\1/' one >identifiers
    expect_same names identifiers
}

test_packed_input_gives_the_same_records() {
    make_mixture >input.jsonl
    gzip -k input.jsonl
    run input.jsonl
    mv stdout plain
    # Documents without an identifier are named after their file.
    sed -i 's/input\.jsonl/X/' plain
    run input.jsonl.gz
    sed -i 's/input\.jsonl\.gz/X/' stdout
    expect_same plain stdout

    # Several members in one file are read as one.
    { head -n 1000 input.jsonl | gzip; tail -n +1001 input.jsonl | gzip; } >two.jsonl.gz
    run two.jsonl.gz
    sed -i 's/two\.jsonl\.gz/X/' stdout
    expect_same plain stdout
}

test_records_annotated_again_give_the_same_annotations_from_zstd() {
    make_corpus 3000 >input.jsonl
    run input.jsonl -o first.jsonl
    run input.jsonl -o first.jsonl.zst
    run first.jsonl
    expect_records 3000 stdout
    mv stdout plain
    run first.jsonl.zst
    expect_same plain stdout
}

test_a_million_documents_of_one_word_pass() {
    seq 1000000 >input
    run --input-format lines -j 2 <input
    expect_status 0
    expect_lines 1000000 stdout
    expect_in_line 1000000 '"id":"stdin:1000000","status":"ok","text":"1000000"' stdout
}

test_a_line_of_a_hundred_megabytes_passes() {
    {
        echo '{"text":"Before."}'
        printf '{"id":"long","text":"'
        awk 'BEGIN { for (i = 0; i < 4000000; i++) printf "The ferry is late again. " }'
        printf '"}\n'
        echo '{"text":"After."}'
    } >input.jsonl
    # The ledgers of four million sentences would be a record of gigabytes.
    run input.jsonl --layers sentences,dates,numbers,entities,quotes --summary
    expect_status 0
    expect_lines 3 stdout
    expect_text 'sentences  4,000,002' stderr
    expect_in_line 3 '"text":"After."' stdout
    tail -n 2 stdout | head -n 1 | grep -qF '{"start":99999975,"end":99999999}]' || fail "the last sentence is missing"
}

test_a_word_of_a_hundred_megabytes_passes() {
    { printf '{"text":"'; head -c 100000000 /dev/zero | tr '\0' a; printf '"}\n'; } >input.jsonl
    run input.jsonl --summary
    expect_status 0
    expect_lines 1 stdout
    expect_text 'tokens     1' stderr
}

test_max_errors_stops_the_run() {
    { make_corpus 1000; for _ in {1..2000}; do echo '{}'; done; make_corpus 50000; } >input.jsonl
    run input.jsonl --max-errors 100 -j 1
    expect_status 5
    lines=$(wc -l <stdout)
    [ "$lines" -gt 1100 ] && [ "$lines" -lt 3000 ] || fail "$lines lines came out"
    expect_records "$lines" stdout
    mv stdout one
    for jobs in 2 7; do
        run input.jsonl --max-errors 100 -j "$jobs"
        expect_status 5
        expect_same one stdout
    done
    run input.jsonl --max-errors 2000
    expect_status 1
    expect_lines 53000 stdout
}

test_max_errors_keeps_the_partial_output_apart() {
    for _ in {1..2000}; do echo '{}'; done >input.jsonl
    run input.jsonl --max-errors 0 -o out.jsonl
    expect_status 5
    [ ! -e out.jsonl ] || fail "out.jsonl is there"
    expect_records "$(wc -l <out.jsonl.partial)" out.jsonl.partial
    expect_text 'out.jsonl.partial' stderr
}
