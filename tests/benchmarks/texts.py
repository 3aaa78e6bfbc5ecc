# ruff: noqa: E501  (prose)
"""An invented article of some 400 words, for timing."""

_PARAGRAPHS = """\
The council of the port town of Marsa Daleel postponed a vote on the new desalination plant on Monday after residents of two districts said that they had not been asked.

Council chair Huda Berri said the vote would be held “no later than the end of next month”. “Nobody is against water,” she told reporters. “But nobody wants to learn from a newspaper where the pipes will run.”

According to the engineering office Tarsus & Nour, the plant would supply 40,000 people and cost 62 million dinars. A source close to the ministry of public works, who asked not to be named, said the real figure was nearer to 75 million. The ministry denied that the estimate had changed.

Residents of the eastern district said at least three wells had turned salty since the spring. “My well is bitter,” said Abdo Laham, a baker. “They tell us it is the season.” The district's health centre said it had recorded 31 cases of kidney complaints in May, against 12 a year earlier, but added that no link with the water had been shown.

The opposition list Open Quay accused the council of hiding a report by the university of Sour from last year. The report, seen by this newspaper, found that the intake would lie less than 400 metres from the outlet of the fish cannery. The cannery rejected the finding. Its director, Samir Wazzan, said the outlet was moved in 2024 and that “every litre is treated”.

Berri confirmed that the council had received the report but said it had been “one opinion among several”. She promised to publish all of them before the vote.

Two bidders remain: a consortium led by Tarsus & Nour and a company from the capital. The ministry said it expected a decision within six weeks of the vote. The finance committee warned that each month of delay would cost 300,000 dinars in penalties.

Fishermen blocked the quay for an hour on Sunday. Their spokesman, Jalal Hamade, said about 60 boats took part; the harbour police put the number at 25. Hamade called for the intake to be moved north of the lighthouse and vowed to return every Sunday until the plans are changed.

The regional governor, Nadim Kassir, urged both sides to meet. A meeting was held on Saturday in the governor's office and ended without agreement, according to two people who attended it.
"""

PASTED_ARTICLE = {
    "way": "paste",
    "outlet": "Daleel Courier",
    "title": "Vote on desalination plant postponed",
    "published_on": "2026-06-09",
    "text": _PARAGRAPHS,
}
