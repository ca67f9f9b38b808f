/// One of the values a field may have.
struct Choice {
    let value: String
    let label: String
    /// A line below the label.
    var hint: String?
    /// Drawn in place of the label, which screen readers still say.
    var picture: HTML?

    init(_ value: String, _ label: String, hint: String? = nil, picture: HTML? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
        self.picture = picture
    }
}
