/// Everything that the portal says.
///
/// A phrase that no catalogue has does not build, one that a language lacks fails a test. The words stand in
/// `Assets/Languages`, one file a language.
enum Phrase: Int, CaseIterable, Sendable {
    // MARK: Dates and numbers
    case months, day, dateAndTime, justNow, minutesAgo, hoursAgo

    // MARK: Around every page
    case skip, mainNavigation, badges, home, design, admin, signIn, signOut, yourMenu, yourBadges, settings
    case searchBadges, searchAll, yourPage, languageWord, footerNote, allBadges, optional, copyLink, copied, reference
    case checkFine, checkTakeCare, checkNotYet, checkNote, resultPassed, resultLimited, resultFailed, resultOpen
    case nextStep, doneStep, pageBefore, pageAfter, pageWord

    // MARK: Sign-in; "to the badges of Acme"
    case signInLead, continueWith, signInOnward, signInSetUpTitle, signInSetUpText, demoLead, signInFailed
    case signInFailedText, tryAgain, signedOut, signedOutText, signInAgain, leaving, leavingText, continueOn
    case emergencySignIn, emergencyText, emergencyButton

    // MARK: What went wrong
    case nothingHere, notForEverybody, whoAreYou, doesNotWork, notPossibleNow, tooMuch, pleaseWait, ourFault
    case nothingAtAddress, makesNoSense, notSuchRequests, tooMuchAtOnce, ourFaultText, restarting, goToYourBadges
    case seeAllBadges, signInNeeded, designersOnly, administratorsOnly, foreignForm, noBadgeHere, tooOften
    case noBadgeHereText

    // MARK: Checking a badge
    case takenBackOn, replaced, ranOutOn, countsFrom, genuine, checkedJustNow, reasonGiven, lookAtNewer, earnedVerb
    case receivedVerb, sharingTitle, skills, addressOfPage, whatWeChecked, rightPerson, showToOthers, linkToPage
    case checkYourself, issuedBy, issuedAtHost, issuedOn, validUntil, evidence, whatItTook, itMatches, doesNotMatch
    case anotherAddress, knownEmail, compareHint, noEmailAddress, compare, issuedIt, issuedItText, awardAt, unchanged
    case unchangedText, badgeVersion, wasTakenBack, wasTakenBackText, reasonWord, notTakenBack, standsByIt, newerOne
    case newerOneText, notValidYet, countsFromText, hasRunOut, wasGoodUntil, hasNotRunOut, goodUntil, doesNotRunOut
    case belongsToPerson, belongsText, certificateToPrint, pictureWithProof, sameAsDrawing, signedDocument
    case plainDocument, checkWithoutUs

    // MARK: Certificates and cards
    case drawEarned, drawCertifies, drawHasEarned, drawIssuedBy, drawValidUntil, drawScan

    // MARK: Checking any badge
    case verifyLead, verifyNothingYet, verifyButton, verifyPrivacy, verifyAnother, verifyWhat, verifyReport, verifyGoOn
    case verifyBusy, verifyGone, givenFile, givenFileHint, givenText, givenTextHint, givenNothing, givenTooLong
    case reportCheckedOn, reportSlow, reportAwarded, reportKind, reportLooking, reportNoBadge, reportAltered
    case reportRevoked, reportIssuerUnknown, reportUnreachable, reportItsIssuer, askIssuer, askUnchanged, askNotRevoked
    case askCurrent, nobodyVouches, wasChanged, namesNobody, notLookedAt, lookingAtIt

