import Glibc
import PostilCore
import PostilFormats

/// Answers the requests of a host with one annotator.
struct PluginServer {
    private let annotator: any Annotator
    private let keys: [AnyLayerKey]
    private let answers: AnswerWriter

    /// The bytes of answers after which they are written though more requests are there.
    private static let answerBytes = 64 << 10

    init(_ annotator: any Annotator) {
        self.annotator = annotator
        keys = annotator.requires + annotator.consults + annotator.provides
        answers = AnswerWriter(annotator)
    }

    /// What the annotator declares, as a manifest.
    var manifest: PluginManifest {
        var manifest = PluginManifest(identifier: annotator.name.rawValue, version: annotator.version, kind: .swift)
        manifest.requires = annotator.requires.map(\.name)
        manifest.consults = annotator.consults.map(\.name)
        manifest.provides = annotator.provides.map { PluginLayer($0.name, mayOverlap: !$0.neverOverlaps) }
        manifest.offsetUnit = .utf8
        manifest.rules = annotator.rules.rules
        manifest.explains = true
        return manifest
    }

    /// The text of `plugin.json` for a program at `command`.
    func manifestText(command: String) -> String {
        var manifest = manifest
        let name = command.split(separator: "/").last.map(String.init) ?? command
        manifest.command = [".build/release/\(name)"]
        return IndentedJSON.text(manifest.json)
    }

    /// Reads requests until there are no more.
    func serve(from input: Int32, to output: Int32) {
        var writer = JSONWriter(capacity: 64 << 10)
        var lines = LineBuffer()
        writer.raw(manifest.json.serialized())
        writer.newline()
        PluginServer.flush(&writer, to: output)
        var hasEnded = false
        while !hasEnded {
            let hadLine: Void? = lines.withLine { line in
                if !line.isEmpty { answer(line, &writer) }
            }
            guard hadLine == nil else {
                if writer.buffer.count > PluginServer.answerBytes { PluginServer.flush(&writer, to: output) }
                continue
            }
            PluginServer.flush(&writer, to: output)
            hasEnded = lines.fill(from: input) == .end
        }
    }

    /// Writes the answer to a request.
    func answer(_ line: UnsafeBufferPointer<UInt8>, _ writer: inout JSONWriter) {
        let request: PluginRequest
        do throws(ProtocolViolation) {
            request = try PluginRequest(line, keys: keys)
        } catch {
            // The host's next line may be sound; that this one has no answer it will notice.
            PluginServer.complain("the host \(error.message)")
            return
        }
        do throws(AnnotationError) {
            let document = try request.document.get()
            if let question = request.question {
                let explanation = try annotator.answer(to: question, about: document)
                answers.write(explanation, number: request.number, into: &writer)
            } else {
                answers.write(try annotator.annotated(document), number: request.number, into: &writer)
            }
        } catch {
            answers.write(error, number: request.number, into: &writer)
        }
    }

    /// Writes a line to standard error.
    static func complain(_ message: String) {
        let line = Array("\(message)\n".utf8)
        _ = Glibc.write(STDERR_FILENO, line, line.count)
    }

    private static func flush(_ writer: inout JSONWriter, to output: Int32) {
        var written = 0
        while written < writer.buffer.count {
            let result = writer.buffer.withBytes { bytes in
                bytes.baseAddress.map { Glibc.write(output, $0 + written, bytes.count - written) } ?? 0
            }
            // Nobody reads any more: then there is nobody to work for.
            if result <= 0, errno != EINTR { exit(1) }
            written += max(0, result)
        }
        writer.removeAll()
    }
}

extension JSONWriter {
    /// Writes a value that is JSON text already.
    mutating func raw(_ json: String) {
        var json = json
        json.withUTF8 { raw($0) }
    }
}
