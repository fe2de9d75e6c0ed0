/// Why a line cannot be shown as a record.
struct RecordFault: Error {
    /// One line that says what stood there.
    let message: String
}
