# Tables and other forms of input besides JSON lines and texts.

# A table of N rows, of which every third has a line break in a quoted field.
make_table() {
    awk -v count="$1" 'BEGIN {
        printf "id,text,note\r\n"
        for (i = 1; i <= count; i++) {
            breaks = i % 3 == 0 ? "\r\n" : " "
            printf "%d,\"On 3 May 2011 the %d geese, \"\"all\"\" of them, met Dr. Wu.%sHe counted 12 more.\",n%d\r\n", i, i, breaks, i
        }
    }'
}

test_a_table_gives_a_record_for_each_row() {
    make_table 7000 >in.csv
    run in.csv --layers sentences
    expect_status 0
    expect_records 7000 stdout
    expect_in_line 3 '"id":"3"' stdout
    expect_in_line 3 'geese, \"all\" of them, met Dr. Wu.\r\nHe counted' stdout
    expect_in_line 7000 '"meta":{"note":"n7000"}' stdout
    mv stdout one
    gzip -k in.csv
    for input in in.csv in.csv.gz; do
        run "$input" -j 1 --layers sentences
        expect_same one stdout
    done
    run --input-format csv --layers sentences <in.csv
    expect_same one stdout
    sed 's/\r$//' in.csv | tr ';' '.' | sed -E 's/^([0-9]+|id),/\1;/; s/,([a-z]+[0-9]*)$/;\1/' >semicolons.csv
    run semicolons.csv --csv-separator ';' --layers sentences
    expect_records 7000 stdout
    expect_in_line 1 '"meta":{"note":"n1"}' stdout
}

test_rows_of_two_tables_have_their_own_columns() {
    printf 'text,a\none,1\n' >first.csv
    printf 'b\ttext\n2\ttwo\n' >second.tsv
    printf '{"text":"three","c":3}\n' >third.jsonl
    run first.csv second.tsv third.jsonl
    expect_status 0
    expect_records 3 stdout
    expect_in_line 1 '"meta":{"a":"1"}' stdout
    expect_in_line 2 '"meta":{"b":"2"}' stdout
    expect_in_line 3 '"meta":{"c":3}' stdout
}

test_bad_rows_fail_with_their_line_and_the_others_do_not() {
    printf 'id,text\n1,"One\nline."\n2\n3,"x"y\n4,caf\xe9\n\n5,Five.\n6,"open\nseven' >in.csv
    run in.csv
    expect_status 1
    expect_records 7 stdout
    expect_in_line 1 '"status":"ok","text":"One\nline."' stdout
    expect_in_line 2 '"code":"ragged-row","annotator":null,"message":"the row has 1 field and the header 2","line":4' stdout
    expect_in_line 3 '"code":"invalid-csv"' stdout
    expect_in_line 3 '"line":5' stdout
    expect_in_line 4 '"code":"invalid-utf8"' stdout
    expect_in_line 5 '"code":"empty-line"' stdout
    expect_in_line 6 '"text":"Five."' stdout
    expect_in_line 7 '"code":"unterminated-quote"' stdout
    expect_in_line 7 '"line":9' stdout
    expect_text '4 of 7 documents failed' stderr
    run in.csv --lossy
    expect_in_line 4 '"text":"caf�"' stdout
}

test_a_table_without_the_column_is_refused_before_anything_is_written() {
    printf 'id,body\n1,One.\n' >in.csv
    run in.csv -o out.jsonl
    expect_status 3
    expect_text "the table has no column 'text' (--text-key): its columns are id, body" stderr
    [ ! -e out.jsonl ] || fail "out.jsonl is there"
    run --input-format csv <in.csv
    expect_status 3
    expect_records 1 stdout
    expect_text '"code":"missing-column"' stdout
    # One of several is a document that failed.
    printf 'text\nTwo.\n' >good.csv
    run in.csv good.csv
    expect_status 1
    expect_records 2 stdout
    run in.csv --text-key body --id-key number
    expect_status 3
    expect_text "no column 'number' (--id-key)" stderr
    run in.csv --text-key body --csv-separator ''
    expect_status 2
}

test_escapes_of_tab_separated_values_are_read() {
    printf 'text\tpath\nIt rained.\\nA \\"lot".\tC:\\\\temp\n' >in.tsv
    run in.tsv --layers sentences
    expect_records 1 stdout
    expect_text '"text":"It rained.\nA \\\"lot\"."' stdout
    expect_text '"meta":{"path":"C:\\temp"}' stdout
    run in.tsv --literal-backslashes
    expect_text '"meta":{"path":"C:\\\\temp"}' stdout
}

test_texts_with_zero_bytes_between_may_hold_line_breaks() {
    printf 'One\nline.\0\0Three.\r' | "$postil" --input-format nul >stdout
    expect_records 3 stdout
    expect_in_line 1 '"id":"stdin:1","status":"ok","text":"One\nline."' stdout
    expect_in_line 2 '"text":""' stdout
    expect_in_line 3 '"text":"Three.\r"' stdout
}

test_a_row_comes_out_while_the_table_pauses() {
    mkfifo pipe
    "$postil" --input-format csv <pipe >stdout 2>stderr &
    process=$!
    exec 3>pipe
    printf 'text\nOne.\n"Two\n' >&3
    wait_for_output stdout
    sleep 0.1
    expect_lines 1 stdout
    printf 'lines."\n' >&3
    exec 3>&-
    wait "$process"
    expect_records 2 stdout
    expect_in_line 2 '"text":"Two\nlines."' stdout
}

test_a_killed_run_over_a_table_goes_on_to_the_same_bytes() {
    make_table 12000 >in.csv
    run in.csv -o whole.jsonl.zst --layers sentences,numbers,dates
    expect_status 0
    local hits=0
    while [ $hits -lt 5 ]; do
        "$postil" in.csv -o out.jsonl.zst --layers sentences,numbers,dates --resume --journal-interval 0 2>>kills &
        local pid=$!
        until grep -q '"documents":[1-9]' out.jsonl.zst.journal 2>/dev/null || [ ! -e /proc/$pid ]; do sleep 0.05; done
        sleep "0.$((RANDOM % 5))$((RANDOM % 9 + 1))"
        if kill -KILL $pid 2>/dev/null; then hits=$((hits + 1)); fi
        wait $pid 2>/dev/null || true
        rm -f out.jsonl.zst
    done
    run in.csv -o out.jsonl.zst --layers sentences,numbers,dates --resume
    expect_status 0
    expect_same out.jsonl.zst whole.jsonl.zst
    expect_text 'going on behind' kills
    for i in 1 2; do run in.csv -o "$i.jsonl" --layers sentences --shard $i/2; done
    run in.csv -o all.jsonl --layers sentences
    paste -d '\n' 1.jsonl 2.jsonl | cmp - all.jsonl || fail "the shards are not all"
}
