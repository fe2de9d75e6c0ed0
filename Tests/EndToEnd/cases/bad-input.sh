# Input that is broken: every line still gets its record, and the record says what is wrong.

test_invalid_utf8_fails_its_document_and_names_the_byte() {
    printf '{"text":"Fine."}\n{"text":"a\xffb"}\n{"text":"Fine too."}\n' >input
    run <input
    expect_status 1
    expect_records 3 stdout
    expect_in_line 2 '"code":"invalid-utf8"' stdout
    expect_in_line 2 'byte 10 of the line' stdout
    expect_in_line 2 '"line":2' stdout
    expect_in_line 3 '"status":"ok","text":"Fine too."' stdout
    expect_text '1 of 3 documents failed' stderr
}

test_invalid_utf8_in_a_text_names_the_byte_of_the_file() {
    printf 'Fine \xe2\x82 here.' >plain.txt
    printf '\xef\xbb\xbfFine \xe2\x82 here.' >marked.txt
    run plain.txt marked.txt
    expect_status 1
    expect_records 2 stdout
    expect_in_line 1 'byte 5 of the text' stdout
    expect_in_line 2 'byte 8 of the text' stdout
}

test_invalid_utf8_behind_a_byte_order_mark_is_counted_from_the_start() {
    printf '\xef\xbb\xbf{"text":"a\xffb"}\n\xef\xbb\xbf{"text":1}\n' >input.jsonl
    run input.jsonl
    expect_status 1
    expect_in_line 1 'byte 13 of the line' stdout
    expect_in_line 2 '"code":"invalid-json"' stdout
}

test_lossy_replaces_what_is_not_utf8() {
    printf '{"text":"a\xffb \xe2\x82c"}\n' >input
    run --lossy <input
    expect_status 0
    expect_records 1 stdout
    expect_text '"text":"a�b �c"' stdout
    expect_text '"code":"replaced-characters"' stdout
    printf 'a\xffb' >text.txt
    run --lossy text.txt
    expect_status 0
    expect_records 1 stdout
    expect_text '"text":"a�b"' stdout
}

test_a_byte_order_mark_is_no_part_of_the_text() {
    printf '\xef\xbb\xbf{"text":"One."}\n{"text":"Two."}\n' >input.jsonl
    printf '\xef\xbb\xbfThree.' >input.txt
    run input.jsonl input.txt
    expect_status 0
    expect_records 3 stdout
    expect_in_line 1 '"text":"One."' stdout
    expect_in_line 3 '"text":"Three."' stdout
    run <input.jsonl
    expect_records 2 stdout
    run --input-format lines <input.txt
    expect_text '"text":"Three."' stdout
}

test_a_mark_inside_an_input_stays() {
    printf 'One.\n\xef\xbb\xbfTwo.\n' >input
    run --input-format lines <input
    expect_records 2 stdout
    expect_in_line 2 $'"text":"\ufeffTwo."' stdout
}

test_carriage_returns_end_lines_of_records_and_stay_in_texts() {
    printf '{"text":"One."}\r\n{"text":"Two."}\r\n' >input.jsonl
    printf 'One.\r\nTwo.\r\n' >input.txt
    run input.jsonl input.txt
    expect_status 0
    expect_records 3 stdout
    expect_in_line 3 '"text":"One.\r\nTwo.\r\n"' stdout
    expect_in_line 3 '"sentences":[{"start":0,"end":4},{"start":6,"end":10}]' stdout
    run --input-format lines <input.txt
    expect_in_line 1 '"text":"One."' stdout
}

test_nul_bytes_are_text() {
    printf 'A \0 stands here.' >input.txt
    run input.txt --layers sentences,tokens
    expect_status 0
    expect_records 1 stdout
    expect_text '"text":"A \u0000 stands here."' stdout
    printf '{"text":"a\\u0000b"}\n{"text":"a\0b"}\n' >input.jsonl
    run input.jsonl
    expect_status 1
    expect_records 2 stdout
    expect_in_line 1 '"text":"a\u0000b"' stdout
    expect_in_line 2 '"code":"invalid-json"' stdout
}

test_a_lone_surrogate_fails_its_document() {
    printf '%s\n' '{"text":"a\ud800b"}' '{"text":"Fine.","note":"\udc00"}' '{"text":"\ud83d\ude00"}' >input
    run <input
    expect_status 1
    expect_records 3 stdout
    expect_in_line 1 '"code":"lone-surrogate"' stdout
    expect_in_line 1 'at byte 10' stdout
    expect_in_line 2 '"code":"lone-surrogate"' stdout
    expect_in_line 3 '"text":"😀"' stdout
}

test_lossy_replaces_lone_surrogates_everywhere() {
    printf '%s\n' '{"text":"a\ud800b","note":"\udc00 \\ud800 \ud83d\ude00 \ud800\ud800","k\udfff":{"x":["\ud83d"]}}' >input
    run --lossy <input
    expect_status 0
    expect_records 1 stdout
    expect_text '"text":"a�b"' stdout
    expect_text '"meta":{"note":"\ufffd \\ud800 \ud83d\ude00 \ufffd\ufffd","k\ufffd":{"x":["\ufffd"]}}' stdout
    expect_text '6 ' stdout
}

test_a_line_that_is_no_object_with_a_text_fails() {
    printf '%s\n' '{"body":"a","n":1}' '{"text":3}' '{"text":null}' '[1]' '"a"' '{"text":"a"' 'text' '{"text":"a"}x' '{"text":"ok"}' >input
    run --input-format jsonl <input
    expect_status 1
    expect_records 9 stdout
    expect_in_line 1 '"code":"missing-text"' stdout
    expect_in_line 1 "no field 'text': name the one with the text by --text-key" stdout
    expect_in_line 1 '"meta":{"body":"a","n":1}' stdout
    expect_in_line 2 "the field 'text' is a number, not a string" stdout
    expect_in_line 3 "the field 'text' is null, not a string" stdout
    for line in 4 5 6 7 8; do expect_in_line "$line" '"code":"invalid-json"' stdout; done
    expect_in_line 9 '"status":"ok"' stdout
}

test_an_empty_line_is_an_empty_document_with_a_warning() {
    printf '{"text":"One."}\n\n  \r\n{"text":"Two."}' >input
    run <input
    expect_status 0
    expect_records 4 stdout
    expect_in_line 2 '"code":"empty-line"' stdout
    expect_in_line 3 '"code":"empty-line"' stdout
}

test_of_two_equal_keys_the_last_counts_with_a_warning() {
    printf '%s\n' '{"text":"First.","id":"1","text":"Last.","id":"2","k":1,"k":2}' >input
    run <input
    expect_status 0
    expect_records 1 stdout
    expect_text '"id":"2","status":"ok","text":"Last."' stdout
    expect_text '"code":"duplicate-key"' stdout
    expect_text '"meta":{"k":2}' stdout
}

test_nesting_beyond_all_measure_fails_its_document() {
    { printf '{"text":"a","x":'; head -c 1000000 /dev/zero | tr '\0' '['; printf '}\n{"text":"b"}\n'; } >input
    run <input
    expect_status 1
    expect_records 2 stdout
    expect_in_line 1 '"code":"invalid-json"' stdout
}

test_a_bad_date_field_is_a_warning() {
    printf '{"text":"a","when":"yesterday"}\n{"text":"b","when":"2014-06-17"}\n' >input
    run --anchor-key when <input
    expect_status 0
    expect_in_line 1 '"code":"invalid-anchor"' stdout
    expect_in_line 2 '"context":{"anchor":"2014-06-17","anchor_source":"field"' stdout
}
