# Judging by gold, comparing runs, reports.

# Annotates three documents, of which the second has characters of four bytes; more options go to the program.
annotate_three() {
    cat >three.jsonl <<'EOF'
{"id":"a","text":"Dr. Amina Okafor flew to London on Friday with at least 44 others.","day":"2014-06-17"}
{"id":"b","text":"😀 Okafor paid £3.2 million in Paris. \"Too much,\" she said.","day":"2014-06-18"}
{"id":"c","text":"Nothing happened.","day":"2014-06-19"}
EOF
    "$postil" annotate three.jsonl --anchor-key day "$@"
}

test_two_runs_that_are_the_same_differ_in_nothing() {
    annotate_three -o one.jsonl
    annotate_three -o two.jsonl.zst --offset-unit utf16
    run diff one.jsonl two.jsonl.zst
    expect_status 0
    expect_in_line 3 '3 documents compared, 0 of them changed' stdout
    expect_text 'entities' stdout
    run diff one.jsonl two.jsonl.zst --json
    expect_status 0
    expect_lines 1 stdout
    expect_text '{"same":true,"documents":{"same":3,"changed":0' stdout
}

test_changes_are_counted_by_layer_and_rule_with_examples() {
    annotate_three -o one.jsonl
    sed -e 's/"type":"GPE"/"type":"ORG"/' -e 's/"value":"2014-06-13"/"value":"2014-06-20"/' one.jsonl >two.jsonl
    run diff one.jsonl two.jsonl
    expect_status 1
    expect_empty stderr
    expect_text '3 documents compared, 2 of them changed' stdout
    grep -qE '^dates +0 +0 +0 +0 +0 +1 +0$' stdout || fail "the date's value is not counted: $(cat stdout)"
    grep -qE '^entities +[0-9]+ +0 +0 +0 +2 +0 +0$' stdout || fail "the names' types are not counted"
    expect_text '35:41 ' stdout
    expect_text 'on [Friday] with' stdout
    expect_text '  - DATE value=2014-06-13' stdout
    expect_text '  + DATE value=2014-06-20' stdout
    cp stdout first
    run diff one.jsonl two.jsonl
    expect_same first stdout
    run diff one.jsonl two.jsonl --layers numbers,quotes
    expect_status 0
    run diff one.jsonl two.jsonl --layers dates --sample 0
    expect_status 1
    expect_no_text '[Friday]' stdout
    run diff one.jsonl two.jsonl --layers dats
    expect_status 2
    expect_text "no record has a layer 'dats'" stderr
}

test_a_run_in_any_order_is_compared_with_one_in_order() {
    annotate_three -o one.jsonl
    annotate_three --order any -o two.jsonl
    expect_text '"seq":2}' two.jsonl
    run diff one.jsonl two.jsonl
    expect_status 0
    run report two.jsonl -o page.html
    expect_status 0
}

test_records_are_matched_by_id_then_by_text() {
    annotate_three -o one.jsonl
    { sed -n 3p one.jsonl; sed -n 1p one.jsonl; sed -n 2p one.jsonl | sed 's/"id":"b"/"id":"other"/'; } >two.jsonl
    run diff one.jsonl two.jsonl
    expect_status 0
    expect_text '3 documents compared, 0 of them changed, 1 matched by text, their ids differ' stdout
    head -n 2 one.jsonl >two.jsonl
    run diff one.jsonl two.jsonl
    expect_status 1
    expect_text '1 only in the first' stdout
    expect_text 'c: only in the first' stdout
    sed 's/Nothing happened/Nothing happens_/' one.jsonl >two.jsonl
    run diff one.jsonl two.jsonl
    expect_status 3
    expect_text 'two.jsonl:3: ' stderr
}

