import Benchmark
import PostilCore
import PostilLexicon
import PostilText
import SampleText

/// A table of made-up names of one to three words.
func madeUpNames(_ count: Int) -> [UInt8] {
    let syllables = [
        "ka", "lo", "mi", "ne", "pu", "ra", "si", "to", "ve", "zu", "ban", "del", "gor", "hin", "jor", "wel",
    ]
    var state: UInt64 = 1
    func word() -> String {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var bits = state >> 33
        var word = ""
        for _ in 0..<(2 + Int(bits & 3)) {
            bits >>= 2
            word += syllables[Int(bits & 15)]
            bits >>= 4
        }
        return word.prefix(1).uppercased() + word.dropFirst()
    }
    var table = ""
    for number in 0..<count {
        let name = (0...(number % 3)).map { _ in word() }.joined(separator: " ")
        table += "\(name)\tcity\t\tx:\(number)\t\(number)\tZZ\n"
    }
    return Array(table.utf8)
}

let benchmarks: @Sendable () -> Void = {
    Benchmark.setDefaults()
    guard let text = try? SampleText.megabyte(), let names = try? Lexicon.embedded,
        let classes = try? WordClasses.embedded
    else { return }
    var tokens = TokenBuffer()
    text.bytes.withUnsafeBufferPointer { Tokenizer().tokenize($0, into: &tokens) }
    let layer = Layer(sorted: tokens.spans, values: tokens.values)

    Benchmark("Lexicon: scan 1 MB for the names of the program's gazetteer") { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(LexiconInput.with(text, tokens: layer) { names.matches(in: $0).count })
        }
    }

    Benchmark("Lexicon: open the program's gazetteer") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try? Lexicon.embedded) }
    }

    Benchmark("WordClasses: all tokens of 1 MB") { benchmark in
        for _ in benchmark.scaledIterations {
            var known = 0
            text.bytes.withUnsafeBufferPointer { bytes in
                for span in layer.spans where classes[UnsafeBufferPointer(rebasing: bytes[span.range])] != nil {
                    known += 1
                }
            }
            blackHole(known)
        }
    }

    let table = madeUpNames(1_000_000)
    Benchmark("LexiconBuilder: a million names") { benchmark in
        for _ in benchmark.scaledIterations {
            var builder = LexiconBuilder()
            blackHole(try? builder.add(table, name: "names"))
            blackHole(try? builder.build())
        }
    }

    var builder = LexiconBuilder()
    guard (try? builder.add(table, name: "names")) != nil, let million = try? builder.build() else { return }
    let bytes = LexiconBytes(copying: million)
    Benchmark("Lexicon: open a million names, checksum and all") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try? Lexicon(LexiconFile(bytes))) }
    }
}
