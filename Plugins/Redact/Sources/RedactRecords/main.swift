// Reads records of Postil that have the layer org.postil.redactions, and writes their texts with what is marked hidden:
// {"id", "text", "offset_unit", "replacements": [{"start", "end", "masked_start", "masked_end", "replacement"}]}, where
// start and end are places in the original. Exit code 1 if a line does not go out.

import Glibc
import Redact

let masker = RecordMasker()
var status: Int32 = 0
while let line = readLine() {
    guard !line.isEmpty else { continue }
    do throws(RecordMasker.Refusal) {
        print(try masker.masked(line).serialized())
    } catch {
        let message = Array("redact-records: \(error.message), and does not go out\n".utf8)
        _ = write(STDERR_FILENO, message, message.count)
        status = 1
    }
}
exit(status)
