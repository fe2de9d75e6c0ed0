import PostilCore
import PostilFormats

/// Takes the members of a manifest one by one, and complains of those that nobody takes.
struct ManifestReader {
    private let members: JSONObject
    private let place: String
    private var taken: Set<String> = []

    init(_ json: JSONValue, place: String) throws(PluginError) {
        self.place = place
        guard case .object(let members) = json else {
            throw PluginError(.badManifest, "\(place): is no JSON object: a manifest is {\"protocol\": 1, \"id\": …}")
        }
        self.members = members
        if let twice = members.duplicateKeys.first { throw error("has \"\(twice)\" twice") }
    }

    func error(_ message: String) -> PluginError { PluginError(.badManifest, "\(place): \(message)") }

    private mutating func value(_ key: String) -> JSONValue? {
        taken.insert(key)
        return members[key] == .null ? nil : members[key]
    }

    private func wrong(_ key: String, _ wanted: String, _ value: JSONValue) -> PluginError {
        error("\"\(key)\" is \(value.kind.name), it has to be \(wanted)")
    }

    mutating func string(_ key: String) throws(PluginError) -> String? {
        guard let value = value(key) else { return nil }
        guard let string = value.string else { throw wrong(key, "a string", value) }
        return string
    }

    mutating func required(_ key: String) throws(PluginError) -> String {
        guard let string = try string(key) else { throw error("has no \"\(key)\"") }
        return string
    }

    mutating func bool(_ key: String) throws(PluginError) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let bool = value.bool else { throw wrong(key, "true or false", value) }
        return bool
    }

    mutating func integer(_ key: String, _ range: ClosedRange<Int>) throws(PluginError) -> Int? {
        guard let value = value(key) else { return nil }
        guard let integer = value.integer, range.contains(integer) else {
            throw error("\"\(key)\" has to be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    private mutating func seconds(_ key: String) throws(PluginError) -> Double? {
        guard let value = value(key) else { return nil }
        guard let seconds = value.double, seconds > 0, seconds <= 86_400 else {
            throw error("\"\(key)\" has to be a number of seconds above 0 and up to 86400")
        }
        return seconds
    }

    mutating func array(_ key: String) throws(PluginError) -> [JSONValue]? {
        guard let value = value(key) else { return nil }
        guard let array = value.array else { throw wrong(key, "an array", value) }
        return array
    }

    mutating func strings(_ key: String) throws(PluginError) -> [String]? {
        guard let array = try array(key) else { return nil }
        let strings = array.compactMap(\.string)
        guard strings.count == array.count else { throw error("\"\(key)\" has to be an array of strings") }
        return strings
    }

    mutating func layers(_ key: String) throws(PluginError) -> [PluginLayer] {
        var layers: [PluginLayer] = []
        for element in try array(key) ?? [] {
            if let name = element.string {
                layers.append(PluginLayer(LayerName(rawValue: name)))
                continue
            }
            var reader = try ManifestReader(element, place: "\(place): \"\(key)\"")
            layers.append(
                PluginLayer(
                    LayerName(rawValue: try reader.required("layer")),
                    mayOverlap: try reader.bool("overlaps") ?? true,
                    types: try reader.strings("types"),
                    features: try reader.strings("features")
                )
            )
            try reader.finish(ignoring: ["description"])
        }
        return layers
    }

    mutating func limits(_ key: String) throws(PluginError) -> PluginLimits {
        var limits = PluginLimits()
        guard let value = value(key) else { return limits }
        var reader = try ManifestReader(value, place: "\(place): \"\(key)\"")
        limits.documentSeconds = try reader.seconds("document_seconds") ?? limits.documentSeconds
        limits.startSeconds = try reader.seconds("start_seconds") ?? limits.startSeconds
        limits.memoryMegabytes = try reader.integer("memory_megabytes", 1...1 << 20) ?? limits.memoryMegabytes
        limits.documentsInFlight = try reader.integer("documents_in_flight", 1...1024) ?? limits.documentsInFlight
        limits.restarts = try reader.integer("restarts", 0...1000) ?? limits.restarts
        limits.answerMegabytes = try reader.integer("answer_megabytes", 1...1024) ?? limits.answerMegabytes
        try reader.finish(ignoring: [])
        return limits
    }

    /// Complains of a member that is neither taken nor one of `ignored`: it is likely misspelt.
    func finish(ignoring ignored: Set<String>) throws(PluginError) {
        if let member = members.members.first(where: { !taken.contains($0.key) && !ignored.contains($0.key) }) {
            let known = taken.union(ignored).sorted().joined(separator: ", ")
            throw error("has \"\(member.key)\", which no manifest has: there are \(known)")
        }
    }
}