    // MARK: What checks found, by the English sentence of the report
    case foundStopped, foundOwnWord, foundIssuerTook, foundIssuerTookFor, foundItsIssuerTook, foundItsIssuerTookFor
    case foundIssued, foundSchema, foundTakenBack, foundNoLonger, foundNotSigned, foundNobodySigned, foundNothingProves
    case foundNoPlace, foundNotLooked, foundNoneThere, foundAsPublished, foundNotAsPublished, foundAnotherThere
    case foundStillPublished, foundIssuerUnread, foundUnsurePlace, foundNoIssuer, foundNotFromThere
    case foundNotPublishedThere, foundItsAddress, foundSignedNot, foundSignatureOpen, foundWhomToAsk, foundFollows
    case foundFollowsNot, foundNoList, foundOthersList, foundNotTakenBack, foundBackUnsure, foundNotAsSigned
    case foundWhoseKey, foundOthersKey, foundNothingProvesIt, foundAsSigned, foundItsKey, foundNoKeyHad, foundNoKey
    case foundNotItsSigning, foundUnfit, foundNamesNone, foundNamesTwo, foundKeyHolder, foundUnproved, foundUncheckable
    case foundForGood, foundNoStart, foundStarts, foundRanOut, foundEnds, foundEndless, foundNoProof, foundRound
    case foundPage, foundStatus, foundGone, foundNoPicture, foundManyAddresses, foundNothingKnown, foundUnreadable
    case foundAList, foundTooOld, foundOtherJSON, foundPresentation, foundDescribes, foundSignedOther, foundIncomplete
    case foundPartUnread, foundPartDamaged, foundNoAnswer, foundTooSlow, foundTooMuch, foundRoundAndRound
    case foundOtherType, foundAskedOften, foundTakenBackFor, foundReplacedOn, foundNoneAtAll

    // MARK: Badges from elsewhere
    case importLead, importRemoved, importNothingYet, importKept, importLook, importWhereTitle, importWhereText
    case importPageTitle, importPageText, importAddLink, importLinkLead, importLinkField, importLinkHint
    case importTitleField, importTitleHint, importIssuerField, importIssuerHint, importGoodUntil, importNotKept
    case importKeepIt, importBack, importAdded, importFrom, importAbout, importChecked, importSince, importIssuersPage
    case importOriginal, importTakeAlong, importForget, importForgetText, importRemove, importRemoveNamed, importNotYet
    case importOwnTitle, importOwnText, importHaveAlready, importIsYours, importNamesYou, importIsItYours, importNobody
    case importGivenToMe, importKeepNow, importButton, importLinkInstead, importKeepLink, importReport
    case importScreenshot, importIssuerStands, importRefused, importTryAnother, importNoMail, importUnknownAddress
    case importCodeSent, importCode, importCodeHint, importConfirm, importProve, importGivenTo, importSendCode
    case importOtherAddress, importNameless, trustUnsigned, trustLinkText, trustUnchecked, trustEveryNight, trustOver
    case trustGenuine, trustHeld, importGone, importAlreadyThere, importTooMany, codeTaken, codeSentOften, codeWrong
    case codeOver, linkNoPage, dayToCome, endsBeforeIssued, dayUnreadable, linkTitleMissing, linkTooLong
    case linkUnstorable

    // MARK: Badges from elsewhere
    case fromElsewhere, elsewhereNote, elsewhereChecked, elsewhereLink, elsewhereWho, elsewhereOwner
    case elsewhereColleagues, elsewhereEverybody

    // MARK: Settings
    case yourAddresses, noAddressVerified, languageAndTime, asBrowser, timeZone, timeZoneHint, unknownZone, mailChoice
    case appearance, asDevice, lightLook, darkLook, whoSeesWhat, whoSeesWhatHint
    case mailChoiceGiven, mailChoiceRunsOut, mailChoiceBack, mailChoiceWeek, mailChoiceWork, save, saved, whereSignedIn
    case endUnknown, yourSessions, browserWord, lastSeen, since, action, thisOne, emergencyLink, endWord, endSessionIn
    case endAllOthers, aBrowser, browserOn, languageLead

    // MARK: Awarding by hand
    case awardBadge, awardLead, awardFromList, chooseBadge, badgeWord, whomYouGive, personsAddress, whatTheyDid
    case whatTheyDidHint, whatShowsIt, whatShowsItHint, whereSeen, whereSeenHint, cannotAwardYet, awardButton
    case chooseABadge, addressMissing, nobodySignedIn, notWebAddress, hasItAlready

