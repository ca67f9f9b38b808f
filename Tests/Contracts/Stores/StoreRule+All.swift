extension StoreRule {
    /// Every rule of every store.
    package static let all =
        badges + versions + awards + awarding + signIn + accounts + directories + directoryGroups + people + learning
        + expectedPeople + synchronisation
        + proofs + imports + checks + rates + texts + sharing + awardLists + preferences + holders + audit + letters
        + leavers
}
