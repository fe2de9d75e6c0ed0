# Lexicons: compiling tables and looking into them.

test_a_table_is_compiled_and_found_in_text() {
    printf '# Places\nTal Varis\tcity\tTal Varis\tzembla:7\t80000\tZM\tTelvaris\nZATO\tinstitution\n' >names.tsv
    run lexicon build names.tsv --sources "made up" -o names.lexicon
    expect_status 0
    expect_text "3 names" stdout
    run lexicon find "Zato met in Tal-Varis, then in telvaris." --dictionary names.lexicon
    expect_status 0
    expect_lines 2 stdout
    expect_in_line 1 "$(printf 'Zato\t0\t4\tinstitution\tZATO')" stdout
    expect_in_line 2 "$(printf 'Tal-Varis\t12\t21\tcity\tTal Varis\tzembla:7\t73727\tZM\tas written\tnames.lexicon')" stdout
    run lexicon find "Zato met in Tal-Varis, then in telvaris." --dictionary names.tsv --ignore-case
    expect_status 0
    expect_lines 3 stdout
}

test_the_same_tables_give_the_same_bytes() {
    printf 'Alpha\tcity\nBeta\tcity\n' >names.tsv
    run lexicon build names.tsv -o first.lexicon
    run lexicon build names.tsv -o second.lexicon
    expect_same first.lexicon second.lexicon
}

test_an_earlier_lexicon_overrides_later_ones() {
    printf 'Vienna\tcompany\n' >mine.tsv
    run lexicon find "Vienna and Baghdad" --dictionary mine.tsv --built-in
    expect_status 0
    expect_in_line 1 company stdout
    expect_text geonames: stdout
    expect_no_text geonames:2761369 stdout
}

test_faults_in_tables_are_named_with_their_place() {
    printf 'Alpha\tcity\nBeta\tplanet\n' >names.tsv
    run lexicon build names.tsv -o names.lexicon
    expect_status 3
    expect_text 'names.tsv:2:6: invalid-entry: "planet" is no kind' stderr
    [ ! -e names.lexicon ] || fail "a lexicon was written"
    run lexicon find Alpha --dictionary names.tsv
    expect_status 3
    run lexicon classes names.tsv -o words.classes
    expect_status 3
    expect_text 'names.tsv:1:' stderr
}

test_a_damaged_lexicon_is_refused() {
    printf 'Alpha\tcity\n' >names.tsv
    run lexicon build names.tsv -o names.lexicon
    head -c 100 names.lexicon >cut.lexicon
    run lexicon find Alpha --dictionary cut.lexicon
    expect_status 3
    expect_text "cut.lexicon: lexicon-damaged" stderr
    run lexicon find Alpha --dictionary nowhere
    expect_status 3
    expect_text nowhere stderr
}