test_other_texts_and_failures_are_told_and_not_compared() {
    annotate_three -o one.jsonl
    { head -n 2 three.jsonl; echo '{"id":"c","text":"Something happened."}'; } >other.jsonl
    "$postil" annotate other.jsonl --anchor-key day -o two.jsonl
    run diff one.jsonl two.jsonl
    expect_status 1
    expect_text 'c: the texts differ; not compared' stdout
    { head -n 2 three.jsonl; echo '{"id":"c"}'; } >other.jsonl
    "$postil" annotate other.jsonl --anchor-key day --ok-on-doc-errors -o two.jsonl 2>/dev/null
    run diff one.jsonl two.jsonl
    expect_status 1
    expect_text '1 failed otherwise' stdout
    : >empty.jsonl
    run diff empty.jsonl empty.jsonl
    expect_status 0
    run diff one.jsonl empty.jsonl
    expect_status 1
    expect_text '3 only in the first' stdout
    "$postil" diff one.jsonl - <one.jsonl >/dev/null || fail "standard input is not compared"
    run diff - -
    expect_status 2
}

test_long_files_in_one_order_take_little_memory() {
    make_corpus 3000 >corpus.jsonl
    "$postil" annotate corpus.jsonl -o one.jsonl
    (ulimit -v 900000 && "$postil" diff one.jsonl one.jsonl >stdout)
    expect_text '3000 documents compared' stdout
}

test_gold_of_records_is_held_against_predictions_and_texts() {
    annotate_three -o found.jsonl
    cat >gold.jsonl <<'EOF'
{"id":"a","text":"Dr. Amina Okafor flew to London on Friday with at least 44 others.","context":{"anchor":"2014-06-17"},"entities":[{"start":4,"end":16,"type":"PERSON"},{"start":25,"end":31,"type":"ORG"}],"dates":[{"start":35,"end":41,"type":"DATE","value":"2014-06-20"}]}
{"id":"b","text":"😀 Okafor paid £3.2 million in Paris. \"Too much,\" she said.","entities":[{"start":2,"end":8,"type":"PERSON"},{"start":30,"end":35,"type":"GPE"}]}
EOF
    run eval gold.jsonl found.jsonl
    expect_status 0
    expect_in_line 1 '2 documents' stdout
    grep -qE '^entities +4 +4 +75.00 +75.00 +75.00 +100.00 +100.00 +75.00 +-$' stdout || fail "names: $(cat stdout)"
    grep -qE '^dates +1 +1 +100.00 +100.00 +100.00 +100.00 +100.00 +100.00 +0.00$' stdout || fail "dates: $(cat stdout)"
    grep -qE '^entities +3 +1 +0 +0 +0 +0 +1 +0$' stdout || fail "classes of names: $(cat stdout)"
    expect_no_text numbers stdout
    expect_text '1 predicted documents have no gold' stderr
    cp stdout predicted
    # Postil annotates the same texts itself.
    run eval gold.jsonl
    expect_status 0
    expect_same predicted stdout
    run eval gold.jsonl found.jsonl --errors 1
    expect_text 'entities type: a' stdout
    expect_text '[London]' stdout
    run eval gold.jsonl found.jsonl --by type
    grep -qE '^entities +PERSON +2 +2 +100.00' stdout || fail "by type: $(cat stdout)"
    run eval gold.jsonl found.jsonl --by document
    grep -qE '^entities +b +2 +2 +100.00' stdout || fail "by document: $(cat stdout)"
    run eval gold.jsonl --predicted found.jsonl --layers entities --types PERSON
    grep -qE '^entities +2 +2 +100.00' stdout || fail "chosen types: $(cat stdout)"
    expect_no_text dates stdout
    run eval gold.jsonl gold.jsonl --annotate
    expect_status 0
    expect_in_line 1 '4 documents' stdout
}

test_what_gold_and_predictions_do_not_share_is_told() {
    annotate_three -o found.jsonl
    printf '%s\n' '{"id":"c","text":"Something else.","dates":[{"start":0,"end":9,"type":"DATE"}]}' \
        '{"id":"z","text":"Not there.","dates":[{"start":0,"end":3,"type":"DATE"}]}' >gold.jsonl
    run eval gold.jsonl found.jsonl
    expect_status 1
    expect_text 'c: the texts differ; not judged' stdout
    expect_text 'z: nothing is predicted for it' stdout
    echo '{"id":"a","text":"x","dates":[]}' >gold.jsonl
    run eval gold.jsonl
    expect_status 3
    expect_text 'nothing of the layers to be judged' stderr
    echo '{"id":"a","text":"x","dates":[{"start":0,"end":5}]}' >gold.jsonl
    run eval gold.jsonl
    expect_status 3
    expect_text 'gold.jsonl:1: dates[0]: 0:5 is no span of the text' stderr
    run eval gold.jsonl --errors -1
    expect_status 2
}