    // MARK: Awarding from a list
    case listLead, listFile, listFileHint, listText, listTextHint, listCheck, listMissing, listEmpty, listNoAddresses
    case listTooLong, listUndecided, yourLists, listName, listState, listPeople, pastedList, listChecked
    case listGiving, listStopped, listGiven, listUndoing, listUndone, listWillGet, listHaveIt, listUnknown, listLeft
    case listRepeated, listNoAddress, listNoteTooLong, listGot, listTakenBack, listButton, listNobody, listAgain
    case listProgress, listProgressLabel, listCanClose, listStop, listGoOn, listUndo, listUndoHint, listRowsTitle
    case listReading, listReadColumns, listReadAddress, listReadUntitled, listRowOutcome, listRowGets
    case listRowsFirst, listRowLine, listRowAddress, listRowReason, listDownload, rowNoAddress, rowUnknown, rowLeft
    case rowRepeated, rowHasIt, rowNoteTooLong, listUndoReason

    // MARK: Who has a badge
    case awardsWord, awardsLead, personWord, issuedWord, noAwards, noAwardsText, olderOnes, newerOnes, fromBeginning
    case stateOnHold, stateValid, stateWaiting, awardOf, theAward, badgeInVersion, publicPage, onHoldSinceDay
    case countAgain, putOnHold, putOnHoldHint, whyWord, whyHint, takenBackDay, takeItBack, takeItBackHint
    case takeBackButton, reasonMissing, takenBackAlready, onHoldAlready, notOnHold, noSuchList, listIsBusy, listTooLate
    case holdersOf, seeHolders, searchHolders, shownWord, allOfThem, originWord, originRule, originHand, originList
    case nobodyHasItText, noHolderFound, noHolderFoundText, downloadTable, addressWord, linkWord, claimedWord
    case notYetSignedIn

    // MARK: Forms
    case fieldMissing, fieldTooLong, fieldUnstorable, fixCount, removeRow, removeNamed, updatePreview

    // MARK: Designing badges
    case yourDesigns, designsLead, newBadge, awardOne, noDesignsText, stateDraft, stateLive, stateWithdrawn
    case designTitle, designOf, designUnsaved, designDraftLead, lookAtIt, copyDesign, designSays, designPicture
    case designPictureHint, designEarn, designReady, fieldName, fieldSlug, fieldSlugHint, fieldCan, fieldCanHint
    case fieldTakesHint, fieldTagsHint, whoAwards, whoAwardsHint, onlyCorrect, onlyCorrectHint, ownArtwork
    case ownArtworkHint, otherServer, otherServerHint, notPicture, pictureWords, pictureWordsHint, drawAgain
    case artworkInUse, artworkReplace, pictureOfBadge, readyName, readyNameNot, readySlug, readySlugNot, readySaysNot
    case readyEarn, readyByHand, publishBadge, saveDraft, saveChanges, stopAwarding, stopAwardingText, withdrawBadge
    case activitiesLabel, activitiesHint, addActivity, activityRow, howMany, modeAll, modeAny, modeSome, atLeast
    case atLeastHint, howLong, forEver, peopleFinish, percentEnough, percentEnoughHint, noActivities, chooseActivity
    case findActivity, findActivityHint, noSuchActivity, wholePercent, sayHowMany, chooseTerm, tooManySkills
    case skillTooLong, ruleRepeated, ruleTooMany, ruleUnreachable, ruleEmpty, slugReserved, slugRule, slugTry
    case slugTaken, slugFixed, badgeNotFound, changedMeanwhile, noLongerGiven, notInThisState, noSuchIssuer
    case pictureNotKept, pictureGone, pictureEmpty, pictureOther, pictureTooLarge, pictureWrongSize, pictureAnimated
    case pictureUnfit, alignLabel, alignHint, alignAdd, alignRow, alignName, alignURL, alignCode, alignFramework
    case alignKind, alignKindNone, kindCompetency, kindCredential, kindItem, kindRubric, kindCriterion, kindLevel
    case kindRegistry, alignKindUnknown, designMore, artworkFile, readySlugWrong, readySaysLength, readySaysShort
    case readyPicture, readyPictureLight, readyPictureDark, readyPictureElsewhere, readySilent, readyNobody
    case readyPeople, readyManyPeople, readyExpected, readyOnlyExpected, publishNamed, publishedNamed, tellThem
    case tellNow, tellNowHint, tellMonday, tellNever, tellNeverHint, backToDraft, linkToBadge, givenByHand
    case earnedFromNow, awardsOnTheWay, awardsOnTheWayText, toldNow, toldMonday, toldNever, moreSymbols, chooseSymbol
    case symbolsFound, backToBadge, findSymbol, findSymbolHint, noLibrary, noLibraryText, noSymbol, noSymbolText
    case pageOf, symbolGone, sampleLead, sampleName, sampleSays, sampleTakes, sampleSkills, pagesOfDesigns
    case waitingToClaim, trendWord, trendWords, jobAwarding, mailUntold

