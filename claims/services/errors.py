"""Why an act on claims is refused: one class, one code, one sentence, one way out."""

from workbench.core.errors import WorkbenchError, gettext_noop


class ReasoningRequired(WorkbenchError):
    """A verdict came without its reasons."""

    code = "reasoning_required"
    message = gettext_noop("A verdict needs its reasons.")
    hint = gettext_noop("Write at least one sentence that says what you found, and where.")


class UnknownRating(WorkbenchError):
    """A verdict came with a rating that is not on the scale."""

    code = "unknown_rating"
    message = gettext_noop("'{rating}' is not on the scale.")
    hint = gettext_noop("Choose one of the ratings that the form offers.")


class NotAnAddress(WorkbenchError):
    """What was given as an address cannot be opened as a web page."""

    code = "not_an_address"
    message = gettext_noop("'{url}' is not a web address.")
    hint = gettext_noop("Give the whole address, beginning with https://, or paste the text of the article.")


class OutsideTheText(WorkbenchError):
    """A correction names a place that the article's text does not have, or that holds no letter."""

    code = "outside_the_text"
    message = gettext_noop("{start}–{end} is no place with words in a text of {length} characters.")
    hint = gettext_noop("Give where the words begin and end, in characters of the article's text.")


class WordsNotFound(WorkbenchError):
    """Words that a person gave do not stand in the article."""

    code = "words_not_found"
    message = gettext_noop("“{words}” does not stand in the article like this.")
    hint = gettext_noop("Copy the words from the article, one stretch on each line.")


class ContentRequired(WorkbenchError):
    """A correction leaves a claim without a content."""

    code = "content_required"
    message = gettext_noop("A claim needs the words that it claims.")
    hint = gettext_noop("Mark its content, or say that it is no claim.")


class NothingChanged(WorkbenchError):
    """A correction says what is there already."""

    code = "nothing_changed"
    message = gettext_noop("This is how the claim stands already.")
    hint = gettext_noop("Change something before you save.")


class UnknownChoice(WorkbenchError):
    """A correction came with a value that is not offered."""

    code = "unknown_choice"
    message = gettext_noop("'{value}' is not among the values of {field}.")
    hint = gettext_noop("Use one of: {known}.")


class NamedOriginatorRequired(WorkbenchError):
    """An unnamed originator was said to be identified, without saying who it is."""

    code = "named_originator_required"
    message = gettext_noop("An originator without a name cannot be identified.")
    hint = gettext_noop("Set the originator: its name, and what it is.")


class BuiltUpon(WorkbenchError):
    """A correction cannot be taken back because something later rests on it."""

    code = "built_upon"
    message = gettext_noop("Something later rests on this correction.")
    hint = gettext_noop("Take back the later corrections first; a claim with a verdict stays.")


class UndoneAlready(WorkbenchError):
    """A correction was taken back before."""

    code = "undone_already"
    message = gettext_noop("This correction was taken back already.")


class UnknownFactor(WorkbenchError):
    """Points were given to a factor of worth that there is not, or beyond what a factor can count."""

    code = "unknown_factor"
    message = gettext_noop("'{factor}' cannot count {points}.")
    hint = gettext_noop("Give each of the factors that the settings list a number from -1 to 1.")


class DecidedMeanwhile(WorkbenchError):
    """Somebody decided on a link after it was shown."""

    code = "decided_meanwhile"
    status = 409
    message = gettext_noop("Somebody decided on this pair while you looked at it; your decision is not kept.")
    hint = gettext_noop("See how it stands now, and decide again if you think otherwise.")


class DecidedSince(WorkbenchError):
    """A decision on a link cannot be taken back because somebody decided on the pair later."""

    code = "decided_since"
    status = 409
    message = gettext_noop("Somebody decided on this pair after you.")
    hint = gettext_noop("Open one of its claims to see who, and take the later decision back first.")


class NothingToUndo(WorkbenchError):
    """There is no decision that could be taken back."""

    code = "nothing_to_undo"
    message = gettext_noop("There is no decision of yours to take back.")


class SlotOfAgreement(WorkbenchError):
    """A particular was named for a relation that lies in none."""

    code = "slot_of_agreement"
    message = gettext_noop("Claims that stand like this ({relation}) do not differ in one particular.")
    hint = gettext_noop("Leave the slot out, or say that they conflict or that one updates the other.")


class SameStory(WorkbenchError):
    """A story was to be merged with itself, or with one that went into another already."""

    code = "same_story"
    message = gettext_noop("A story can be merged only with another one that stands.")
    hint = gettext_noop("Choose another story.")


class NotPartOfStory(WorkbenchError):
    """A split names no article, all of them, or one that the story does not have."""

    code = "not_part_of_story"
    message = gettext_noop("A split takes some of a story's articles, and leaves some.")
    hint = gettext_noop("Choose at least one article of this story, and leave at least one.")


