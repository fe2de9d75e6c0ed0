#!/bin/sh
# Finds words in capitals. First the manifest on one line, then an answer for each document.
jq --compact-output . plugin.json
exec jq --unbuffered --compact-output '
  (.text | explode) as $text
  | {
      document,
      annotations: [
        .layers[] | select(.name == "tokens") | .annotations[]
        | select($text[.start:.end] | implode | test("^[A-Z]{2,}$"))
        | {start, "end": .end, type: "SHOUT", rule: "capitals", features: {letters: (.end - .start)}}
      ]
    }'
