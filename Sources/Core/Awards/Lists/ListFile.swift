import Foundation

/// A file with people to award, as spreadsheets save it: who, and what is said about each.
package struct ListFile: Sendable, Equatable {
    package enum Fault: Error, Equatable {
        case empty
        /// No column holds addresses.
        case noAddresses
        /// More rows than ``AwardList/rowLimit``.
        case tooLong
    }

    package let encoding: ForeignText.Encoding
    package let rows: [ListedPerson]
    package let columns: AwardList.Columns

    /// - Throws: ``Fault``.
    package init(_ bytes: [UInt8]) throws(Fault) {
        let text = ForeignText(bytes)
        guard Self.fieldCount(text.utf8) <= Self.fieldLimit else { throw .tooLong }
        let table = CSVTable(text.utf8).rows
        guard let first = table.first else { throw .empty }
        guard table.count <= AwardList.rowLimit + 1 else { throw .tooLong }
        let columns = try Columns(first, among: table.prefix(50))
        let body = columns.hasTitles ? table.dropFirst() : table[...]
        guard !body.isEmpty else { throw .empty }
        guard body.count <= AwardList.rowLimit else { throw .tooLong }
        encoding = text.encoding
        self.columns = AwardList.Columns(
            address: columns.hasTitles ? first.fields[columns.address].withoutNUL.trimmed : nil,
            note: columns.note.map { first.fields[$0].withoutNUL.trimmed }
        )
        rows = body.map { Self.person($0, columns) }
    }

    /// More fields than a list of 100,000 people has in real life; keeps a hostile file from filling the memory.
    private static let fieldLimit = 20 * AwardList.rowLimit

    private static func fieldCount(_ text: [UInt8]) -> Int {
        text.count { [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains($0) }
    }

    private static func person(_ row: CSVTable.Row, _ columns: Columns) -> ListedPerson {
        let field = { (index: Int) in row.fields.indices.contains(index) ? row.fields[index].withoutNUL.trimmed : "" }
        let address = field(columns.address)
        let note = columns.note.map(field) ?? ""
        var person = ListedPerson(
            line: row.line,
            address: String(address.prefix(ListedPerson.addressLimit)),
            note: String(note.prefix(ListedPerson.noteLimit))
        )
        if row.fault != nil || EmailAddress(address) == nil {
            person.problem = .noAddress
        } else if note.count > ListedPerson.noteLimit {
            person.problem = .noteTooLong
        }
        return person
    }

    private struct Columns {
        var hasTitles: Bool
        var address: Int
        var note: Int?

        /// By the titles, if the first row holds any; otherwise the column with the most addresses.
        init(_ first: CSVTable.Row, among rows: ArraySlice<CSVTable.Row>) throws(Fault) {
            hasTitles = !first.fields.contains { EmailAddress($0) != nil }
            let titles = hasTitles ? first.fields.map(Self.folded) : []
            note = titles.firstIndex { Self.noteTitles.contains($0) }
            if let titled = titles.firstIndex(where: { Self.addressTitles.contains($0) }) {
                address = titled
                return
            }
            let width = rows.map(\.fields.count).max() ?? 0
            let hits = (0..<min(width, 200)).map { column in
                rows.count { $0.fields.indices.contains(column) && EmailAddress($0.fields[column]) != nil }
            }
            guard let most = hits.max(), most > 0, let column = hits.firstIndex(of: most) else { throw .noAddresses }
            address = column
        }

        private static func folded(_ title: String) -> String {
            title.trimmed.lowercased().filter { $0.isLetter }
        }

        private static let addressTitles: Set<String> = [
            "email", "mail", "emailaddress", "mailaddress", "address", "emailadresse", "mailadresse", "adresse",
            "courriel", "adressemail", "adressemél", "correo", "correoelectrónico", "dirección", "endereço",
            "endereçodeemail", "メール", "メールアドレス", "البريدالإلكتروني", "דואל", "אימייל", "userprincipalname", "upn",
        ]
        private static let noteTitles: Set<String> = [
            "note", "notes", "narrative", "reason", "comment", "remark", "bemerkung", "begründung", "notiz",
            "remarque", "nota", "observação", "comentario", "comentário", "備考", "メモ", "ملاحظة", "הערה",
        ]
    }
}

extension String {
    /// Databases do not take NUL.
    fileprivate var withoutNUL: String { utf8.contains(0) ? replacing("\0", with: "") : self }
}
