# Other programs' formats.

make_texts() {
    mkdir texts
    printf 'Anna Weiss left Vienna on 3 May 2024. “It leaks,” she said.\n' >texts/a.txt
    printf '😊 Dr. Okoye paid $5.50 in Berlin.\r\n' >texts/b.txt
}

test_records_go_through_every_format_and_come_back_sound() {
    make_texts
    run annotate texts --layers sentences,tokens,entities,dates,numbers -o records.jsonl
    expect_status 0
    local format
    for format in conll2003 conllu doccano label-studio prodigy spacy brat corenlp timeml uima webanno; do
        run convert records.jsonl --to $format -o out.$format
        expect_status 0
        run convert out.$format --from $format --to postil -o back.jsonl
        expect_status 0
        expect_empty stderr
        expect_records 2 back.jsonl
        case $format in
            timeml) expect_text '"text":"3 May 2024","type":"DATE","timex":null,"value":"2024-05-03"' back.jsonl ;;
            *) expect_text '"text":"Berlin","type":"GPE"' back.jsonl ;;
        esac
    done
}

test_annotating_writes_a_format_directly() {
    make_texts
    run annotate texts --layers sentences,tokens,entities,dates -o records.jsonl
    run convert records.jsonl --to conllu --layers entities,dates -o converted.conllu
    run annotate texts --format conllu --layers entities,dates -o direct.conllu
    expect_status 0
    expect_same converted.conllu direct.conllu
    run annotate texts --format conllu --layers entities,dates -j 1
    expect_same stdout direct.conllu
    run annotate texts --format brat -o brat
    expect_status 0
    expect_same texts/b.txt brat/texts_b.txt
    expect_text "$(printf 'GPE 26 32\tBerlin')" brat/texts_b.ann
}

test_names_and_beginnings_show_the_format() {
    make_texts
    run annotate texts -o records.jsonl
    local format
    for format in doccano label-studio prodigy; do
        run convert records.jsonl --to $format -o out.json
        run convert out.json -o back.jsonl
        expect_status 0
        expect_records 2 back.jsonl
        expect_text "\"pipeline\":\"$format\"" back.jsonl
    done
    echo '{"text":"x"}' >unknown.jsonl
    run convert unknown.jsonl -o back.jsonl
    expect_status 2
    expect_text "'unknown.jsonl' does not show its format: say it by --from" stderr
    run convert records.jsonl
    expect_status 2
    expect_text "Say by --to in which format to write" stderr
    run convert records.jsonl --to brat
    expect_status 2
    expect_text "name a folder by --output" stderr
    run convert records.jsonl --to xml
    expect_status 2
    expect_text "--to takes one of postil, brat," stderr
}

test_what_a_format_cannot_hold_is_counted() {
    printf '“It leaks in Vienna,” said Anna Weiss.\n' >a.txt
    run annotate a.txt --format conllu --layers quotes,entities -o a.conllu
    expect_status 0
    expect_text "postil: left out: spans that overlap others (1)" stderr
    expect_text "NE=B-direct" a.conllu
    run annotate a.txt --format conllu --layers entities,quotes -o a.conllu
    expect_text "NE=B-GPE" a.conllu
    expect_no_text "NE=B-direct" a.conllu
    run annotate a.txt -o a.jsonl
    run convert a.jsonl --to conllu
    expect_status 1
    expect_text "a.jsonl:1: 'a.txt' has no tokens, on which CoNLL-U is built: annotate with --layers sentences,tokens" stderr
}

test_layers_that_no_record_has_are_named() {
    make_texts
    run annotate texts -o records.jsonl
    run convert records.jsonl --to doccano --layers entities,quots -o out.jsonl
    expect_status 0
    expect_text "postil: no record has the layer 'quots'" stderr
    run convert records.jsonl --to doccano --layers entities,sentiment -o out.jsonl
    expect_empty stderr
}

test_documents_that_cannot_be_read_are_named_and_the_others_converted() {
    printf '{"text":"a","label":[]}\n{"text":"b","label":[[0,9,"X"]]}\n{"text":\n{"text":"d","label":[]}\n' >in.jsonl
    run convert in.jsonl --from doccano -o out.jsonl
    expect_status 1
    expect_text "in.jsonl:2: a label at 0:9 is no span of the text, counted in codepoint" stderr
    expect_text "in.jsonl:3: not JSON" stderr
    expect_text "2 of 4 documents failed" stderr
    expect_records 4 out.jsonl
    expect_in_line 2 '"status":"error"' out.jsonl
    expect_in_line 2 '"code":"unreadable-document"' out.jsonl
    expect_in_line 4 '"text":"d"' out.jsonl
    run convert out.jsonl --to prodigy --ok-on-doc-errors
    expect_status 0
    expect_lines 2 stdout
    expect_text "out.jsonl:2: 'in.jsonl:2' was not annotated: a label at 0:9" stderr
    run convert missing.jsonl --from doccano
    expect_status 3
    run convert in.jsonl --from doccano -o nowhere/out.jsonl
    expect_status 4
}

test_packed_files_folders_and_standard_input_are_read() {
    make_texts
    run annotate texts --layers sentences,tokens,entities -o records.jsonl.zst
    run convert records.jsonl.zst --to prodigy -o out.prodigy.jsonl.gz
    expect_status 0
    run convert out.prodigy.jsonl.gz -o back.jsonl
    expect_status 0
    expect_records 2 back.jsonl
    run convert records.jsonl.zst --to webanno -o folder/inner
    expect_status 0
    [ -f folder/inner/texts_a.tsv ] || fail "no file"
    run convert folder --from webanno
    expect_status 0
    expect_lines 2 stdout
    gzip -dc out.prodigy.jsonl.gz >plain
    status=0
    "$postil" convert - --from prodigy --offset-unit utf16 <plain >stdout 2>stderr || status=$?
    expect_status 0
    expect_records 2 stdout
    expect_text '"offset_unit":"utf16"' stdout
    run convert records.jsonl.zst --to timeml -o one.tml
    expect_status 4
    expect_text "has one document a file, and there is a second: name a folder" stderr
}

test_a_full_disk_ends_annotating_in_a_format() {
    [ -e /dev/full ] || skip "no /dev/full"
    make_corpus 3000 >corpus.jsonl
    run annotate corpus.jsonl --format conllu -o /dev/full
    expect_status 4
    expect_text "No space left" stderr
    run annotate corpus.jsonl --format conllu --resume -o out.conllu
    expect_status 2
}
