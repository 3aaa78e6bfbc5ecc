"""The relation network as a torch module: both texts in one sequence, read in both directions at once."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from claims.linking.relating.labels import INFERENCES, KINSHIPS, SLOTS
from claims.training.encoder.network import Encoder, Layer

HEAD_SIZE = 256

_FAR_BELOW = -1e4
_START_ASIDE = -2.0
"""How much less the lower layers look at the other text before training: they have only ever seen one."""


@dataclass(slots=True)
class Logits:
    """What the network says of a batch: `forward` is of the first text towards the second."""

    forward: Tensor
    backward: Tensor
    kinship: Tensor
    slot: Tensor


class Relater(nn.Module):
    """The lower layers of the encoder over two texts, each with positions of its own.

    A bias of each head says how much more or less it looks at the other text than at its own. Nothing else
    tells the two apart, so that swapping them swaps the two directions and leaves the rest as it is: the
    pair is read both ways in one pass.
    """

    def __init__(self, encoder: Encoder, layers: int) -> None:
        super().__init__()
        self.words = encoder.words
        self.words.requires_grad_(requires_grad=False)
        self.positions = encoder.positions
        self.norm = encoder.norm
        self.layers = nn.ModuleList(encoder.layers[:layers])
        hidden, heads = self.words.embedding_dim, encoder.layers[0].heads
        start = torch.zeros(layers, heads)
        start[: layers // 2] = _START_ASIDE
        self.aside = nn.Parameter(start)
        self.inference = _head(6 * hidden, len(INFERENCES))
        self.symmetric = _head(5 * hidden, len(KINSHIPS) + len(SLOTS))

    def forward(self, pieces: Tensor, places: Tensor, sides: Tensor) -> Logits:
        """Return the logits of pairs; `sides` is 0 for the first text, 1 for the second, -1 for padding."""
        states = self.norm(self.words(pieces) + self.positions(places))
        present = sides >= 0
        hidden = torch.where(present[:, None, None, :], 0.0, _FAR_BELOW)
        across = (sides[:, :, None] != sides[:, None, :])[:, None].to(states.dtype)
        for layer, aside in zip(self.layers, self.aside, strict=True):
            states = _attend(layer, states, hidden + across * aside[None, :, None, None])
        return self._read(states, sides)

    def _read(self, states: Tensor, sides: Tensor) -> Logits:
        first, second = (_mean(states, sides == side) for side in (0, 1))
        apart, product = (first - second).abs(), first * second
        starts = states[:, 0], _first_of(states, sides == 1)
        forward = self.inference(torch.cat([first, second, *starts, apart, product], dim=-1))
        backward = self.inference(torch.cat([second, first, *starts[::-1], apart, product], dim=-1))
        started = (starts[0] - starts[1]).abs(), starts[0] + starts[1]
        both = self.symmetric(torch.cat([first + second, *started, apart, product], dim=-1))
        return Logits(forward, backward, *both.split([len(KINSHIPS), len(SLOTS)], dim=-1))


def _head(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Dropout(0.1), nn.Linear(inputs, HEAD_SIZE), nn.GELU(), nn.Linear(HEAD_SIZE, outputs)
    )


def _attend(layer: Layer, states: Tensor, bias: Tensor) -> Tensor:
    batch, length, hidden = states.shape
    projected = layer.attention_in(states).view(batch, length, 3, layer.heads, hidden // layer.heads)
    query, key, value = projected.permute(2, 0, 3, 1, 4)
    attended = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
    attended = attended.transpose(1, 2).reshape(batch, length, hidden)
    states = layer.attention_norm(states + layer.attention_out(attended))
    inner = functional.gelu(layer.inner_in(states))
    return layer.inner_norm(states + layer.inner_out(inner))


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    weight = chosen[..., None].to(states.dtype)
    return (states * weight).sum(1) / weight.sum(1).clamp_min(1)


def _first_of(states: Tensor, chosen: Tensor) -> Tensor:
    return states[torch.arange(len(states)), chosen.int().argmax(dim=1)]
