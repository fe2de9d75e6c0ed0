# Rule files: in a run, in a session that reads them again, with faults, and made from another toolkit's patterns.

write_fruit() {
    cat >fruit.rules <<'RULES'
name org.example.fruit
version 1
lexicon $rare = "rare.txt"
rule fruit
  match fruit:(apple | <$rare>)
  make FRUIT (what = fruit.lower)
  example "An [[apple]]." => FRUIT what=apple
  counter "A stone."
RULES
    printf 'medlar\nsloe berry\n' >rare.txt
}

test_rules_write_their_layer_beside_the_others() {
    write_fruit
    echo "Ünder the apple hung a sloe berry." >input.txt
    run input.txt --plugin fruit.rules
    expect_status 0
    expect_empty stderr
    expect_text '"layers":[{"name":"org.example.fruit","annotations":[{"start":10,"end":15,"text":"apple","type":"FRUIT","features":[{"key":"what","value":"apple"}],"score":null,"source":"org.example.fruit","rule":"fruit"}' stdout
    expect_text '"text":"sloe berry"' stdout
    run why "An apple." 3 8 --layer org.example.fruit --plugin fruit.rules
    expect_text "apple takes 'apple'" stdout
    run plugin check fruit.rules
    expect_status 0
    expect_text "org.example.fruit conforms" stdout
}

test_faulty_rules_are_refused_with_the_place() {
    write_fruit
    sed -i 's/apple |/[lema: apple] |/' fruit.rules
    echo "An apple." >input.txt
    run input.txt --plugin fruit.rules
    expect_status 2
    expect_empty stdout
    expect_text "fruit.rules:5:17: a token has no 'lema'" stderr
    expect_text "did you mean 'lemma'?" stderr
    write_fruit
    sed -i 's/A stone/An apple/' fruit.rules
    run input.txt --plugin fruit.rules
    expect_status 2
    expect_text "the rule 'fruit' finds 'apple' here and should find nothing" stderr
}

test_a_session_reads_changed_rules_and_lists_again() {
    write_fruit
    run repl --norc --plugin fruit.rules -c "A quince." -c "!echo quince >>rare.txt" -c "A quince." -c ".spans org.example.fruit"
    expect_status 0
    expect_text "loaded org.example.fruit again" stdout
    expect_text "what=quince" stdout
    run repl --norc --plugin fruit.rules -c "!sed -i s/match/mtach/ fruit.rules" -c "An apple." -c ".spans org.example.fruit"
    expect_status 1
    expect_text "org.example.fruit goes on as it was" stdout
    expect_text "what=apple" stdout
}

test_the_pipeline_changes_with_the_rules_and_their_lists() {
    write_fruit
    echo "A plum." >input.txt
    run input.txt --plugin fruit.rules
    local before
    before=$(grep -o '"pipeline":"[^"]*"' stdout)
    echo plum >>rare.txt
    run input.txt --plugin fruit.rules
    expect_no_text "$before" stdout
}

test_patterns_of_an_entity_ruler_become_rules() {
    cat >patterns.jsonl <<'JSON'
{"label":"ORG","pattern":"Gribble & Sons","id":"gribble"}
{"label":"PLACE","pattern":[{"LOWER":"nether"},{"LOWER":"marl"}]}
{"label":"X","pattern":[{"DEP":"nsubj"}]}
JSON
    run convert patterns.jsonl -o made.rules --name org.example.made
    expect_status 1
    expect_text "2 patterns converted, 1 left out" stderr
    expect_text "patterns.jsonl:3: 'DEP' has no counterpart" stderr
    echo "Gribble & Sons of Nether Marl." >input.txt
    run input.txt --plugin made.rules --layers org.example.made
    expect_status 0
    expect_text '"text":"Gribble & Sons","type":"ORG","features":[{"key":"id","value":"gribble"}]' stdout
    expect_text '"text":"Nether Marl","type":"PLACE"' stdout
}
