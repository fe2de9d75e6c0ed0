#!/bin/sh
# A plugin that marks the first character of each text, and misbehaves where a text has a word for it. The first
# argument says how it begins.
manifest='{"protocol":1,"id":"org.example.first","version":"1.0","provides":["org.example.first"],"rules":["first"]}'
case ${1:-} in
exit) echo "cannot go on" >&2; exit 3 ;;
silent) exec sleep 60 ;;
garbage) echo "Hello!" ;;
version) echo '{"protocol":1,"id":"org.example.first","version":"2.0","provides":["org.example.first"],"rules":["first"]}' ;;
protocol) echo '{"protocol":9,"id":"org.example.first","version":"1.0","provides":["org.example.first"]}' ;;
layer) echo '{"protocol":1,"id":"org.example.first","version":"1.0","provides":["org.example.second"],"rules":["first"]}' ;;
stubborn) trap '' TERM; echo "$manifest" ;;
*) echo "$manifest" ;;
esac

mark='{"start":0,"end":1,"type":"FIRST","features":{"rank":1},"score":0.5,"rule":"first"}'
n=0
while IFS= read -r line; do
    n=$((n + 1))
    case $line in
    *CRASH*) echo "a crash is near" >&2; exit 7 ;;
    *KILL*) kill -9 $$ ;;
    *DEAF*) exec <&-; sleep 0.2; exit 0 ;;
    *DESCRIPTORS*) echo "{\"document\":$n,\"annotations\":[],\"warnings\":[\"$(ls /proc/$$/fd | tr '\n' ' ')\"]}" ;;
    *CLOSE*) exec >&-; sleep 60 ;;
    *HANG*) sleep 60 ;;
    *FLOOD*) yes '0123456789' | tr -d '\n' ;;
    *SPAM*) yes '{"document":1,"annotations":[]}' ;;
    *NOISE*) yes 'a word on standard error' >&2 ;;
    *CHATTER*) yes 'a word on standard error' | head -n 100000 >&2; echo "{\"document\":$n,\"annotations\":[]}" ;;
    *MEMORY*) head -c 200000000 /dev/zero | tail | cat; sleep 60 ;;
    *WRONG*) echo '{"document":99,"annotations":[]}' ;;
    *TWICE*) echo "{\"document\":$n,\"annotations\":[]}"; echo "{\"document\":$n,\"annotations\":[]}" ;;
    *NUMBERLESS*) echo '{"annotations":[]}' ;;
    *GARBAGE*) echo 'Traceback (most recent call last):' ;;
    *BYTES*) printf '{"document":%d,"annotations":[],"x":"\377"}\n' "$n" ;;
    *OUTSIDE*) echo "{\"document\":$n,\"annotations\":[{\"start\":0,\"end\":9999}]}" ;;
    *NEGATIVE*) echo "{\"document\":$n,\"annotations\":[{\"start\":-1,\"end\":2}]}" ;;
    *BACKWARDS*) echo "{\"document\":$n,\"annotations\":[{\"start\":3,\"end\":1}]}" ;;
    *ENDLESS*) echo "{\"document\":$n,\"annotations\":[{\"start\":3}]}" ;;
    *UNSORTED*) echo "{\"document\":$n,\"annotations\":[{\"start\":4,\"end\":5},{\"start\":0,\"end\":1}]}" ;;
    *SCORE*) echo "{\"document\":$n,\"annotations\":[{\"start\":0,\"end\":1,\"score\":7}]}" ;;
    *RULE*) echo "{\"document\":$n,\"annotations\":[{\"start\":0,\"end\":1,\"rule\":\"other\"}]}" ;;
    *OBJECT*) echo "{\"document\":$n,\"annotations\":[{\"start\":0,\"end\":1,\"features\":{\"a\":{}}}]}" ;;
    *UNDECLARED*) echo "{\"document\":$n,\"layers\":[{\"name\":\"org.example.first\",\"annotations\":[]},{\"name\":\"dates\",\"annotations\":[]}]}" ;;
    *MISSING*) echo "{\"document\":$n,\"layers\":[]}" ;;
    *ERROR*) echo "{\"document\":$n,\"error\":\"no such word\"}" ;;
    *WARNING*) echo "{\"document\":$n,\"annotations\":[],\"warnings\":[\"take care\"]}" ;;
    *'"text":""'*) echo "{\"document\":$n,\"annotations\":[]}" ;;
    *) echo "{\"document\":$n,\"annotations\":[$mark]}" ;;
    esac
done
