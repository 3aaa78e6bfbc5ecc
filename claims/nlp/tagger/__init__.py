"""The tagger: who says what, as a trained network sees it, in any language that it can spell."""