    // MARK: The picture of a badge
    case shapeWord, colourWord, symbolWord, levelWord, levelNone, drawnPicture, drawnPictureLevel, shapeHexagon
    case shapeShield, shapeCircle, shapeRosette, shapeOctagon, shapeDiamond, colourIndigo, colourBlue, colourTeal
    case colourGreen, colourLime, colourAmber, colourOrange, colourRed, colourPink, colourPlum, colourViolet
    case colourSlate, symbolStar, symbolSpark, symbolBolt, symbolCloud, symbolChart, symbolPeople, symbolShield
    case symbolHeart, symbolGlobe, symbolRocket, symbolBook, symbolCap, symbolCode, symbolChat, symbolGear, symbolLeaf
    case symbolKey, symbolTrophy, symbolPuzzle, symbolCompass, symbolFlask, symbolCamera, symbolMegaphone, symbolCare
    case symbolBulb, symbolTarget, symbolSummit, symbolNetwork, symbolAid, symbolAccess, symbolLock, symbolMedal

    // MARK: Mail
    case mailGivenSubject, mailGivenText, mailGivenButton, mailBackSubject, mailBackText, mailBackButton
    case mailRunsOutSubject, mailRunsOutText, mailRunsOutButton, mailHello, mailWhy, mailStop, mailCodeSubject
    case mailCodeText, mailCodeIgnore, mailStopTitle, mailStopText, mailStopAsk, mailReadySubject, mailReadyText
    case mailManySubject, mailManyText, mailManyButton, mailElsewhereSubject, mailElsewhereText, mailListSubject
    case mailListText, mailListRest, mailListButton, mailJobSubject, mailJobText, mailJobButton, mailFailingSubject
    case mailFailingText, mailWellSubject, mailWellText, mailSystemButton, mailWhyWork, mailWeekSubject, mailWeekNew
    case mailWeekWaiting, mailWeekGoing, mailWeekSoon, mailTestSubject, mailTestText, mailTestButton, mailPage
    case mailPageLead, mailNoServer, mailNoServerText, mailTestSend, mailTestSent, mailTestRefused, mailTestNoAddress
    case mailNothing, mailNothingText, mailFailed, mailWaiting, mailDone, mailLetter, mailTo, mailWhen, mailWhyNot
    case mailState, mailAgain, mailSent, mailUnwanted, mailNoAddress, mailOver, mailInAnother, mailPreviews
    case mailPreviewsLead, mailPreviewShow, mailPreviewPage, mailNameGiven, mailNameMany, mailNameRunsOut, mailNameBack
    case mailNameElsewhere, mailNameWeek, mailNameList, mailNameJob, mailNameFailing, mailNameWell, mailNameCode
    case mailNameTest, mailNameLeft, mailLeftSubject, mailLeftText, mailLeftFile, mailLeftNoFile, mailLeftHow

    // MARK: How the portal looks
    case theme, themeLead, themeColour, themeColourHint, themeNoColour, themeContrast, themeNearest, themeLogo
    case themeLogoHint, themeLight, themeDark, themePasses, themeFails, themeLogoFile, themeLogoFileHint, themeSlots
    case themeSlotsText, themeHeader, themeFooter, themeSample

