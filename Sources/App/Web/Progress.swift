import Core

/// The portal's own word: Foundation has a `Progress`, too.
typealias Progress = Core.Progress
