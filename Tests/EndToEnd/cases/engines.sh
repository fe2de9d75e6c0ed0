# The program driven by engines (Engines/): every recipe gives the records of one run. Engines that are not there are left
# out; POSTIL_ENGINES names the folder of virtual environments that Engines/tests/setup has made.

recipes=$repository/Engines/recipes
export POSTIL=$postil

# The Python that has a module; leaves the case out where none has.
python_with() {
    local candidate=${POSTIL_ENGINES:-/nowhere}/$1/bin/python
    [ -x "$candidate" ] || candidate=$(command -v python3) || skip "python3 is not there"
    "$candidate" -c "import ${2:-sys}" 2>/dev/null || skip "$candidate has no $2: Engines/tests/setup installs it"
    python=$candidate
}

# Documents with quotation marks, more than one language's letters and bad lines among them, and their records.
make_documents() {
    awk -v count="${1:-3000}" 'BEGIN {
        for (i = 1; i <= count; i++) {
            if (i % 500 == 7) printf "{\"id\":\"d%d\",\"text\":null}\n", i
            else if (i % 500 == 8) printf "{\"id\":\"d%d\",\"text\":\"a \\ud800\"}\n", i
            else printf "{\"id\":\"d%d\",\"text\":\"On 3 May 2011 Dr. Zoë Ito counted %d ferries. “Too many,” she said.\"}\n", i, i
        }
    }' >in.jsonl
    run annotate in.jsonl -o expected.jsonl --ok-on-doc-errors
    expect_status 0
}

# FILE holds the expected records but for the numbers of lines, which say where in its part a line stood.
expect_same_records() {
    sed -E 's/,"line":[0-9]+\}/,"line":null}/' expected.jsonl | LC_ALL=C sort >expected
    sed -E 's/,"line":[0-9]+\}/,"line":null}/' "$1" | LC_ALL=C sort >found
    expect_same found expected
}

test_the_python_package_keeps_its_promises() {
    python_with annotator
    "$python" "$repository/Engines/tests/test_annotator.py" 2>stderr || fail "tests of Annotator"
}

test_xargs_annotates_the_files_of_a_folder() {
    make_documents
    mkdir -p in/deep
    split -l 700 --additional-suffix .jsonl in.jsonl in/deep/
    "$recipes/xargs.sh" in out 2
    find out -name '*.jsonl' -print0 | LC_ALL=C sort -z | xargs -0 cat >found.jsonl
    expect_same_records found.jsonl
    # Again, and nothing is done anew.
    touch mark
    "$recipes/xargs.sh" in out 2 2>stderr
    [ -z "$(find out -name '*.jsonl' -newer mark)" ] || fail "a complete file was written anew"
    expect_text 'is complete' stderr
}

test_xargs_says_that_a_file_failed() {
    mkdir in
    echo '{"text":"a"}' >in/a.jsonl
    status=0
    "$recipes/xargs.sh" in out 2 --layers nope 2>stderr || status=$?
    expect_status 123
    expect_text "no layer 'nope'" stderr
}

test_parallel_annotates_blocks_of_lines() {
    command -v parallel >/dev/null || skip "GNU parallel is not there"
    make_documents
    BLOCK=50k "$recipes/parallel.sh" <in.jsonl >found.jsonl 2>stderr
    expect_same_records found.jsonl
    sed -E 's/,"line":[0-9]+\}/,"line":null}/' found.jsonl >found
    sed -E 's/,"line":[0-9]+\}/,"line":null}/' expected.jsonl | cmp - found || fail "the order is another"
    status=0
    "$recipes/parallel.sh" --layers nope <in.jsonl >stdout 2>stderr || status=$?
    [ "$status" -ne 0 ] || fail "a wrong option passes"
}

# Runs an array of jobs one after the other, as Slurm would.
run_array() {
    for number in $(seq "$1" "$2"); do
        SLURM_ARRAY_TASK_ID=$number SLURM_ARRAY_TASK_MIN=$1 SLURM_ARRAY_TASK_COUNT=$(($2 - $1 + 1)) \
            "$recipes/slurm.sh" in.jsonl out 2>>stderr
    done
}

test_an_array_of_jobs_shares_a_corpus() {
    make_documents 1001
    run_array 1 4
    "$recipes/merge-shards.sh" out >found.jsonl
    expect_same found.jsonl expected.jsonl
    # Arrays may count from 0, and jobs may be requeued.
    run_array 1 4
    expect_text 'is complete' stderr
    rm -r out
    run_array 0 2
    "$recipes/merge-shards.sh" out >found.jsonl
    expect_same found.jsonl expected.jsonl
    touch out/00002.jsonl.partial
    if "$recipes/merge-shards.sh" out >/dev/null 2>stderr; then fail "an unfinished shard passes"; fi
    expect_text '00002.jsonl is not complete' stderr
}

test_every_reader_gets_the_records_without_a_guess() {
    python_with readers "pyarrow, duckdb, polars, datasets, jsonschema"
    "$postil" annotate "$repository/seeds" "$repository/corpora" -o records.jsonl \
        --layers sentences,tokens,dates,numbers,entities,quotes,sentiment,paragraphs
    printf '%s\n' '{"id":"a","text":"One.","page":7,"o":{"x":1}}' '{"id":"b","text":"Two.","page":"seven","o":[1]}' \
        '{"id":"c","text":null}' '{"id":"d","text":"a","text":"b"}' | "$postil" --ok-on-doc-errors >>records.jsonl 2>stderr
    "$python" "$recipes/to_parquet.py" records.parquet <records.jsonl 2>stderr
    "$python" "$repository/Engines/tests/readers.py" records.jsonl records.parquet
}

test_spark_annotates_frames_on_a_cluster() {
    python_with spark "pyspark, pyarrow, pandas"
    command -v java >/dev/null || skip "java is not there"
    "$python" -W ignore "$repository/Engines/tests/test_spark.py" 2>stderr || fail "tests of postil_engines.spark"
}

test_ray_annotates_batches_in_actors() {
    python_with ray "ray.data"
    make_documents
    sed -i '/ud800/d' in.jsonl
    run annotate in.jsonl -o expected.jsonl --ok-on-doc-errors --restart
    "$python" "$recipes/ray_actor.py" "$PWD/in.jsonl" "$PWD/out" 2>stderr >stdout || fail "the recipe failed"
    "$python" "$repository/Engines/tests/same_parquet.py" expected.jsonl out
}

test_beam_annotates_bundles() {
    python_with beam apache_beam
    make_documents
    "$python" "$recipes/beam_dofn.py" in.jsonl out/found --runner=DirectRunner 2>stderr >stdout || fail "the recipe failed"
    cat out/found* >found.jsonl
    expect_same_records found.jsonl
}

test_dask_annotates_partitions() {
    python_with dask dask.bag
    make_documents
    "$python" "$recipes/dask_bag.py" in.jsonl out 2>stderr >stdout || fail "the recipe failed"
    cat out/*.jsonl >found.jsonl
    expect_same_records found.jsonl
}
