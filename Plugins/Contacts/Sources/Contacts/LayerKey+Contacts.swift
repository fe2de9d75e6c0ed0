import PostilCore

extension LayerKey where Value == ContactValue {
    /// E-mail and web addresses, telephone and account numbers, IP addresses; they never overlap.
    public static var contacts: LayerKey<ContactValue> { LayerKey("org.postil.contacts", neverOverlaps: true) }
}
