"""The tagger as a torch module: the encoder's layers, and the heads that label, link and judge."""

import copy
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from claims.nlp.tagger.labels import LABELS, LEVELS, allowed_steps
from claims.nlp.tagger.nearness import FACTS
from claims.nlp.tagger.pieces import MARKS
from claims.nlp.types import Modality
from claims.training.encoder.network import Encoder, Layer

DEFINITIONS = ("broad", "claims")
"""What counts as an attribution: PolNeAR's (attitudes and intentions too), or the product's claim."""

MODALITIES = tuple(Modality)
LINKED = ("content", "source")
"""Roles that look for a cue."""

LINK_SIZE = 96
_HIDDEN_LINK = 128
_FAR_BELOW = -1e4


@dataclass(slots=True)
class Readout:
    """What the network says of a batch: label scores, shape (batch, length, 2, 7), and link vectors."""

    scores: Tensor
    vectors: Tensor


class Tagger(nn.Module):
    """The shared encoder's words, its layers in two parts, and what reads out who says what."""

    def __init__(
        self, encoder: Encoder, *, trunk_layers: int, layers: int = 12, dropout: float = 0.1
    ) -> None:
        super().__init__()
        hidden = encoder.words.embedding_dim
        self.words, self.positions, self.norm = encoder.words, encoder.positions, encoder.norm
        self.trunk = nn.ModuleList(copy.deepcopy(layer) for layer in encoder.layers[:trunk_layers])
        self.branch = nn.ModuleList(copy.deepcopy(layer) for layer in encoder.layers[trunk_layers:layers])
        self.marks = nn.Embedding(MARKS, hidden)
        self.definitions = nn.Embedding(len(DEFINITIONS), hidden)
        nn.init.zeros_(self.marks.weight)
        nn.init.zeros_(self.definitions.weight)
        self.dropout = nn.Dropout(dropout)
        self.label = nn.Linear(hidden, LEVELS * len(LABELS))
        self.link = nn.Linear(hidden, LINK_SIZE)
        self.steps = nn.Parameter(torch.zeros(LEVELS, len(LABELS), len(LABELS)))
        self.pairs = nn.ModuleDict({role: _scorer(4 * LINK_SIZE + FACTS, 1) for role in LINKED})
        self.modality = _scorer(4 * LINK_SIZE, len(MODALITIES))
        self.register_buffer("allowed", torch.from_numpy(allowed_steps()), persistent=False)

    def lower(self, pieces: Tensor, present: Tensor) -> Tensor:
        """Return the trunk's states, shape (batch, length, hidden)."""
        states = self.norm(self.words(pieces) + self.positions.weight[: pieces.shape[1]])
        return _through(self.trunk, states, present)

    def upper(self, states: Tensor, present: Tensor, marks: Tensor, definitions: Tensor) -> Readout:
        """Return what the branch reads in the trunk's `states`."""
        states = states + self.marks(marks) + self.definitions(definitions)[:, None, :]
        states = self.dropout(_through(self.branch, states, present))
        scores = self.label(states).view(*states.shape[:2], LEVELS, len(LABELS))
        return Readout(scores.float(), self.link(states).float())

    def transitions(self) -> Tensor:
        """Return what a step from label to label adds, a level: shape (2, 7, 7)."""
        return self.steps + self.allowed

    def pair_scores(self, role: str, vectors: Tensor, ends: Tensor, facts: Tensor) -> Tensor:
        """Return the logit that each pair belongs together; `ends` are row and four places, shape (n, 5)."""
        at = [vectors[ends[:, 0], ends[:, k]] for k in range(1, 5)]
        return self.pairs[role](torch.cat([*at, facts], dim=1))[:, 0]

    def modality_scores(self, vectors: Tensor, ends: Tensor) -> Tensor:
        """Return logits over `MODALITIES` of each content with its cue."""
        at = [vectors[ends[:, 0], ends[:, k]] for k in range(1, 5)]
        return self.modality(torch.cat(at, dim=1))


def _scorer(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(inputs, _HIDDEN_LINK), nn.GELU(), nn.Dropout(0.1), nn.Linear(_HIDDEN_LINK, outputs)
    )


def _through(layers: nn.ModuleList, states: Tensor, present: Tensor) -> Tensor:
    mask = ((1 - present) * _FAR_BELOW).to(states.dtype)[:, None, None, :]
    for layer in layers:
        states = _layer(layer, states, mask)
    return states


def _layer(layer: Layer, states: Tensor, mask: Tensor) -> Tensor:
    """Return the states after `layer`, by the fused attention, which needs less memory than the plain one."""
    batch, length, hidden = states.shape
    projected = layer.attention_in(states).view(batch, length, 3, layer.heads, hidden // layer.heads)
    query, key, value = projected.permute(2, 0, 3, 1, 4)
    attended = nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    attended = attended.transpose(1, 2).reshape(batch, length, hidden)
    states = layer.attention_norm(states + layer.attention_out(attended))
    inner = nn.functional.gelu(layer.inner_in(states))
    return layer.inner_norm(states + layer.inner_out(inner))


def sequence_loss(scores: Tensor, labels: Tensor, present: Tensor, steps: Tensor) -> Tensor:
    """Return the negative log-likelihood of each labelling under a linear-chain CRF, shape (batch,).

    Lafferty, McCallum, Pereira (2001). The sum over all labellings is a product of matrices, taken
    two by two, so that a window of 512 pieces needs nine products instead of 511.
    """
    present = present.bool()
    own = scores.gather(2, labels[..., None])[..., 0] * present
    taken = steps[labels[:, :-1], labels[:, 1:]] * present[:, 1:]
    return _log_total(scores, present, steps) - own.sum(1) - taken.sum(1)


def _log_total(scores: Tensor, present: Tensor, steps: Tensor) -> Tensor:
    size = scores.shape[-1]
    idle = torch.full((size, size), _FAR_BELOW, device=scores.device)
    idle.fill_diagonal_(0.0)
    moves = steps + scores[:, 1:, None, :]
    moves = torch.where(present[:, 1:, None, None], moves, idle)
    while moves.shape[1] > 1:
        if moves.shape[1] % 2:
            moves = torch.cat([moves, idle.expand(len(moves), 1, size, size)], dim=1)
        moves = torch.logsumexp(moves[:, 0::2, :, :, None] + moves[:, 1::2, None, :, :], dim=3)
    return torch.logsumexp(scores[:, 0, :, None] + moves[:, 0], dim=(1, 2))
