/// The feature structures of a CAS by their numbers, and its types.
struct UIMADocument {
    /// The structures.
    private(set) var structures: [Int: JSONValue] = [:]

    /// The numbers in the order of the document.
    private(set) var order: [Int] = []

    /// The number of the view's text.
    private(set) var sofa: Int?

    private var parents: [String: String] = [:]

    /// Takes the structures of a document, which are an array, or an object by their numbers.
    init(_ object: JSONObject) {
        switch object["%FEATURE_STRUCTURES"] {
        case .array(let elements):
            for element in elements {
                if let identifier = element["%ID"]?.integer { add(element, identifier) }
            }
        case .object(let members):
            for member in members.members {
                if let identifier = Int(member.key) { add(member.value, identifier) }
            }
        default: break
        }
        for type in object["%TYPES"]?.object?.members ?? [] { parents[type.key] = type.value["%SUPER_TYPE"]?.string }
        let sofas = order.filter { structures[$0]?["sofaString"]?.string != nil }
        sofa = sofas.first { structures[$0]?["sofaID"]?.string == "_InitialView" } ?? sofas.first
    }

    private mutating func add(_ structure: JSONValue, _ identifier: Int) {
        if structures.updateValue(structure, forKey: identifier) == nil { order.append(identifier) }
    }

    /// Whether a type is another or derived from it.
    func isA(_ type: String, _ wanted: String) -> Bool {
        var current = type
        // A chain longer than the number of types goes in circles.
        for _ in 0...parents.count {
            if current == wanted { return true }
            guard let parent = parents[current] else { return false }
            current = parent
        }
        return false
    }

    /// The structure that a feature refers to.
    func target(of structure: JSONValue, _ key: String) -> JSONValue? {
        structure[key]?.integer.flatMap { structures[$0] }
    }

    /// The document's name in its metadata.
    var documentIdentifier: String? {
        for identifier in order {
            guard let structure = structures[identifier], let type = structure["%TYPE"]?.string,
                isA(type, UIMAType.metadata)
            else { continue }
            return structure["documentId"]?.string ?? structure["documentTitle"]?.string
        }
        return nil
    }
}
