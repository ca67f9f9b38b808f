/// What a new integration is called, in each of the places where it has a name.
struct PluginName {
    /// In Swift: `SafetyTraining`.
    let module: String

    /// - Returns: nil for what is no name of a type in Swift.
    init?(_ text: String) {
        guard text.wholeMatch(of: /[A-Z][A-Za-z0-9]{1,39}/) != nil else { return nil }
        module = text
    }

    private var words: [String] {
        module.matches(of: /[A-Z]+(?![a-z])[0-9]*|[A-Z][a-z0-9]*/).map { String($0.output) }
    }

    /// In plugins.json: `safety-training`.
    var type: String { words.joined(separator: "-").lowercased() }

    /// For people: `Safety training`.
    var title: String {
        let rest = words.dropFirst().map { $0.allSatisfy { $0.isUppercase || $0.isNumber } ? $0 : $0.lowercased() }
        return (words.prefix(1) + rest).joined(separator: " ")
    }

    func fill(_ template: String) -> String {
        template.replacing("«Module»", with: module).replacing("«type»", with: type).replacing("«Title»", with: title)
    }
}
