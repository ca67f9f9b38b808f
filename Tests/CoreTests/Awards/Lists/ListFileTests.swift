import Foundation
import Testing

@testable import Core

@Suite("File of people to award")
struct ListFileTests {
    @Test(
        "is read whatever separates its columns",
        arguments: [",", ";", "\t"]
    )
    func separators(separator: String) throws {
        let text =
            ["Name", "E-Mail", "Note"].joined(separator: separator) + "\r\n"
            + ["Ada 🏅", "ada@acme.example", "Did it"].joined(separator: separator)
        let file = try ListFile(Array(text.utf8))
        #expect(file.rows == [ListedPerson(line: 2, address: "ada@acme.example", note: "Did it")])
        #expect(file.columns.address == "E-Mail" && file.columns.note == "Note")
    }

    private static let sample = "email,note\nada@acme.example,Größe – 5 €\n"

    @Test("is read in the encodings that spreadsheets write")
    func encodings() throws {
        let utf16 = Array(Self.sample.utf16)
        let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let windows =
            Array("email,note\nada@acme.example,Gr".utf8) + [0xF6, 0xDF] + Array("e ".utf8)
            + [0x96] + Array(" 5 ".utf8) + [0x80, 0x0A]
        let files: [(ForeignText.Encoding, [UInt8])] = [
            (.utf8, Array(Self.sample.utf8)), (.utf8, [0xEF, 0xBB, 0xBF] + Array(Self.sample.utf8)),
            (.utf16LittleEndian, [0xFF, 0xFE] + little), (.utf16LittleEndian, little),
            (.utf16BigEndian, [0xFE, 0xFF] + big), (.utf16BigEndian, big), (.windows1252, windows),
        ]
        for (encoding, bytes) in files {
            let file = try ListFile(bytes)
            #expect(file.encoding == encoding)
            #expect(file.rows == [ListedPerson(line: 2, address: "ada@acme.example", note: "Größe – 5 €")])
        }
    }

    @Test("needs no titles: the column of addresses is found")
    func untitled() throws {
        let file = try ListFile(Array("1;Ada;ada@acme.example\n2;عمر;omar@acme.example".utf8))
        #expect(file.rows.map(\.address) == ["ada@acme.example", "omar@acme.example"])
        #expect(file.rows.map(\.line) == [1, 2] && file.columns.address == nil)
    }

    @Test("keeps going after a row that cannot be used")
    func faults() throws {
        let long = String(repeating: "é", count: 10_240)
        let text = "email,note\nnobody\nada@acme.example,\(long)\n\"open,\nbob@acme.example"
        let rows = try ListFile(Array(text.utf8)).rows
        #expect(rows.map(\.problem) == [.noAddress, .noteTooLong, .noAddress, nil])
        #expect(rows.allSatisfy { $0.note.count <= ListedPerson.noteLimit })
    }

    @Test("is refused without addresses, without rows and with too many")
    func refused() {
        #expect(throws: ListFile.Fault.empty) { try ListFile([]) }
        #expect(throws: ListFile.Fault.empty) { try ListFile(Array("email\n".utf8)) }
        #expect(throws: ListFile.Fault.noAddresses) { try ListFile(Array("name\nAda".utf8)) }
        let many = String(repeating: "a@b.example\n", count: AwardList.rowLimit + 2)
        #expect(throws: ListFile.Fault.tooLong) { try ListFile(Array(many.utf8)) }
    }

    @Test(
        "never fails on bytes that are no text",
        arguments: [[0], [0xFF], [0xFF, 0xFE, 0], [0xFE, 0xFF], [0x22, 0]]
    )
    func hostile(bytes: [UInt8]) {
        #expect(throws: ListFile.Fault.self) { try ListFile(bytes) }
    }
}
