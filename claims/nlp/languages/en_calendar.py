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
PERIODS = {"week": "week", "month": "month=", "year": "year="}
NEXT = "next | coming | following | upcoming"
LAST = "last | past | previous"
THIS = "this | current"
