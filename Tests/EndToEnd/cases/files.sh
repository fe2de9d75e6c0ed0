# Files and folders that cannot be read, or not to the end.

# Runs the program without root's rights, which no permission bit stops.
run_unprivileged() {
    status=0
    if [ "$(id -u)" -ne 0 ]; then
        "$postil" "$@" >stdout 2>stderr || status=$?
    elif command -v setpriv >/dev/null; then
        setpriv --reuid 65534 --regid 65534 --clear-groups "$postil" "$@" >stdout 2>stderr || status=$?
    else
        skip "no setpriv to give up root's rights with"
    fi
}

test_a_run_does_not_read_what_it_wrote() {
    mkdir in
    echo "One." >in/one.txt
    for _ in 1 2; do
        run in -o in/out.jsonl --layers sentences
        expect_status 0
        expect_records 1 in/out.jsonl
    done
}

test_an_empty_file_is_one_empty_text_or_no_records() {
    : >empty.txt
    : >empty.jsonl
    run empty.txt
    expect_status 0
    expect_records 1 stdout
    expect_text '"status":"ok","text":"","' stdout
    run empty.jsonl
    expect_status 0
    expect_empty stdout
    run <empty.txt
    expect_status 0
    expect_empty stdout
    run --input-format text <empty.txt
    expect_status 0
    expect_records 1 stdout
}

test_a_truncated_gzip_gives_its_whole_lines_and_an_error() {
    make_corpus 20000 | gzip >whole.gz
    head -c 100000 whole.gz >cut.jsonl.gz
    make_corpus 1 >good.jsonl
    run cut.jsonl.gz good.jsonl
    expect_status 1
    lines=$(wc -l <stdout)
    [ "$lines" -gt 1000 ] || fail "only $lines lines came out"
    expect_records "$lines" stdout
    expect_in_line $((lines - 1)) '"code":"truncated-gzip"' stdout
    expect_in_line $((lines - 1)) "\"id\":\"cut.jsonl.gz:$((lines - 1))\"" stdout
    expect_in_line "$lines" '"id":"d1","status":"ok"' stdout
    [ "$(grep -c '"status":"error"' stdout)" -eq 1 ] || fail "more than one error"
}

test_a_truncated_gzip_of_one_text_fails() {
    make_corpus 1000 | gzip | head -c 3000 >cut.txt.gz
    run cut.txt.gz
    expect_status 1
    expect_records 1 stdout
    expect_text '"code":"truncated-gzip"' stdout
}

test_a_damaged_gzip_fails_after_its_whole_lines() {
    make_corpus 20000 | gzip >bad.jsonl.gz
    printf '\xff\xff\xff\xff\xff\xff\xff\xff' | dd of=bad.jsonl.gz bs=1 seek=100000 conv=notrunc 2>dd.log
    run bad.jsonl.gz
    expect_status 1
    expect_records "$(wc -l <stdout)" stdout
    tail -n 1 stdout >last
    expect_text '"code":"corrupt-gzip"' last
}

test_a_truncated_zstd_gives_its_whole_lines_and_an_error() {
    make_corpus 20000 >corpus.jsonl
    run corpus.jsonl -o records.jsonl.zst
    head -c $(($(stat -c %s records.jsonl.zst) / 2)) records.jsonl.zst >cut.jsonl.zst
    run cut.jsonl.zst
    expect_status 1
    lines=$(wc -l <stdout)
    [ "$lines" -gt 1000 ] || fail "only $lines lines came out"
    expect_records "$lines" stdout
    expect_in_line "$lines" '"code":"truncated-zstd"' stdout
}

test_a_name_that_lies_about_packing_does_no_harm() {
    make_corpus 3 | gzip >corpus.jsonl
    run corpus.jsonl
    expect_status 0
    expect_records 3 stdout
    make_corpus 3 >plain.jsonl.gz
    run plain.jsonl.gz
    expect_status 0
    expect_records 3 stdout
}

test_a_folder_without_texts_is_unreadable_input() {
    mkdir folder
    echo "Not a text." >folder/readme.md
    run folder
    expect_status 3
    expect_empty stdout
    expect_text 'folder: the folder holds no file to annotate' stderr
}

test_a_path_that_leads_nowhere_is_unreadable_input() {
    run nowhere.txt
    expect_status 3
    expect_empty stdout
    expect_text 'nowhere.txt' stderr
}

test_a_dangling_link_among_good_files_is_an_error_record() {
    mkdir -p folder/inner.jsonl
    echo "One." >folder/a.txt
    ln -s nowhere folder/b.txt
    echo "Three." >folder/c.txt
    echo '{"text":"Four."}' >folder/inner.jsonl/d.jsonl
    run folder
    expect_status 1
    expect_records 4 stdout
    expect_in_line 2 '"id":"folder/b.txt","status":"error"' stdout
    expect_in_line 2 '"code":"input-unreadable"' stdout
    expect_in_line 3 '"text":"Three.\n"' stdout
    expect_in_line 4 '"text":"Four."' stdout
    run folder --ok-on-doc-errors
    expect_status 0
}

test_a_forbidden_file_among_good_ones_is_an_error_record() {
    mkdir folder
    echo "One." >folder/a.txt
    echo "Two." >folder/b.txt
    echo '{"text":"Three."}' >folder/c.jsonl
    echo "Four." >folder/d.txt
    chmod 000 folder/b.txt folder/c.jsonl
    run_unprivileged folder
    expect_status 1
    expect_records 4 stdout
    expect_in_line 2 'Permission denied' stdout
    expect_in_line 3 'Permission denied' stdout
    expect_in_line 4 '"text":"Four.\n"' stdout
}

test_a_forbidden_folder_in_a_folder_is_an_error_record() {
    mkdir -p folder/b
    echo "One." >folder/a.txt
    echo "Two." >folder/b/b.txt
    echo "Three." >folder/c.txt
    chmod 000 folder/b
    run_unprivileged folder
    expect_status 1
    expect_records 3 stdout
    expect_in_line 2 '"id":"folder/b","status":"error"' stdout
    expect_in_line 2 'Permission denied' stdout
    run_unprivileged folder/b
    expect_status 3
}

test_only_forbidden_files_are_unreadable_input() {
    echo "One." >a.txt
    chmod 000 a.txt
    run_unprivileged a.txt
    expect_status 3
    expect_records 1 stdout
}

test_links_that_lead_in_circles_are_searched_once() {
    mkdir -p folder/inner
    echo "One." >folder/inner/a.txt
    ln -s .. folder/inner/up
    run folder
    expect_status 0
    expect_records 1 stdout
}

test_names_with_blanks_quotes_and_line_ends_work() {
    mkdir folder
    echo "One." >'folder/a b "c"'$'\n''d.txt'
    run folder
    expect_status 0
    expect_records 1 stdout
    expect_text '"id":"folder/a b \"c\"\nd.txt"' stdout
}

test_a_folder_named_twice_is_annotated_twice() {
    mkdir -p folder/inner
    echo "One." >folder/inner/one.txt
    run folder folder/inner folder
    expect_status 0
    expect_records 3 stdout
}
