"""Reading: bytes, pages and pasted words become one immutable article text with its particulars."""
