import ArgumentParser
import Postil

/// What the commands that know formats have in common.
enum ExchangeArguments {
    /// The names of all formats.
    static var names: String { ExchangeFormats.all.map(\.name).joined(separator: ", ") }

    /// The format of a name.
    ///
    /// - Throws: `ValidationError` where there is none.
    static func format(named name: String, _ option: String) throws -> any ExchangeFormat {
        guard let format = ExchangeFormats.named(name) else {
            throw ValidationError("\(option) takes one of \(names), not '\(name)'.")
        }
        return format
    }

    /// The names in a list, each once.
    static func layers(_ text: String) -> [LayerName] {
        var seen: Set<LayerName> = []
        return text.split(separator: ",").map { LayerName(rawValue: $0.split(separator: " ").joined(separator: " ")) }
            .filter { seen.insert($0).inserted }
    }

    /// The format that inputs are in, as their names and beginnings show.
    ///
    /// - Throws: `ValidationError` where they show none, or several.
    static func detect(_ inputs: [String]) throws -> String {
        var found: [String] = []
        for input in inputs {
            guard input != "-" else {
                throw ValidationError("Say by --from in which format standard input is: \(names).")
            }
            guard let name = try detect(input) else {
                throw ValidationError("'\(input)' does not show its format: say it by --from, one of \(names).")
            }
            if !found.contains(name) { found.append(name) }
        }
        guard let name = found.first, found.count == 1 else {
            throw ValidationError(
                "The inputs are in different formats (\(found.joined(separator: ", "))): convert each."
            )
        }
        return name
    }

    private static func detect(_ input: String) throws -> String? {
        var name = Substring(input)
        for ending in [".gz", ".zst"] where name.hasSuffix(ending) { name = name.dropLast(ending.count) }
        do throws(StreamError) {
            let source = try ByteSource(path: input)
            var beginning: [UInt8] = []
            let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
            defer { block.deallocate() }
            while beginning.count < 1 << 16, case .bytes(let count) = try source.read(into: block) {
                beginning += block[..<count]
            }
            if let found = ExchangeFormats.detect(path: name, beginning: beginning) { return found }
            // A text is brat's where annotations stand beside it.
            guard name.hasSuffix(".txt") else { return nil }
            return (try? ByteSource(path: name.dropLast(4) + ".ann")).map { _ in "brat" }
        } catch {
            guard error.code == .isDirectory else { throw CommandFailure(.inputUnreadable, "\(error)") }
            return nil
        }
    }

    /// The files that inputs stand for.
    static func files(of format: any ExchangeFormat, at inputs: [String]) throws -> [String] {
        do throws(StreamError) {
            return try ExchangeFinder(format: format).files(at: inputs)
        } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
    }
}
