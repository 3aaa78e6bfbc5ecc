"""English words of the calendar: days, months, periods, and what points before or after them.

A key with its phrases between bars; a phrase that ends in `=` is taken to the letter (`Lexicon` in linking).
The first phrase of a month is the one that dates are written with.
"""

DAYS = {
    0: "today | tonight | this morning | this evening | this afternoon",
    -1: "yesterday | last night",
    1: "tomorrow",
}
WEEKDAYS = {
    0: "monday | mondays",
    1: "tuesday",
    2: "wednesday",
    3: "thursday",
    4: "friday",
    5: "saturday",
    6: "sunday",
}
MONTHS = {
    1: "january= | jan=",
    2: "february= | feb=",
    3: "march=",
    4: "april= | apr=",
    5: "may=",
    6: "june= | jun=",
    7: "july= | jul=",
    8: "august= | aug=",
    9: "september= | sept= | sep=",
    10: "october= | oct=",
    11: "november= | nov=",
    12: "december= | dec=",
}
HIJRI_MONTHS = {
    1: "muharram",
    2: "safar=",
    3: "rabi al-awwal | rabi' al-awwal | rabi al-awal | rabi ul-awwal",
    4: "rabi al-thani | rabi' al-thani | rabi al-akhir | rabi' al-akhir | rabi ath-thani",
    5: "jumada al-awwal | jumada al-ula | jumada al-oula | jumada al-awla",
    6: "jumada al-thani | jumada al-thania | jumada al-akhira | jumada al-akhirah | jumada ath-thani",
    7: "rajab=",
    8: "sha'ban= | shaban= | shaaban=",
    9: "ramadan=",
    10: "shawwal= | shawal=",
    11: "dhu al-qa'da | dhu al-qadah | dhul-qadah | dhu al-qi'dah | dhul-qa'dah | dhu al-qada",
    12: "dhu al-hijja | dhu al-hijjah | dhul-hijja | dhul-hijjah | zulhijjah",
}
PERIODS = {"week": "week", "month": "month=", "year": "year="}
NEXT = "next | coming | following | upcoming"
LAST = "last | past | previous"
THIS = "this | current"
