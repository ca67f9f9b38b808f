import Core

extension PositionedJSON {
    /// The secrets that it names where a value of this kind has some.
    func secrets(_ kind: ConfigOption.Kind) -> [Secret] {
        switch (kind, content) {
        case (.secret, _):
            if let name = self["env"]?.string { return [Secret(.environment(name))] }
            return self["file"]?.string.map { [Secret(.file($0))] } ?? []
        case (.object(let schema), _):
            return schema.options.flatMap { option in self[option.name]?.secrets(option.kind) ?? [] }
        case (.list(let element), .array(let values)): return values.flatMap { $0.secrets(element) }
        default: return []
        }
    }
}
