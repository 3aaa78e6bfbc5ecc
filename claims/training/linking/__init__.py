"""What decides on links, fitted to stories whose links are known."""
