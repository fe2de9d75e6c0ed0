import Postil

/// Makes a rule file of the patterns of spaCy's EntityRuler.
struct RulerConversion {
    let patterns: String
    let output: String
    /// The name of the rules and of their layer.
    let name: String

    func run() throws {
        let bytes: [UInt8]
        do throws(StreamError) {
            bytes =
                patterns == "-" ? try ByteSource.standardInput().readAll() : try ByteSource(path: patterns).readAll()
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
        let folder = output.lastIndex(of: "/").map { String(output[...$0]) } ?? ""
        let file = output.dropFirst(folder.count)
        let stem = file.hasSuffix(".rules") ? String(file.dropLast(6)) : String(file)
        let available = try Pipeline.builtInAnnotators()
        let converter = EntityRulerConverter(name: name, listPrefix: stem, available: available)
        let result = converter.convert(bytes)
        try write(result.rules, to: output)
        for list in result.lists { try write(list.text, to: folder + list.name) }
        for refusal in result.refusals {
            StandardError.write("postil: \(patterns):\(refusal.line): \(refusal.reason)\n")
        }
        StandardError.write("postil: \(result.patternCount) patterns converted, \(result.refusals.count) left out\n")
        do throws(RuleError) {
            _ = try RuleFile.load(path: output, available: available)
        } catch {
            throw CommandFailure(.documentsFailed, "what was written does not load:\n\(error)")
        }
        if !result.refusals.isEmpty { throw CommandFailure(.documentsFailed) }
    }

    private func write(_ text: String, to path: String) throws {
        do throws(StreamError) {
            let file = try AtomicFile(path: path)
            defer { file.abandon() }
            try file.sink.write(Array(text.utf8))
            try file.commit()
        } catch {
            throw CommandFailure(.outputFailed, "\(error)")
        }
    }
}
