"""The relation network: what two claims are to each other, learnt offline."""
