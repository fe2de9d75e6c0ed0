import CReport

/// The page that the program carries, with its style and script in place.
enum ReportTemplate {
    /// The page before and behind its records; the title's marks are still there.
    static let parts: (head: [UInt8], tail: [UInt8]) = {
        let page = bytes(postil_report_page(), postil_report_page_size())
        let (head, tail) = split(page, at: "{{RECORDS}}\n")
        let style = bytes(postil_report_style(), postil_report_style_size())
        let script = bytes(postil_report_script(), postil_report_script_size())
        let (beforeStyle, behindStyle) = split(head, at: "{{STYLE}}\n")
        let (beforeScript, behindScript) = split(tail, at: "{{SCRIPT}}\n")
        return (beforeStyle + style + behindStyle, beforeScript + script + behindScript)
    }()

    /// Puts the title where its marks are.
    static func fill(_ page: [UInt8], title: String) -> [UInt8] {
        let (before, behind) = split(page, at: "{{TITLE}}")
        return behind.isEmpty ? page : before + escaped(title) + fill(behind, title: title)
    }

    private static func escaped(_ text: String) -> [UInt8] {
        text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "&"): Array("&amp;".utf8)
            case UInt8(ascii: "<"): Array("&lt;".utf8)
            case UInt8(ascii: ">"): Array("&gt;".utf8)
            case UInt8(ascii: "\""): Array("&quot;".utf8)
            case 0: Array("\u{FFFD}".utf8)
            default: [byte]
            }
        }
    }

    private static func bytes(_ start: UnsafeRawPointer, _ count: Int) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The bytes before and behind the first place of a mark; all of them and none where it is missing.
    private static func split(_ bytes: [UInt8], at mark: StaticString) -> ([UInt8], [UInt8]) {
        let pattern = Array(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
        var start = 0
        while start + pattern.count <= bytes.count {
            if bytes[start] == pattern[0], bytes[start..<start + pattern.count].elementsEqual(pattern) {
                return (Array(bytes[..<start]), Array(bytes[(start + pattern.count)...]))
            }
            start += 1
        }
        return (bytes, [])
    }
}
