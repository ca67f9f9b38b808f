import Hummingbird

extension Request {
    /// What the address says after its question mark, read as browsers write forms: a plus is a space (WHATWG URL, §5).
    ///
    /// Empty where it cannot be read, such as with a percent sign that stands alone.
    var queryFields: [String: String] {
        do throws(FormError) {
            return try URLEncodedForm.read(Array((uri.query ?? "").utf8)).fields
        } catch {
            return [:]
        }
    }
}
