import PostilCore
import PostilFormats

extension PluginManifest {
    /// Reads a manifest.
    ///
    /// - Parameters:
    ///   - json: What `plugin.json` holds, or the first line of a program.
    ///   - place: What errors call it.
    /// - Throws: ``PluginError`` with the code `bad-manifest` or `protocol-version`.
    public init(_ json: JSONValue, place: String) throws(PluginError) {
        var reader = try ManifestReader(json, place: place)
        let protocolVersion = try reader.integer("protocol", 0...Int(Int32.max)) ?? 0
        guard protocolVersion == PluginManifest.protocolVersion else {
            throw PluginError(
                .protocolVersion,
                "\(place): speaks protocol \(protocolVersion), this version of Postil speaks "
                    + "\(PluginManifest.protocolVersion): write \"protocol\": \(PluginManifest.protocolVersion) "
                    + "if the plugin is made for it"
            )
        }
        let identifier = try reader.required("id")
        guard PluginManifest.isIdentifier(identifier) else {
            throw reader.error(
                "\"id\" is '\(identifier)': name the plugin as org.example.name, with letters, digits, hyphens and a point"
            )
        }
        let version = try reader.required("version")
        guard !version.isEmpty else { throw reader.error("\"version\" is empty: write one, such as \"1.0.0\"") }
        let kindName = try reader.string("kind") ?? PluginKind.process.rawValue
        guard let kind = PluginKind(rawValue: kindName) else {
            throw reader.error("\"kind\" is '\(kindName)': it is process, swift or rules")
        }
        self.init(identifier: identifier, version: version, kind: kind)
        command = try reader.strings("command") ?? []
        if kind == .rules { rulesFile = try reader.string("rules") } else { try readRules(&reader) }
        requires = (try reader.strings("requires") ?? []).map(LayerName.init(rawValue:))
        consults = (try reader.strings("consults") ?? []).map(LayerName.init(rawValue:))
        provides = try reader.layers("provides")
        let unitName = try reader.string("offsets") ?? OffsetUnit.codepoint.rawValue
        guard let unit = OffsetUnit(rawValue: unitName) else {
            throw reader.error("\"offsets\" is '\(unitName)': it is codepoint, utf8 or utf16")
        }
        offsetUnit = unit
        explains = try reader.bool("explains") ?? false
        limits = try reader.limits("limits")
        try reader.finish(ignoring: ["protocol", "description", "author", "license", "homepage", "$schema"])
        try check(reader)
    }

    private mutating func readRules(_ reader: inout ManifestReader) throws(PluginError) {
        for element in try reader.array("rules") ?? [] {
            if let name = element.string {
                rules.append(Rule(name, name))
            } else if let name = element["name"]?.string {
                rules.append(Rule(name, element["summary"]?.string ?? name))
            } else {
                throw reader.error("a rule is a name, or {\"name\": …, \"summary\": …}")
            }
        }
    }

    private func check(_ reader: ManifestReader) throws(PluginError) {
        guard kind != .rules else {
            guard rulesFile != nil else {
                throw reader.error("names no file of rules: write \"rules\": \"FILE.rules\"")
            }
            return
        }
        guard !provides.isEmpty else {
            throw reader.error("provides no layer: write \"provides\": [\"\(identifier)\"]")
        }
        let names = provides.map(\.name.rawValue) + requires.map(\.rawValue) + consults.map(\.rawValue)
        if let twice = names.enumerated().first(where: { names[..<$0.offset].contains($0.element) }) {
            throw reader.error("names the layer '\(twice.element)' twice: name it once")
        }
        if let empty = names.first(where: \.isEmpty) { throw reader.error("a layer has the name '\(empty)'") }
        guard rules.count <= Int(UInt16.max), Set(rules.map(\.name)).count == rules.count else {
            throw reader.error("names a rule twice, or more than 65,535: name each once")
        }
    }

    /// Whether `text` can be a plugin's name: words of letters, digits, hyphens and underscores, joined by points.
    static func isIdentifier(_ text: String) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        return words.count > 1
            && words.allSatisfy { word in
                !word.isEmpty
                    && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            }
    }
}

extension PluginManifest {
    /// The manifest as `plugin.json` holds it.
    public var json: JSONValue {
        func names(_ layers: [LayerName]) -> JSONValue { .array(layers.map { .string($0.rawValue) }) }
        var object = JSONObject()
        object["protocol"] = .integer(PluginManifest.protocolVersion)
        object["id"] = .string(identifier)
        object["version"] = .string(version)
        object["kind"] = .string(kind.rawValue)
        if !command.isEmpty { object["command"] = .array(command.map { .string($0) }) }
        object["requires"] = names(requires)
        if !consults.isEmpty { object["consults"] = names(consults) }
        object["provides"] = .array(provides.map(\.json))
        object["offsets"] = .string(offsetUnit.rawValue)
        if kind == .rules {
            object["rules"] = rulesFile.map { .string($0) }
        } else if !rules.isEmpty {
            object["rules"] = .array(
                rules.map { ["name": .string($0.name), "summary": .string($0.summary)] }
            )
        }
        if explains { object["explains"] = true }
        return .object(object)
    }

    /// What the manifest says that the program also has to say, as pairs of a member's name and its value.
    var declarations: [(name: String, value: String)] {
        func list(_ names: [String]) -> String { "[" + names.sorted().joined(separator: ", ") + "]" }
        return [
            ("id", identifier), ("version", version), ("offsets", offsetUnit.rawValue),
            ("requires", list(requires.map(\.rawValue))), ("consults", list(consults.map(\.rawValue))),
            ("provides", list(provides.map(\.name.rawValue))), ("rules", list(rules.map(\.name))),
            ("explains", String(explains)),
        ]
    }
}

extension PluginLayer {
    /// The layer as an element of a manifest's `provides`.
    var json: JSONValue {
        guard !mayOverlap || types != nil || features != nil else { return .string(name.rawValue) }
        var object = JSONObject()
        object["layer"] = .string(name.rawValue)
        if !mayOverlap { object["overlaps"] = false }
        object["types"] = types.map { .array($0.map { .string($0) }) }
        object["features"] = features.map { .array($0.map { .string($0) }) }
        return .object(object)
    }
}