    // MARK: Administration
    case overviewWord, allIsWell, rawAnswer, unboundRecords, badgesWait, noSystemsText, lastNews, recordsWord
    case neverWord, syncNow, syncAsked, healthWaiting, healthWorking, healthSlow, healthDown, healthRefused
    case healthWaitingText, healthWorkingText, healthSlowText, healthDownText, healthRefusedText, recordsNotUnderstood
    case directoriesTitle, directoriesCaption, directoryWord, peopleWord, leftWord, groupsWord, peopleSignedIn
    case nobodyFoundText, peopleCaption, designerRole, administratorRole, accountWord, noAddress, closeAccount
    case reopenAccount, closeNamed, reopenNamed, accountClosed, giveRole, takeRole, giveRoleNamed, takeRoleNamed
    case yesWord, pagesOfPeople, mergeTitle, mergeLead, mergeFrom, mergeInto, mergeShow, mergeWhat, cannotUndo
    case mergeDoubles, mergeDoublesText, mergeButton, noneWord, noSuchPerson, accountIsClosed, noSuchRole
    case lastAdministrator, notAdministrator, twoDifferent, signInChanged, issuersWord, issuersLead, issuerNoAddress
    case issuerAnother, issuerAnotherHint, issuerSite, issuerMail, issuerMailHint, addIssuer, cannotSaveYet, keysWord
    case keysLead, keysOf, keyWord, keyInUse, keyRetired, keyFor, makeKeys, makeKeysFor, makeKeysHint, jobsWord
    case jobsLead, nothingFailed, nothingFailedText, jobsFailed, jobsRunning, jobsWaiting, jobWord, againWord, retryJob
    case retryNamed, attemptWord, attemptsWord, soFarWord, startedWord, nextAttempt, lastProblem, jobMail, jobCodeMail
    case jobLog, jobExpiry, jobCleanup, jobImports, jobChecks, jobList, jobAgain, noSuchJob, jobTaken, designersChip
    case administratorsChip, closedChip

    // MARK: Integrations
    case pluginsWord, pluginsLead, pluginWord, pluginOn, pluginOff, pluginOnNext, pluginOffNext, pluginMore
    case pluginMoreHint, pluginFor, pluginSettings, pluginSettingsHint, pluginSetting, pluginValue
    case pluginUnset, pluginRequired, pluginSecret, pluginNoSettings, pluginHealth, pluginLastRun, pluginLastSuccess
    case pluginActivities, pluginNoHealth, pluginSwitchOn, pluginSwitchOff, pluginSwitchHint, pluginSwitched
    case pluginReadOnly, pluginOnlySignIn, pluginBroken, pluginFileBroken, pluginProblems, pluginNotThere, pluginsNone
    case pluginsNoneText, typeCSV, typeDemo, typeOIDC, typeSAML, typePathgather, typeSCIM, typeSMTP, typeYammer

    // MARK: What was changed
    case auditWord, auditLead, whenWord, whatWord, subjectWord, actorWord, detailWord, auditAnything, auditSearch
    case auditSearchHint, auditFrom, auditUntil, auditPeriod, auditFilter, auditNone, auditNoneText, actorRule
    case actorCommand, actorDirectory, auditBadgeCreated, auditBadgeSaved, auditBadgePublished, auditBadgeWithdrawn
    case auditIssuerSaved, auditKeyMade, auditAwardIssued, auditAwardClaimed, auditAwardRevoked, auditAwardSuspended
    case auditAwardResumed, auditVisibility, auditProfileSaved, auditCollectionSaved, auditCollectionRemoved
    case auditListStarted, auditListStopped, auditListUndone, auditSettingSaved, auditPersonCreated, auditRoleGranted
    case auditRoleTaken, auditPersonClosed, auditPersonReopened, auditPersonErased, auditPeopleMerged,
        auditIdentityLinked
    case auditDirectoryUserSaved, auditDirectoryUserRemoved, auditDirectoryGroupSaved, auditDirectoryGroupRemoved
    case auditEmergencyLinkMade, auditEmergencyLinkUsed, auditAddressAdded, auditImportAdded, auditImportRemoved
    case auditJobRetried, auditSignedIn, auditSessionsEnded

