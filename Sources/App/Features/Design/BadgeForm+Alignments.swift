import Core
import Foundation

extension BadgeForm {
    /// One standard, framework or skill that the badge points to, as it was typed.
    struct AlignmentRow {
        var name = ""
        var url = ""
        var code = ""
        var framework = ""
        var kind = ""

        var isEmpty: Bool { [name, url, code, framework].allSatisfy(\.isEmpty) }
    }

    static func alignments(_ fields: [String: String]) -> [AlignmentRow] {
        (0..<Alignment.limit).compactMap { index in
            func text(_ part: String) -> String? { fields["alignment_\(part).\(index)"]?.trimmed }
            guard let name = text("name") else { return nil }
            return AlignmentRow(
                name: name,
                url: text("url") ?? "",
                code: text("code") ?? "",
                framework: text("framework") ?? "",
                kind: text("type") ?? ""
            )
        }
    }

    static func rows(_ alignments: [Alignment]) -> [AlignmentRow] {
        alignments.map { alignment in
            AlignmentRow(
                name: alignment.name,
                url: alignment.url.absoluteString,
                code: alignment.code ?? "",
                framework: alignment.framework ?? "",
                kind: alignment.kind?.rawValue ?? ""
            )
        }
    }

    /// Rows in which nothing was written are left out.
    func checkedAlignments(_ reader: inout FormReader) -> [Alignment] {
        var checked: [Alignment] = []
        for (index, row) in alignments.enumerated() where !row.isEmpty {
            for (part, text, label) in [
                ("name", row.name, Phrase.alignName), ("code", row.code, .alignCode),
                ("framework", row.framework, .alignFramework),
            ] { reader.check(text, as: "alignment_\(part).\(index)", label: label, limit: Alignment.textLimit) }
            if row.name.isEmpty {
                let label = Words.Value.text(Words[.alignName])
                reader.fail("alignment_name.\(index)", Words.say(.fieldMissing, ["field": label]))
            }
            guard let url = Self.pictureURL(row.url) else {
                reader.fail("alignment_url.\(index)", Words[.notWebAddress])
                continue
            }
            let kind = Alignment.Kind(rawValue: row.kind)
            if kind == nil, !row.kind.isEmpty {
                reader.fail("alignment_type.\(index)", Words[.alignKindUnknown])
            }
            checked.append(
                Alignment(
                    name: row.name,
                    url: url,
                    code: row.code.isEmpty ? nil : row.code,
                    framework: row.framework.isEmpty ? nil : row.framework,
                    kind: kind
                )
            )
        }
        return checked
    }
}
