import CReadline
import Postil

/// Files that a person names: reading them ends with Ctrl-C, however long they are.
enum UserFile {
    /// What interrupts waiting for input; nil where no person sits before the session.
    static var interruption: Int32? {
        let descriptor = creadline_interrupt_descriptor()
        return descriptor >= 0 ? descriptor : nil
    }

    /// All bytes of a file, unpacked.
    ///
    /// - Throws: ``StreamError`` where it cannot be read, or where Ctrl-C came first.
    static func bytes(_ path: String) throws(StreamError) -> [UInt8] {
        let bytes = try ByteSource(path: path, wakeUp: interruption).readAll()
        if interruption != nil, creadline_is_interrupted() {
            throw StreamError(code: .inputUnreadable, path: path, message: "stopped by Ctrl-C")
        }
        return bytes
    }
}
