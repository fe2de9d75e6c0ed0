import Postil
import PostilEvaluation

/// What the model of names is trained on and measured with.
struct EntityRecipe {
    /// A file of texts with names.
    struct Source {
        let path: String
        let scheme: EntityScheme
        let weight: Float
        let refiningWeight: Float?
        let lowerWeight: Float
        let licence: String?

        /// Calls `body` with each document.
        func forEach(in folders: [String], _ body: (GoldNames) -> Void) throws {
            var failure: StreamError?
            for folder in folders {
                do {
                    let reader = LineReader(try ByteSource(path: folder + "/" + path))
                    while case .line(let line) = try reader.next() {
                        do throws(GoldError) {
                            if let gold = try reader.withBytes({ bytes throws(GoldError) in
                                bytes.isEmpty ? nil : try GoldNames(line: bytes)
                            }) {
                                body(gold)
                            }
                        } catch {
                            throw CommandFailure(.inputUnreadable, "\(path): line \(line.number): \(error)")
                        }
                    }
                    return
                } catch let error as StreamError {
                    failure = error
                }
            }
            throw CommandFailure(.inputUnreadable, failure.map { "\($0)" } ?? "no folder is named to look in")
        }
    }

    let sources: [Source]
    let tests: [Source]

    /// Reads a recipe.
    init(path: String) throws {
        let bytes: [UInt8]
        do throws(StreamError) { bytes = try ByteSource(path: path).readAll() } catch {
            throw CommandFailure(.inputUnreadable, "\(error)")
        }
        do {
            let value = try JSONValue(parsing: bytes)
            var schemes: [String: EntityScheme] = [:]
            for member in value["schemes"]?.object?.members ?? [] {
                schemes[member.key] = try EntityScheme(member.value)
            }
            func sources(_ key: String) throws -> [Source] {
                try (value[key]?.array ?? []).map { entry in
                    guard let path = entry["path"]?.string, let name = entry["scheme"]?.string,
                        let scheme = schemes[name]
                    else {
                        throw GoldError(message: "one of '\(key)' has no 'path', or a 'scheme' that is not described")
                    }
                    return Source(
                        path: path,
                        scheme: scheme,
                        weight: Float(entry["weight"]?.double ?? 1),
                        refiningWeight: entry["refining"]?.double.map { Float($0) },
                        lowerWeight: Float(entry["lower"]?.double ?? 0),
                        licence: entry["licence"]?.string
                    )
                }
            }
            self.sources = try sources("sources")
            tests = try sources("tests")
        } catch let error as GoldError {
            throw CommandFailure(.inputUnreadable, "\(path): \(error)")
        } catch let error as JSONError {
            throw CommandFailure(.inputUnreadable, "\(path): \(error)")
        }
    }
}