    // MARK: What was added later: all over the portal
    case checkABadge, badgesFromElsewhere, onHoldSince, isOnHold, documentWithProof, signedOlder, signOutFailed
    case signOutFailedText, openSettings

    // MARK: Sharing a badge
    case shareIt, shareMoreWays, shareLinkLabel, shareOpen, shareEmptyForm, shareEmbed, shareFrameHint, shareFrameLabel
    case shareSignatureHint, shareSignatureLabel, shareCopy, shareOnlyYou, shareOnlyColleagues, shareOpenFirst
    case shareLetSee, shareName, shareOrganisation, shareIssueDate, shareExpiryDate, shareCredentialID
    case shareCredentialURL, shareProfileTarget, sharePostTarget, shareMailTarget, shareText, sharePagePublic
    case shareSeenByLink, shareSeenByColleagues, shareSeenByYou, shareIfWrong, sharePutOnHold, shareTookBack
    case shareNewer, shareRanOut, shareEarnAgain, shareYouEarned, shareEverything, shareWallet, shareKeep, sharePrivacy
    case shareWhoSees, shareAnyone, shareNotListed, shareColleagues, shareOwner, shareNoEmail, shareLook, shareGenuine

    // MARK: Posting in one's own name
    case postTo, postLead, postText, postTextHint, postAlong, postButton, postBack, postNot, postOver, postSignIn
    case postTooOften, postRefused, postUnavailable, postUnknown, postUnderWay, postDone, postDoneText, postOpen

    // MARK: People, collections and the search
    case peopleChangePage, peopleNothingToShow, peopleNothingToSee, peopleAppear, peopleWillAppear, peopleAbout
    case peopleAboutHint, peopleWhoSees, peopleOwnSetting, peoplePageLead, peopleLookAtIt, peopleTooLong
    case collectionsWord, collectionsHint, collectionNew, collectionNewLead, collectionChange, collectionChangeButton
    case countOfBadges, collectionEmpty, collectionChooseSome, collectionNothingNow, collectionChoose, collectionLink
    case collectionAbout, collectionRemove, collectionNoBadges, collectionHome, collectionHidden, collectionOrder
    case collectionUp, collectionDown, collectionNameIt, collectionNameLong, collectionTooMany, searchFor
    case searchNothing, searchTryPart, collectionNotSaved
    // MARK: Small things on home and on errors
    case addAnother, gotElsewhere, keepBeside, onHoldShort, choosePerson, emergencyOver, whatItMatches, numbersAsTable
    case formsOnly, unknownProvider, formTooLarge, formDamaged, noCollection

    // MARK: Home, the list of badges, and one badge
    case itIsYours, openToShow, hello, noBadgesYet, firstIsReady, readyForYou, youHave, youHaveAndMore, olderBadges
    case claimOne, claimMany, readyToClaim, claimBadge, claimAll, whatItSays, keepGoing, percentDone, oneStep
    case stepsLeft, lookingForNews, refresh, fromSource, nothingYet, arriveByThemselves, stateTakenBack, stateReplaced
    case stateRanOut, stateNotYet, endsToday, endsInDays, couldEarn, allCount, badgesFor, pagesOfBadges
    case nothingPublished, canBeEarned, foundFor, noBadgesAtAll, noMatch, comeBack, tryAnotherWord, showAllBadges
    case yours, searchWord, howToEarn, whatItTakes, inShort, isDraft, isDraftText, noLongerAwarded, holdersKeep, edit
    case showYourBadge, continueTitle, startTitle, finishAll, finishAny, finishSome, asOf, yourProgress, isEnough
    case seeWhy, noLongerAwardedSince
    case doneOn, percentDoneIn, fromTheAward, doesNotRunOutFact, awardedBy, goodFor, holders, nobodyHasIt
    case colleaguesHaveIt, years, monthsTime

