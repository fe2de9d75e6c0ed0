import PostilCore
import PostilFormats

/// The members of a program's answer, still in the line that they were read from.
struct Answer {
    private(set) var layers: JSONRawValue?
    private(set) var annotations: JSONRawValue?
    private(set) var warnings: JSONRawValue?
    private(set) var failure: JSONRawValue?
    private(set) var explanation: JSONRawValue?

    /// Reads the line of an answer to the request `number`.
    init(_ line: UnsafeBufferPointer<UInt8>, number: Int) throws(ProtocolViolation) {
        if let offset = UTF8Validator.firstInvalid(in: line) {
            throw ProtocolViolation("writes what is not UTF-8, at byte \(offset) of a line")
        }
        var answered: JSONRawValue?
        do throws(JSONError) {
            var reader = try JSONObjectReader(line)
            while let member = try reader.next() {
                if member.key.equals("document") {
                    answered = member.value
                } else if member.value.isNull {
                    continue
                } else if member.key.equals("layers") {
                    layers = member.value
                } else if member.key.equals("annotations") {
                    annotations = member.value
                } else if member.key.equals("warnings") {
                    warnings = member.value
                } else if member.key.equals("error") {
                    failure = member.value
                } else if member.key.equals("explanation") {
                    explanation = member.value
                }
            }
        } catch {
            throw ProtocolViolation(
                "writes a line that is no JSON object: '\(Answer.excerpt(line))' (\(error.message))"
            )
        }
        guard let answered else {
            throw ProtocolViolation("writes an answer without \"document\": '\(Answer.excerpt(line))'")
        }
        guard answered.integer == number else {
            let found = String(decoding: answered.raw.prefix(20), as: UTF8.self)
            throw ProtocolViolation(
                "answers document \(found) where document \(number) is next: answer in order, each once"
            )
        }
    }

    /// The start of a line, for messages.
    static func excerpt(_ line: UnsafeBufferPointer<UInt8>) -> String {
        let shown = String(decoding: line.prefix(60), as: UTF8.self)
        let visible = shown.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : String($0) }.joined()
        return visible + (line.count > 60 ? "…" : "")
    }
}
