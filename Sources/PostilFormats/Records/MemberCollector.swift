/// The members of one line's object, of equal keys the last.
struct MemberCollector {
    private var members: [JSONMember] = []
    private var isReplaced: [Bool] = []
    /// By the keys' bytes: strings that differ only in composition are equal to Swift, and are two keys.
    private var positions: [[UInt8]: Int] = [:]

    /// The first key that stood twice.
    private(set) var firstDuplicateKey: String?

    /// Up to this many members, keys are compared one by one; beyond, a table is kept.
    private static let linearLimit = 16

    mutating func add(_ member: JSONMember) {
        if let earlier = position(of: member) {
            isReplaced[earlier] = true
            firstDuplicateKey = firstDuplicateKey ?? (try? member.key.string())
        }
        if members.count >= MemberCollector.linearLimit {
            if positions.isEmpty {
                for (index, earlier) in members.enumerated() { positions[MemberCollector.bytes(of: earlier)] = index }
            }
            positions[MemberCollector.bytes(of: member)] = members.count
        }
        members.append(member)
        isReplaced.append(false)
    }

    private func position(of member: JSONMember) -> Int? {
        if members.count > MemberCollector.linearLimit { return positions[MemberCollector.bytes(of: member)] }
        guard member.key.hasEscapes else { return members.lastIndex { $0.key.equals(member.key.contents) } }
        let key = MemberCollector.bytes(of: member)
        return members.lastIndex { $0.key.equals(key) }
    }

    /// The bytes of a member's key; the reader has refused those that cannot be decoded.
    private static func bytes(of member: JSONMember) -> [UInt8] { (try? member.key.decodedBytes()) ?? [] }

    /// The last member that `matches`.
    func last(where matches: (JSONMember) -> Bool) -> JSONMember? { members.last(where: matches) }

    /// The value at the end of a path of keys; a member whose key is the whole path comes first.
    func value(at path: FieldPath) throws(JSONError) -> JSONRawValue? {
        if let member = members.last(where: { $0.key.equals(path.whole) }) { return member.value }
        guard let first = path.parts.first, path.parts.count > 1,
            var value = members.last(where: { $0.key.equals(first) })?.value
        else { return nil }
        for key in path.parts.dropFirst() {
            guard value.kind == .object else { return nil }
            var reader = try value.members()
            var found: JSONRawValue?
            while let member = try reader.next() {
                if member.key.equals(key) { found = member.value }
            }
            guard let found else { return nil }
            value = found
        }
        return value
    }

    /// The members as they were written, with commas between, but for those left out.
    func rawMembers(leavingOut isLeftOut: (JSONMember) -> Bool) -> [UInt8] {
        var raw: [UInt8] = []
        for (member, isReplaced) in zip(members, isReplaced) where !isReplaced && !isLeftOut(member) {
            if !raw.isEmpty { raw.append(UInt8(ascii: ",")) }
            raw.append(contentsOf: member.key.raw)
            raw.append(UInt8(ascii: ":"))
            raw.append(contentsOf: member.value.raw)
        }
        return raw
    }
}
