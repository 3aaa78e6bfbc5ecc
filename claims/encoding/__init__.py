"""What all networks stand on: model folders, word pieces and their vectors, sessions of the runtime."""