test_a_figure_that_falls_gives_exit_code_1() {
    mkdir gold
    echo "Amina Okafor flew to London." >gold/flight.txt
    printf 'PERSON Amina Okafor\nGPE London\n' >gold/flight.names
    run eval gold --json -o before.json
    expect_status 0
    expect_empty stdout
    expect_text '"schema":"postil-eval/1.0"' before.json
    run eval gold --baseline before.json
    expect_status 0
    printf 'PERSON Amina Okafor\nORG London\n' >gold/flight.names
    run eval gold --baseline before.json
    expect_status 1
    expect_text 'entities strict F1 fell from 100.0 to 50.0' stderr
    expect_no_text 'entities exact F1 fell' stderr
    run eval gold --baseline before.json --tolerance 60
    expect_status 0
    echo '{}' >before.json
    run eval gold --baseline before.json
    expect_status 3
    expect_text "before.json: it is no result of 'postil eval --json'" stderr
}

test_the_gold_corpora_are_judged() {
    run eval "$repository/corpora" --classes --by type
    expect_status 0
    for layer in dates entities numbers quotes sentences sentiment/document tokens; do
        grep -qE "^$layer +[0-9]+ +[0-9]+ +[0-9.]+" stdout || fail "no figures of $layer"
    done
    expect_text 'of the gold tokens: xpos' stdout
    grep -qE '^entities +MISC ' stdout || fail "names are not judged in classes"
}

test_names_are_judged_alone_and_with_their_errors() {
    echo "Amina Okafor flew to London." >flight.txt
    printf 'PERSON Amina Okafor\nGPE flew\n' >flight.names
    run eval flight.txt --errors 1
    expect_status 0
    expect_text 'entities missing: flight.txt' stdout
    expect_text 'Amina Okafor [flew] to London.' stdout
    printf '# note\nGPE Rome\n' >flight.names
    run eval flight.names
    expect_status 3
    expect_text "flight.names: line 2: the text has no 'Rome' behind byte 0" stderr
}

test_a_report_is_one_page_that_says_what_it_leaves_out() {
    annotate_three -o three.out.jsonl
    run report three.out.jsonl -o page.html --title 'A & <b>'
    expect_status 0
    expect_empty stdout
    expect_empty stderr
    expect_text '<title>A &amp; &lt;b&gt;</title>' page.html
    [ "$(grep -c '<script type="application/json" class="record">' page.html)" -eq 3 ] || fail "there are not three records"
    # Offsets are those of UTF-16: the second document begins with a character of two units.
    expect_text ',3,9,null,' page.html
    run report three.out.jsonl -o page.html --limit 2
    expect_status 0
    expect_text 'the page shows 2 of 3 documents (--limit 2)' stderr
    expect_text '"documents":3,"limit":2' page.html
    "$postil" report - -o - <three.out.jsonl >piped.html
    expect_text 'standard input</title>' piped.html
}

test_lines_that_are_no_records_are_listed_in_the_report() {
    annotate_three -o three.out.jsonl
    echo '{"id":"x"}' >>three.out.jsonl
    run report three.out.jsonl -o page.html
    expect_status 1
    expect_text "three.out.jsonl:4: it has no 'schema' of postil/1.0" stderr
    expect_text '"unreadableCount":1' page.html
    rm page.html
    run report three.jsonl -o page.html
    expect_status 3
    [ ! -e page.html ] || fail "a page of nothing was written"
    run report three.jsonl -o three.jsonl
    expect_status 2
    : >empty.jsonl
    run report empty.jsonl -o page.html
    expect_status 0
    run report three.out.jsonl -o nowhere/page.html
    expect_status 4
}
