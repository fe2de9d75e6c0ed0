/// A set of hashes, for asking.
///
/// Open addressing over a power of two of at least twice the members; a zero hash is kept apart.
struct HashSet: Sendable {
    private let slots: [UInt64]
    private let mask: Int
    private let hasZero: Bool

    /// The members, each once, in no order that means anything.
    let members: [UInt64]

    init(_ hashes: [UInt64]) {
        var capacity = 4
        while capacity < hashes.count * 2 { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        var members: [UInt64] = []
        for hash in hashes where hash != 0 {
            var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (capacity - 1) }
            if slots[slot] == 0 {
                slots[slot] = hash
                members.append(hash)
            }
        }
        hasZero = hashes.contains(0)
        self.slots = slots
        self.members = members + (hasZero ? [0] : [])
        mask = capacity - 1
    }

    /// Whether `hash` is a member.
    ///
    /// - Complexity: O(1) expected.
    func contains(_ hash: UInt64) -> Bool {
        guard hash != 0 else { return hasZero }
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & mask
        }
        return false
    }
}
