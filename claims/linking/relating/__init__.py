"""The relation network at work: what two claims are to each other, as a trained network sees it."""
