import Core
import Foundation
import Testing

@Suite("A badge's meaning") struct MeaningTests {
    let old = Facts.content(nil)

    private func changed(_ change: (inout BadgeContent) -> Void) -> BadgeContent {
        var new = old
        change(&new)
        return new
    }

    @Test(
        "changes with the rule, the validity and the alignments, whatever the designer says",
        arguments: [true, false]
    )
    func always(isCorrection: Bool) throws {
        let rule = try Facts.rule(.any, "a")
        let url = try #require(URL(string: "https://standards.example/1"))
        #expect(changed { $0.rule = rule }.meansOther(than: old, isCorrection: isCorrection))
        #expect(changed { $0.validity = .months(12) }.meansOther(than: old, isCorrection: isCorrection))
        #expect(
            changed { $0.alignments = [Alignment(name: "x", url: url)] }
                .meansOther(than: old, isCorrection: isCorrection)
        )
    }

    @Test("changes with any word, unless the designer says that it is a correction")
    func words() {
        let new = changed { $0.criteria = "Finish the pathh." }
        #expect(new.meansOther(than: old, isCorrection: false))
        #expect(!new.meansOther(than: old, isCorrection: true))
    }

    @Test("does not change with the picture or the tags")
    func picture() {
        let new = changed {
            $0.picture = .artwork(.proposed(for: "other"))
            $0.pictureDescription = "A cloud"
            $0.tags = ["cloud"]
        }
        #expect(!new.meansOther(than: old, isCorrection: false))
    }

    @Test(
        "changes in spite of “only a correction” when the words say something else",
        arguments: [
            ("Pass 80 of 100 points", "Pass 60 of 100 points"),
            ("You can deploy", "You cannot deploy"),
            ("Finish the path", "Finish the path and the exam"),
            ("Leads a team", "Joins a team"),
            ("", "Anything"),
        ]
    )
    func disguised(before: String, after: String) {
        let old = changed { $0.description = before }
        let new = changed { $0.description = after }
        #expect(new.meansOther(than: old, isCorrection: true))
    }

    @Test(
        "stays when letters, case, spaces or punctuation are corrected",
        arguments: [
            ("Recieves data safely", "Receives data safely"),
            ("keeps data safe", "Keeps data safe."),
            ("two  spaces", "two spaces"),
            ("Réponses rapide 🏅", "Réponses rapides 🏅"),
        ]
    )
    func corrected(before: String, after: String) {
        let old = changed { $0.description = before }
        let new = changed { $0.description = after }
        #expect(!new.meansOther(than: old, isCorrection: true))
    }
}
