# Usage, exit codes and where the program runs.

test_help_screens_exit_with_0() {
    for command in "" annotate repl why test verify schema info eval train "train segmentation" lexicon "lexicon build" \
        "lexicon find" "lexicon classes" plugin "plugin list" "plugin new" "plugin check" "plugin trust"; do
        # shellcheck disable=SC2086
        run $command --help
        expect_status 0
        expect_empty stderr
        expect_text 'USAGE: postil' stdout
        [ -z "$command" ] || [ "$command" = train ] || [ "$command" = lexicon ] || expect_text 'EXAMPLE' stdout
    done
    run help annotate
    expect_status 0
    run --version
    expect_status 0
    expect_lines 1 stdout
}

test_wrong_usage_exits_with_2() {
    echo "One." >input.txt
    for arguments in --nope "-j 0 input.txt" "-j x input.txt" "--layers nope input.txt" "--offset-unit chars input.txt" \
        "--input-format xml input.txt" "--anchor yesterday input.txt" "--max-errors -1 input.txt" "- -" verify eval \
        "why a" "why a 0 9" "why a 0 1 --at 3" test "repl --nope" "schema --format avro" "train segmentation input.txt"; do
        # shellcheck disable=SC2086
        run $arguments
        expect_status 2
        expect_empty stdout
        [ -s stderr ] || fail "'$arguments' says nothing"
    done
}

test_unreadable_input_exits_with_3() {
    for arguments in "nowhere" "verify nowhere" "eval nowhere" "train segmentation nowhere -o model"; do
        # shellcheck disable=SC2086
        run $arguments
        expect_status 3
        expect_text nowhere stderr
    done
}

test_the_number_of_jobs_can_touch_its_option() {
    echo "One." >input.txt
    run -j2 input.txt
    expect_status 0
}

test_every_schema_is_printed() {
    for format in json-schema spark-ddl arrow; do
        run schema --format "$format"
        expect_status 0
        expect_text offset_unit stdout
    done
}

test_why_answers_for_a_boundary_and_for_none() {
    run why "She met Dr. Wu. He left." 0 15
    expect_status 0
    expect_text "She met Dr. Wu." stdout
    run why "She met Dr. Wu. He left." 0 11
    expect_status 0
    expect_text 'No annotation' stdout
}

test_info_names_pipeline_and_layers() {
    run info
    expect_status 0
    expect_text 'pipeline standard@' stdout
    run info --json
    expect_status 0
    expect_text '"fingerprint"' stdout
}

test_the_gold_corpora_are_scored() {
    run eval "$repository/corpora"
    expect_status 0
    tail -n 1 stdout >last
    expect_text 'all: sentences F1' last
    tail -n 2 stdout | head -n 1 >names
    expect_text 'all names: types F1' names
    expect_text '; classes F1' names
}

test_names_are_scored_alone_and_with_their_differences() {
    echo "Amina Okafor flew to London." >flight.txt
    printf 'PERSON Amina Okafor\nGPE flew\n' >flight.names
    run eval flight.txt --errors
    expect_status 0
    expect_text 'name: -GPE' stdout
    expect_text 'flight.names: types F1' stdout
    printf '# note\nGPE Rome\n' >flight.names
    run eval flight.names
    expect_status 3
    expect_text "flight.names: line 2: the text has no 'Rome' behind byte 0" stderr
}

test_the_program_runs_alone_in_an_empty_environment() {
    cp "$postil" ./postil
    status=0
    echo "Dr. Wu waved. She left." | env -i ./postil --layers sentences,tokens >stdout 2>stderr || status=$?
    expect_status 0
    expect_empty stderr
    expect_records 1 stdout
    expect_text '"sentences":[{"start":0,"end":13},{"start":14,"end":23}]' stdout
}

test_the_program_needs_no_network() {
    unshare --net --map-root-user true 2>/dev/null || skip "no network namespace"
    echo "One." | unshare --net --map-root-user "$postil" >stdout
    expect_records 1 stdout
}

test_the_program_needs_only_glibc() {
    ldd "$postil" | awk '{ sub(".*/", "", $1); print $1 }' >libraries
    others=$(grep -vE '^(linux-vdso|linux-gate|ld-linux[-a-z0-9_]*|lib(c|m|dl|rt|pthread|util))\.so' libraries || true)
    [ -z "$others" ] || fail "it needs $others"
}

test_output_does_not_depend_on_locale_or_time_zone() {
    printf 'Zoë waved. She left.\n' >input.txt
    LC_ALL=C TZ=Asia/Tokyo "$postil" input.txt >one
    LC_ALL=C.UTF-8 TZ=UTC "$postil" input.txt >two
    expect_same one two
}

test_a_layer_named_twice_is_written_once() {
    echo "One." >input
    run --layers "paragraphs, tokens ,paragraphs" <input
    expect_status 0
    expect_records 1 stdout
    expect_text '"layers":[{"name":"paragraphs"' stdout
    expect_no_text '},{"name":"paragraphs"' stdout
    expect_text '"tokens":[{' stdout
}

test_training_that_cannot_give_a_model_is_refused() {
    : >empty.jsonl
    echo '{"id":"a","text":"One. Two.","sentences":[[0,4],[5,9]]}' >gold.jsonl
    run train segmentation empty.jsonl -o out.model
    expect_status 2
    expect_text 'no-examples' stderr
    for option in "--bits 0" "--bits 40" "--epochs 0" "--rate nan" "--rate 0" "--penalty inf"; do
        # shellcheck disable=SC2086
        run train segmentation gold.jsonl -o out.model $option
        expect_status 2
        expect_text 'takes a ' stderr
    done
    [ ! -e out.model ] || fail "a model was written"
}

test_gold_that_cannot_be_read_is_named_by_its_line() {
    printf '{"text":"One.","sentences":[[0,4]]}\r\n\n{"text":"One.","sentences":[[0,5]]}\n' >gold.jsonl
    run eval gold.jsonl
    expect_status 3
    expect_text 'gold.jsonl: line 3: a span lies outside the text' stderr
}
