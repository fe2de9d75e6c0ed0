# What goes into a record and what comes out.

test_text_on_standard_input_is_one_document() {
    printf 'Dr. Ito met Ms. Wu.\nThey talked.\n' >input
    run <input
    expect_status 0
    expect_records 1 stdout
    expect_text '"id":"stdin","status":"ok","text":"Dr. Ito met Ms. Wu.\nThey talked.\n"' stdout
}

test_records_on_standard_input_are_a_document_a_line() {
    printf ' {"text":"One."}\n{"text":"Two."}\n' >input
    run <input
    expect_records 2 stdout
    expect_in_line 2 '"id":"stdin:2"' stdout
    run --input-format text <input
    expect_records 1 stdout
    run - <input
    expect_records 2 stdout
}

test_the_text_can_lie_in_an_inner_object() {
    printf '%s\n' '{"a":{"b":"Inner."},"text":"Outer."}' '{"a.b":"Whole.","a":{"b":"Inner."}}' '{"a":1}' >input
    run --text-key a.b <input
    expect_status 1
    expect_records 3 stdout
    expect_in_line 1 '"text":"Inner."' stdout
    expect_in_line 1 '"meta":{"a":{"b":"Inner."},"text":"Outer."}' stdout
    expect_in_line 2 '"text":"Whole."' stdout
    expect_in_line 3 "no field 'a.b'" stdout
}

test_an_identifier_that_is_a_number_is_kept_as_written() {
    printf '%s\n' '{"id":1234567890123456789012,"text":"a"}' '{"id":7.50,"text":"a"}' '{"id":null,"text":"a"}' '{"id":"","text":"a"}' >input
    run <input
    expect_status 0
    expect_records 4 stdout
    expect_in_line 1 '"id":"1234567890123456789012"' stdout
    expect_in_line 1 '"meta":{"id":1234567890123456789012}' stdout
    expect_in_line 2 '"id":"7.50"' stdout
    expect_in_line 3 '"id":"stdin:3"' stdout
    expect_in_line 4 '"id":""' stdout
}

test_the_identifier_can_have_another_key() {
    echo '{"url":"u1","id":"i1","text":"a"}' >input
    run --id-key url <input
    expect_records 1 stdout
    expect_text '"id":"u1","status"' stdout
    expect_text '"meta":{"id":"i1"}' stdout
}

test_other_fields_pass_through_as_written() {
    echo '{"n":1.0,"big":12345678901234567890.10,"e":1E5,"s":"\u00e9\/","text":"a","deep":{"x":[true,null,{}]},"":0}' >input
    run <input
    expect_records 1 stdout
    expect_text '"meta":{"n":1.0,"big":12345678901234567890.10,"e":1E5,"s":"\u00e9\/","deep":{"x":[true,null,{}]},"":0}' stdout
}

test_offsets_in_every_unit_are_sound() {
    printf '%s\n' '{"text":"Zoë 😀 waved. e\u0301 and 👩‍👩‍👧 too! 日本 ended."}' '{"text":"Plain. Text."}' >input
    for unit in codepoint utf8 utf16; do
        run --offset-unit "$unit" --layers sentences,tokens,paragraphs <input
        expect_status 0
        expect_records 2 stdout
        expect_text "\"offset_unit\":\"$unit\"" stdout
        sed -nE '1s/.*"sentences":\[\{"start":0,"end":([0-9]+).*/\1/p' stdout >>ends
    done
    printf '12\n16\n13\n' >expected
    expect_same expected ends
}

test_verify_finds_a_wrong_offset_and_a_lost_line_end() {
    echo '{"text":"Dr. Ito waved. She left."}' >input
    run --layers tokens <input
    sed 's/"start":4,"end":7/"start":4,"end":8/' stdout >wrong
    head -c 300 stdout >cut
    run verify wrong
    expect_status 1
    expect_text 'wrong:1:' stdout
    run verify cut
    expect_status 1
    run verify - <wrong
    expect_status 1
}

test_layers_that_are_not_asked_for_are_empty() {
    echo '{"text":"One. Two."}' >input
    run --layers tokens <input
    expect_text '"sentences":[]' stdout
    run --layers "" <input
    expect_status 0
    expect_records 1 stdout
    expect_text '"sentences":[]' stdout
    expect_text '"tokens":[]' stdout
    run --layers "sentences, paragraphs" <input
    expect_status 0
    expect_text '"layers":[{"name":"paragraphs"' stdout
}

test_the_reference_date_of_the_command_line_is_in_the_context() {
    echo '{"text":"a"}' >input
    run --anchor 2014-06-17 <input
    expect_text '"context":{"anchor":"2014-06-17","anchor_source":"option"' stdout
}

test_annotated_records_can_be_annotated_again() {
    echo '{"id":"x","text":"One. Two.","n":1}' | "$postil" >first
    run first --input-format jsonl
    expect_status 0
    expect_records 1 stdout
    expect_text '"id":"x","status":"ok","text":"One. Two."' stdout
}
