import Core

/// Integrations in words: what they are for, and what they take.
enum PluginText {
    private static let purposes: [String: Phrase] = [
        "csv": .typeCSV, "demo-identity": .typeDemo, "oidc": .typeOIDC, "saml": .typeSAML,
        "pathgather": .typePathgather, "scim": .typeSCIM, "smtp": .typeSMTP, "yammer": .typeYammer,
    ]

    /// In the reader's language where the portal has words for it; an integration of somebody else speaks for itself.
    static func purpose(of plugin: any Plugin.Type) -> HTML {
        guard let phrase = purposes[plugin.type] else { return "<span lang=\"en\">\(plugin.summary)</span>" }
        return "\(Words[phrase])"
    }

    /// An entry with everything that is required, to be filled in.
    static func example(of plugin: any Plugin.Type) -> String {
        let config = plugin.schema.options.filter(\.isRequired).map {
            PlainJSON.Member(key: $0.name, value: sample(of: $0.kind))
        }
        return PlainJSON.object([
            .init(key: "id", value: .string(plugin.type)), .init(key: "type", value: .string(plugin.type)),
            .init(key: "enabled", value: .boolean(true)), .init(key: "config", value: .object(config)),
        ]).pretty()
    }

    private static func sample(of kind: ConfigOption.Kind) -> PlainJSON {
        switch kind {
        case .string, .path: .string("…")
        case .url: .string("https://…")
        case .secret: .object([.init(key: "env", value: .string("NAME"))])
        case .boolean: .boolean(false)
        case .integer(let range): .number(String(range.lowerBound == .min ? 0 : range.lowerBound))
        case .number(let numbers): .number(String(numbers.first ?? 0))
        case .choice(let words): .string(words.first ?? "…")
        case .list: .array([])
        case .object(let schema):
            .object(
                schema.options.filter(\.isRequired).map { .init(key: $0.name, value: sample(of: $0.kind)) }
            )
        }
    }

    /// What each setting is for, and what it is now; never a secret, only where it is kept.
    ///
    /// - Parameter config: nil for an integration that no entry uses.
    static func settings(of plugin: any Plugin.Type, config: PositionedJSON?) -> HTML {
        guard !plugin.schema.options.isEmpty else { return "<p>\(Words[.pluginNoSettings])</p>" }
        var columns = [Table.Column(Words[.pluginSetting]), Table.Column(Words[.pluginFor])]
        if config != nil { columns.append(Table.Column(Words[.pluginValue])) }
        let rows = plugin.schema.options.map { option -> [HTML] in
            let required: HTML? = option.isRequired && config == nil ? Pill(Words[.pluginRequired]).html : nil
            let name: HTML = "<code>\(option.name)</code> \(required)"
            let purpose: HTML = "<span lang=\"en\" dir=\"ltr\">\(option.purpose)</span>"
            guard let config else { return [name, purpose] }
            return [name, purpose, value(config[option.name], option.kind)]
        }
        return Table(caption: Words[.pluginSettings], columns: columns, rows: rows).html
    }

    private static func value(_ json: PositionedJSON?, _ kind: ConfigOption.Kind) -> HTML {
        guard let json else { return "<span class=\"soft\">\(Words[.pluginUnset])</span>" }
        guard case .secret = kind else { return "<code dir=\"ltr\">\(json.plain.compact)</code>" }
        let place: HTML =
            if let name = json["env"]?.string {
                "<code dir=\"ltr\">$\(name)</code>"
            } else {
                "<code dir=\"ltr\">\(json["file"]?.string ?? "")</code>"
            }
        return Words.html(.pluginSecret, ["place": place])
    }
}
