extension StoreRule {
    /// Every rule of every store.
    package static let all =
        badges + versions + awards + awarding + signIn + accounts + directories + directoryGroups + people + learning
        + expectedPeople + synchronisation
        + publication + proofs + imports + checks + rates + texts + sharing + announcements + awardLists + preferences
        + holders + audit + letters + figures + calls + leavers + erasure
}