class TitleRequired(WorkbenchError):
    """A story was to be left without a name."""

    code = "title_required"
    message = gettext_noop("A story needs a name.")
    hint = gettext_noop("Write what the event is, in a few words.")


class StoryChangedSince(WorkbenchError):
    """A change of a story cannot be taken back because a later one rests on it."""

    code = "story_changed_since"
    message = gettext_noop("The story was changed again since.")
    hint = gettext_noop("Take back the later changes first.")


class NotAName(WorkbenchError):
    """A name was given that nothing can be found by."""

    code = "not_a_name"
    message = gettext_noop("“{name}” is no name to read by.")
    hint = gettext_noop("Give at least two letters; the marks | and = cannot stand in a name.")


class NameTaken(WorkbenchError):
    """A name was given that means something else already."""

    code = "name_taken"
    message = gettext_noop("“{name}” already means {meaning}.")
    hint = gettext_noop("Use a longer name, for example with the region that the place lies in.")


class NamedSoAlready(WorkbenchError):
    """A name was given that its bearer has."""

    code = "named_so_already"
    message = gettext_noop("{meaning} is called “{name}” already.")
    hint = gettext_noop("Spaces, hyphens, articles and marks make no difference: nothing needs to be added.")


class WrongContainer(WorkbenchError):
    """A place was put into one that cannot hold it."""

    code = "wrong_container"
    message = gettext_noop("{parent} cannot hold a place of this kind.")
    hint = gettext_noop("Choose something wider: a country holds regions, a region towns, a town quarters.")


class NoNames(WorkbenchError):
    """A place or an actor was added without a name."""

    code = "no_names"
    message = gettext_noop("What is added needs a name.")
    hint = gettext_noop("Give its usual name in English, in Arabic, or in both.")


class OwnVerdict(WorkbenchError):
    """Somebody was to review a verdict of their own."""

    code = "own_verdict"
    message = gettext_noop("Nobody reviews a verdict of their own.")
    hint = gettext_noop("Ask another fact-checker or editor to confirm or dispute it.")


class ReviewedAlready(WorkbenchError):
    """Somebody was to review a verdict a second time."""

    code = "reviewed_already"
    status = 409
    message = gettext_noop("You have reviewed this verdict already.")
    hint = gettext_noop("Take your review back first, if you think otherwise now.")


class DisputeNeedsReason(WorkbenchError):
    """A verdict was disputed without saying why."""

    code = "dispute_needs_reason"
    message = gettext_noop("A dispute needs its reasons.")
    hint = gettext_noop("Write at least one sentence that says what the verdict misses.")


class VerdictOver(WorkbenchError):
    """A verdict was to be reviewed or withdrawn that is not in force any more."""

    code = "verdict_over"
    status = 409
    message = gettext_noop("This verdict is not in force any more.")
    hint = gettext_noop("See what took its place on the claim's page.")


class WithdrawalNeedsReason(WorkbenchError):
    """Something was withdrawn without saying why."""

    code = "withdrawal_needs_reason"
    message = gettext_noop("A withdrawal needs its reason.")
    hint = gettext_noop("Write at least one sentence that says what became known.")


class WithdrawnAlready(WorkbenchError):
    """A report was to be withdrawn that is withdrawn."""

    code = "withdrawn_already"
    status = 409
    message = gettext_noop("This report is marked as withdrawn already.")


class JudgedSince(WorkbenchError):
    """A withdrawal cannot be taken back because there is another verdict now."""

    code = "judged_since"
    status = 409
    message = gettext_noop("There is another verdict on this claim now.")
    hint = gettext_noop("Withdraw that one first, or let it stand.")


class NotDrawn(WorkbenchError):
    """A claim was said to be a random audit that nobody drew."""

    code = "not_drawn"
    message = gettext_noop("This claim was not drawn: it is no random audit.")
    hint = gettext_noop("Draw a claim on the page of random audits, or say why this one was chosen.")


class NothingToDraw(WorkbenchError):
    """There is no claim left that could be drawn."""

    code = "nothing_to_draw"
    message = gettext_noop("There is no accepted claim without a verdict to draw from.")
    hint = gettext_noop("Accept claims first: only what a person accepted is drawn.")


class DrawIsOpen(WorkbenchError):
    """Another claim was to be drawn before the last one is checked."""

    code = "draw_is_open"
    status = 409
    message = gettext_noop("The claim that was drawn last waits for its verdict.")
    hint = gettext_noop(
        "Check it first: who could draw again until they like the claim would not draw at random."
    )


class UnknownCountry(WorkbenchError):
    """A region was given that is no country code."""

    code = "unknown_country"
    message = gettext_noop("'{value}' is no country.")
    hint = gettext_noop("Use a country's two letters (ISO 3166-1), or leave it empty.")
