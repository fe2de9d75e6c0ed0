/// The version of Postil.
public enum PostilVersion {
    /// The version, by Semantic Versioning.
    public static let text = "0.1.0"
}
