#!/bin/sh
# Marks the first character of each text.
tr -d '\n' <plugin.json
echo
n=0
while IFS= read -r line; do
    n=$((n + 1))
    echo "{\"document\":$n,\"annotations\":[{\"start\":0,\"end\":1,\"type\":\"FIRST\",\"features\":{\"value\":\"here\"},\"rule\":\"first\"}]}"
done
