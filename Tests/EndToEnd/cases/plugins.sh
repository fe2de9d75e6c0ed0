# Plugins in other programs, from the first file to a batch that they are killed in.

# Writes a plugin in the shell's language that marks the first character of each text, and ends at a crash. Its programs
# write their numbers to the file pids; in the plugin's own folder that would change the plugin.
make_plugin() {
    export pids=$PWD/pids
    mkdir -p "$1"
    cat >"$1/plugin.json" <<JSON
{"protocol": 1, "id": "org.example.${2:-first}", "version": "${3:-1.0}", "command": ["./run.sh"],
 "provides": ["org.example.${2:-first}"], "rules": ["first"]}
JSON
    cat >"$1/run.sh" <<'SCRIPT'
#!/bin/sh
echo $$ >>"$pids"
tr -d '\n' <plugin.json
echo
n=0
while IFS= read -r line; do
    n=$((n + 1))
    case $line in
    *CRASH*) echo "no way on" >&2; exit 3 ;;
    *SLOW*) sleep 30 ;;
    esac
    echo "{\"document\":$n,\"annotations\":[{\"start\":0,\"end\":1,\"type\":\"FIRST\",\"rule\":\"first\"}]}"
done
SCRIPT
    chmod +x "$1/run.sh"
}

# None of the programs that wrote their numbers to FILE is there any more.
expect_ended() {
    for _ in {1..100}; do
        local left=0
        while read -r pid; do if kill -0 "$pid" 2>/dev/null; then left=1; fi; done <"$1"
        [ $left = 0 ] && return
        sleep 0.05
    done
    fail "a program goes on"
}

test_a_plugin_writes_its_layer_beside_the_others() {
    make_plugin First
    echo "Ünder it." >input.txt
    run input.txt --plugin First
    expect_status 0
    expect_empty stderr
    expect_records 1 stdout
    expect_text '"sentences":[{"start":0,"end":9}]' stdout
    expect_text '"layers":[{"name":"org.example.first","annotations":[{"start":0,"end":1,"text":"Ü","type":"FIRST"' stdout
    run input.txt --plugin First --layers org.example.first --offset-unit utf8
    expect_text '"sentences":[]' stdout
    expect_text '{"start":0,"end":2,"text":"Ü","type":"FIRST","features":[],"score":null,"source":"org.example.first","rule":"first"}' stdout
    run input.txt --plugin First --layers sentences
    expect_no_text FIRST stdout
    run input.txt --plugin First --layers org.example.second
    expect_status 2
    expect_text "There is no layer 'org.example.second'" stderr
    run why "Under it." 0 1 --layer org.example.first --plugin First
    expect_text "first" stdout
    run info --plugin First
    expect_text "org.example.first 1.0" stdout
    expect_ended pids
}

test_a_program_without_manifest_is_a_plugin() {
    make_plugin First
    (cd First && { echo '#!/bin/sh'; echo "cd '$PWD'"; echo 'exec ./run.sh'; } >../alone && chmod +x ../alone)
    echo "One." | "$postil" --plugin ./alone --layers org.example.first >stdout
    expect_text FIRST stdout
}

test_a_document_that_a_plugin_does_not_survive_is_a_record_with_a_warning() {
    make_plugin First
    make_corpus 100 | sed '40s/Dr. Ito/CRASH/' >corpus.jsonl
    run corpus.jsonl --plugin First -j 1
    expect_status 0
    expect_records 100 stdout
    expect_in_line 40 '"layers":[{"name":"org.example.first","annotations":[]}],"warnings":[{"code":"plugin-crashed","annotator":"org.example.first","message":"ended with exit code 3' stdout
    [ "$(grep -c FIRST stdout)" = 99 ] || fail "other documents lost their layer"
    expect_text 'postil: org.example.first: no way on' stderr
    cp stdout one
    run corpus.jsonl --plugin First -j 4
    expect_same one stdout
    expect_ended pids
}

test_a_plugin_that_is_killed_in_the_middle_loses_nothing() {
    make_plugin First
    make_corpus 3000 >corpus.jsonl
    "$postil" corpus.jsonl --plugin First -j 2 --layers org.example.first -o calm.jsonl
    : >pids
    "$postil" corpus.jsonl --plugin First -j 2 --layers org.example.first -o out.jsonl 2>stderr &
    local run=$!
    for _ in {1..5}; do
        sleep 0.1
        tail -n 1 pids >last || true
        read -r pid <last || continue
        kill -9 "$pid" 2>/dev/null || true
    done
    wait $run || fail "the run failed"
    expect_records 3000 out.jsonl
    [ "$(diff calm.jsonl out.jsonl | grep -c '^>')" -le 5 ] || fail "documents were lost"
    expect_ended pids
}

test_a_run_with_a_plugin_can_be_interrupted() {
    make_plugin First
    { make_corpus 50; echo '{"text":"SLOW"}'; make_corpus 50; } >corpus.jsonl
    sed -i 's/"command"/"limits": {"document_seconds": 1}, "command"/' First/plugin.json
    "$postil" corpus.jsonl --plugin First -j 1 -o out.jsonl 2>stderr &
    local run=$! status=0
    sleep 0.5
    kill -INT $run
    wait $run || status=$?
    # What was begun is written, with the plugin's time out in it.
    [ "$status" = 130 ] || [ "$status" = 0 ] || fail "exit code $status"
    expect_ended pids
}

