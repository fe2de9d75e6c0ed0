/// The members of a JSON object, in order, a repeated key as often as it was written.
public struct JSONObject: Hashable, Sendable {
    /// The members in order.
    public var members: [Member]

    /// Makes an object.
    public init(_ members: [Member] = []) { self.members = members }

    /// A key with its value.
    public struct Member: Hashable, Sendable {
        /// The key, its escapes resolved.
        public var key: String

        /// The value.
        public var value: JSONValue

        /// Makes a member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The last value for a key, as most readers take it; setting nil removes the key.
    ///
    /// - Complexity: O(members).
    public subscript(key: String) -> JSONValue? {
        get { members.last { $0.key == key }?.value }
        set {
            guard let newValue else { return members.removeAll { $0.key == key } }
            if let index = members.lastIndex(where: { $0.key == key }) {
                members[index].value = newValue
            } else {
                members.append(Member(key: key, value: newValue))
            }
        }
    }

    /// The keys that occur more than once, each once, in the order of their second occurrence.
    ///
    /// - Complexity: O(members).
    public var duplicateKeys: [String] {
        var counts: [String: Int] = [:]
        return members.compactMap { member in
            counts[member.key, default: 0] += 1
            return counts[member.key] == 2 ? member.key : nil
        }
    }
}
