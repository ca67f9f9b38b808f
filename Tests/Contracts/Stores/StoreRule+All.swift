extension StoreRule {
    /// Every rule of every store.
    package static let all =
        badges + versions + awards + awarding + signIn + accounts + people + learning + expectedPeople + synchronisation
        + proofs + awardLists + preferences
}
