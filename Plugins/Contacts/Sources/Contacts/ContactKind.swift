/// What a contact is.
public enum ContactKind: String, Sendable, CaseIterable {
    /// An e-mail address.
    case email = "EMAIL"
    /// An address of the web.
    case url = "URL"
    /// A telephone number.
    case phone = "PHONE"
    /// An International Bank Account Number (ISO 13616).
    case iban = "IBAN"
    /// An address of version 4 of the Internet Protocol.
    case ipv4 = "IPV4"
    /// An address of version 6 of the Internet Protocol.
    case ipv6 = "IPV6"
}