test_what_was_found_is_listed_and_does_not_run_unasked() {
    export XDG_CONFIG_HOME=$PWD/config
    mkdir -p config/postil/plugins
    make_plugin Plugins/First
    make_plugin config/postil/plugins/Second second
    run plugin list
    expect_text 'org.example.first 1.0 (process, not trusted)' stdout
    expect_text 'org.example.second 1.0 (process, not trusted)' stdout
    run plugin list --json
    expect_lines 2 stdout
    echo "One." >input.txt
    run input.txt
    expect_text '"layers":[]' stdout
    run input.txt --layers org.example.second
    expect_status 2
    expect_text 'The plugin org.example.second 1.0 makes it: use it once with --plugin' stderr
    [ ! -e pids ] || fail "a plugin ran unasked"
    run input.txt --plugin org.example.first
    expect_text FIRST stdout
    run plugin trust org.example.second
    expect_status 0
    run input.txt --layers org.example.second
    expect_status 0
    expect_text FIRST stdout
    run repl --norc -c "One." -c .plugins
    expect_text FIRST stdout
    expect_text 'org.example.second  1.0      process  loaded' stdout
    echo '# changed' >>config/postil/plugins/Second/run.sh
    run input.txt --layers org.example.second
    expect_status 2
    expect_text 'has changed since it was trusted' stderr
    run plugin list
    expect_text 'org.example.second 1.0 (process, changed)' stdout
}

test_a_pipeline_file_names_what_it_needs() {
    make_plugin Plugins/First
    cat >press.yaml <<'YAML'
name: press
layers: [dates, org.example.first]
dates: {order: DMY}
plugins:
  - id: org.example.first
    version: "1.0"
    path: Plugins/First
    source: it lies in the drawer of the press desk
YAML
    echo "On 5/6/2024." >input.txt
    run input.txt --pipeline press.yaml
    expect_status 0
    expect_text '"pipeline":"press@' stdout
    expect_text '"value":"2024-06-05"' stdout
    expect_text FIRST stdout
    expect_text '"sentences":[]' stdout
    cp stdout one
    sed -i 's/DMY/MDY/' press.yaml
    run input.txt --pipeline press.yaml
    [ "$(grep -o 'press@[0-9a-f]*' one)" != "$(grep -o 'press@[0-9a-f]*' stdout)" ] || fail "the fingerprint stays"
    run info --pipeline press.yaml
    expect_text 'pipeline press@' stdout
    run input.txt --pipeline press.yaml --date-order DMY
    expect_status 2
    expect_text 'write options and plugins there' stderr
    sed -i 's/"1.0"/"2.0"/' press.yaml
    run input.txt --pipeline press.yaml
    expect_status 2
    expect_text 'press.yaml:5: needs the plugin org.example.first 2.0: Plugins/First is version 1.0; to get it: it lies in the drawer' stderr
    rm -r Plugins
    run input.txt --pipeline press.yaml
    expect_status 2
    expect_text 'Plugins/First: there is no such plugin' stderr
    echo 'layer: [dates]' >press.yaml
    run input.txt --pipeline press.yaml
    expect_status 2
    expect_text "press.yaml:1: there is no 'layer' here" stderr
}

test_names_and_layers_that_clash_are_refused() {
    make_plugin First
    make_plugin Other
    echo "One." >input.txt
    run input.txt --plugin First --plugin Other
    expect_status 2
    expect_text 'are both the plugin org.example.first' stderr
    sed -i 's/"id": "org.example.first"/"id": "org.example.other"/' Other/plugin.json
    run input.txt --plugin First --plugin Other
    expect_status 2
    expect_text "both provide the layer 'org.example.first'" stderr
    sed -i 's/"provides"/"requires": ["org.example.missing"], "provides"/' First/plugin.json
    run input.txt --plugin First
    expect_status 2
    expect_text "needs the layer 'org.example.missing', which no annotator provides" stderr
}

test_a_new_plugin_in_python_works_at_once() {
    command -v python3 >/dev/null || skip "python3 is not installed"
    run plugin new python Shouts
    expect_status 0
    expect_text 'postil plugin check Shouts' stdout
    run plugin check Shouts
    expect_status 0
    expect_text 'org.example.shouts conforms' stdout
    echo "The pool is CLOSED." | "$postil" --plugin Shouts >stdout
    expect_text '"text":"CLOSED","type":"SHOUT"' stdout
    run plugin new python Shouts
    expect_status 2
    expect_text 'is there already' stderr
    sed -i 's/document.span(token.start/document.span(token.start + 1/' Shouts/Shouts.py
    sed -i 's/, letters=.*$/, letters=document.text[:3])/' Shouts/Shouts.py
    run plugin check Shouts
    expect_status 1
    expect_text 'FAIL a paragraph before the text only moves annotations' stdout
    expect_text 'org.example.shouts does not conform' stdout
}

test_the_example_in_python_is_tested() {
    command -v python3 >/dev/null || skip "python3 is not installed"
    PYTHONDONTWRITEBYTECODE=1 python3 -m unittest discover "$repository/Plugins/Readability/tests" 2>&1 | tail -n 1 >result
    expect_text OK result
}
