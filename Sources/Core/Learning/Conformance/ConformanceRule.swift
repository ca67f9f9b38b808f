/// What the portal relies on in every ``BadgeSource``.
package enum ConformanceRule: String, CaseIterable, Sendable {
    case identity = "It has an id and a name."
    case answer = "It answers when it is checked."
    case message = "A check says something to administrators."
    case secrets = "No key shows in a description, a message, a cursor or a problem."

    case catalogue = "The catalogue can be read and holds an activity."
    case cataloguePages = "The catalogue moves on from page to page and ends."
    case activities = "An activity has an id and a title and belongs to this source."
    case catalogueAgain = "Reading the catalogue twice gives the same."

    case changes = "The changes can be read and hold a fact."
    case changePages = "The cursor moves while there is more, and the changes end."
    case cursors = "A cursor has at most 4 KiB."
    case changesAgain = "Reading the changes twice gives the same facts."
    case changesSince = "After the end comes nothing new when nothing changed."
    case unknownCursor = "A cursor that it does not know has expired."

    case person = "It knows how far a person is, and tells of nobody else."
    case personAgain = "Asking twice about a person gives the same."
    case stranger = "A stranger is no failure and has no facts."

    case file = "A file that it takes holds facts, the same every time."
    case unreadableFile = "A file that it cannot read is malformed."
    case delivery = "A delivery that is not signed is rejected before it is read."

    case facts = "A fact has a record, an activity and a person."
    case completions = "A fact has a date of completion exactly when it is completed."
    case problems = "A problem says which record and why."
}
