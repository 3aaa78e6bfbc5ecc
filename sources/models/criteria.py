"""The criteria of process, in our own words: nine with weights, and the eighteen clauses of JTI."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Criterion(models.TextChoices):
    """What a source is held to in how it works; the first nine have weights (`reliability.practices`)."""

    NO_FALSE_CONTENT = "no_false_content", _("Does not keep publishing what is plainly false")
    RESPONSIBLE_GATHERING = "responsible_gathering", _("Gathers and presents what it reports with care")
    CORRECTS_ERRORS = "corrects_errors", _("Corrects its errors openly and in good time")
    NEWS_AND_OPINION = "news_and_opinion", _("Keeps reports and opinions apart")
    HONEST_HEADLINES = "honest_headlines", _("Headlines promise no more than the text holds")
    DISCLOSES_OWNER = "discloses_owner", _("Says who owns and pays for it")
    LABELS_ADVERTISING = "labels_advertising", _("Marks advertising as such")
    NAMES_THOSE_IN_CHARGE = "names_those_in_charge", _("Says who is in charge, and what interests they have")
    NAMES_AUTHORS = "names_authors", _("Names its authors, with a way to reach them or who they are")

    JTI_01 = "jti_01", _("Says who it is: name, founding, where it publishes")
    JTI_02 = "jti_02", _("States what it is for")
    JTI_03 = "jti_03", _("As a public broadcaster: says what keeps it independent of the state")
    JTI_04 = "jti_04", _("Says what kind of ownership it has")
    JTI_05 = "jti_05", _("Names its owners")
    JTI_06 = "jti_06", _("Names its managers and where they sit")
    JTI_07 = "jti_07", _("Can be reached: the newsroom gives its contacts")
    JTI_08 = "jti_08", _("Says where its money comes from and what it collects about readers")
    JTI_09 = "jti_09", _("Has editorial principles, published and followed")
    JTI_10 = "jti_10", _("Has a process for accuracy, before and after publication")
    JTI_11 = "jti_11", _("Answers for what the public contributes")
    JTI_12 = "jti_12", _("Has rules for sources: naming, checking, protecting them")
    JTI_13 = "jti_13", _("Declares ties and conflicts of interest")
    JTI_14 = "jti_14", _("Holds itself to account inside: somebody watches over the principles")
    JTI_15 = "jti_15", _("Takes complaints, and belongs to a body that hears them")
    JTI_16 = "jti_16", _("Works by professional standards, and says where machines decide")
    JTI_17 = "jti_17", _("Trains those who work for it")
    JTI_18 = "jti_18", _("Publishes how it judges itself by these clauses")


IDENTITY = tuple(value for value in Criterion.values if "jti_01" <= value <= "jti_08")
"""Section A of JTI: identity and transparency."""
PROFESSION = tuple(value for value in Criterion.values if "jti_09" <= value <= "jti_18")
"""Section B of JTI: professionalism and accountability."""
