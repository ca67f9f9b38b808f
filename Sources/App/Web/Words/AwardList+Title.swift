import Core

extension AwardList {
    /// What its author calls it.
    var title: String { name.isEmpty ? Words[.pastedList] : name }
}