    // MARK: Welcome
    case welcomeTitle, welcomeFound, welcomeNothing, welcomeLooking, welcomeLookingText, welcomeBegin, welcomeYours
    case welcomeNameTitle, welcomeName, welcomeOnward, welcomePrivate, welcomePrivateText, welcomeAddress
    case welcomeSendCode, welcomeCodeSent, welcomeCode, welcomeConfirm, welcomeNoAddress, welcomeAdded

    // MARK: Help, privacy, accessibility
    case helpTitle, helpLead, helpGet, helpGetText, helpMissing, helpMissingText, helpSee, helpSeeText, helpShare
    case helpShareText, helpProof, helpProofText, helpElsewhere, helpElsewhereText, helpLeave, helpLeaveText, helpAsk
    case helpAskText, privacyTitle, privacyLead, privacyKept, privacyKeptText, privacySeen, privacySeenText, privacyOut
    case privacyOutText, privacyCookies, privacyCookiesText, privacyLong, privacyLongText, privacyRights
    case privacyRightsText, accessTitle, accessLead, accessWorks, accessWorksText, accessChecked, accessCheckedText
    case accessLimits, accessLimitsText, accessTell, accessTellText

    // MARK: After the job
    case leaverTitle, leaverLead, leaverAddressHint, leaverSent, leaverOpen, leaverOtherAddress, leaverWrongCode
    case leaverHint, leaverAddressText, leaverAddressTaken
    case eraseOwn, eraseAccount, eraseGoes, eraseStays, eraseTick, eraseTickOther, eraseTickMissing, eraseDone
    case eraseDoneText, erasedPerson, eraseWhat, eraseSee, cannotEraseYet

    // MARK: The issuer's page
    case issuersTitle, issuersPageLead, issuersSite, issuersContact, issuersBadges, issuersKeys, issuersKeysText
    case issuersKey, issuersState, issuersInUse, issuersRetired, issuersRules, issuersRuleEarn, issuersRuleBack
    case issuersRulePrivate, issuersPrograms

    // MARK: Finding badges
    case findShow, findAll, findToEarn, findFilters, findTopic, findMoreTopics, findLevel, findLevelNumber, findNoLevel
    case findWhere, findByHand, findOrder, findByName, findNewest, findMostHeld, findClear, findWithout, findNone
    case findTakeOne

    // MARK: Administration: overview, numbers, calls, languages
    case monthsShort, monthYear, percentNumber, millisecondsShort, integrationsNeedYou, refusedSince, refusedAlways
    case downSince, downAlways, answersBadly, triesFailed, harmLearning, harmSignIn, harmMail, harmOther, fixIt
    case fixNamed, lookAt, lookNamed, switchOnNamed, lastDay, switchIntegrations, stripLabel, yearTitle, figureIssued
    case figureSoon, figureShared, figureChecks, figureUp, figureDown, figureSame, chartTitle, chartSentence
    case countIssued, countClaimed, countShared, countChecked, countChecks, monthWord, figuresCounted, setUpTitle
    case setUpLead, setUpSignIn, setUpAdministrator, setUpLearning, setUpMail, setUpBadge, allJobs, jobListNamed
    case timeLeft, jobDone, jobsFailedCount, jobsDoneLast, stopNamed, jobFigures, jobAllFigures, statsWord, statsLead
    case statsLeadOwn, statsNone, statsNoneText, statsFunnel, statsHint, statsByBadge, statsByMonth, statsMore
    case lastMonths, allMonths, callsTitle, callsHint, callsNone, resultWord, tookWord, callRun, callLetter, nextRun
    case atTheLatest, testConnection, testReached, testFailed, stepAddress, stepConnection, stepKey, stepCall
    case stepNotTried, languagesWord, languagesLead, languagesLeadMissing, languageComplete, languageWhole
    case languageParts, languageMissing, languageSamples, languageSee, mergeNow, mergeThen, mergeWaysIn
    case mergeAddressesWord, openAccount

    // MARK: System status
    case statusTitle, statusWell, statusTrouble, statusPages, statusSignIn, statusLearning, statusDirectory, statusMail
    case statusLastGood, statusQuiet

    /// As the catalogues call it.
    var name: String { String(describing: self) }

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
