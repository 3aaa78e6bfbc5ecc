"""The sentence encoder's workshop: from published weights to the artefact in the repository."""
