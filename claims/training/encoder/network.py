"""The encoder as a torch module, ready to be exported or trained further."""

from collections.abc import Iterator

import torch
from torch import Tensor, nn
from torch.nn import functional

from claims.training.encoder.packed import PackedEncoder, Sizes

_FAR_BELOW = -1e4
"""Added to the attention scores of padding: their weight is then zero, also in half precision."""


class Layer(nn.Module):
    """One transformer layer; query, key and value share one matrix, so that one product gives all three."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.heads
        self.attention_in = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.attention_out = nn.Linear(sizes.hidden, sizes.hidden)
        self.attention_norm = nn.LayerNorm(sizes.hidden, eps=sizes.epsilon)
        self.inner_in = nn.Linear(sizes.hidden, sizes.inner)
        self.inner_out = nn.Linear(sizes.inner, sizes.hidden)
        self.inner_norm = nn.LayerNorm(sizes.hidden, eps=sizes.epsilon)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return the states after this layer, shape (batch, length, hidden)."""
        batch, length, hidden = states.shape
        projected = self.attention_in(states).view(batch, length, 3, self.heads, hidden // self.heads)
        query, key, value = projected.permute(2, 0, 3, 1, 4)
        weights = query @ key.transpose(-1, -2) / (hidden // self.heads) ** 0.5 + mask
        attended = (weights.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, hidden)
        states = self.attention_norm(states + self.attention_out(attended))
        inner = functional.gelu(self.inner_in(states))
        return self.inner_norm(states + self.inner_out(inner))


class Encoder(nn.Module):
    """Word pieces in, one state a piece out."""

    def __init__(self, sizes: Sizes, vocabulary: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, sizes.hidden)
        self.positions = nn.Embedding(sizes.positions, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden, eps=sizes.epsilon)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))

    def forward(self, pieces: Tensor, present: Tensor) -> Tensor:
        """Return the last states; `present` is 1 for a piece and 0 for padding."""
        states = self.norm(self.words(pieces) + self.positions.weight[: pieces.shape[1]])
        mask = ((1 - present) * _FAR_BELOW).to(states.dtype)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states


class SentenceVectors(nn.Module):
    """The encoder with mean pooling and unit length on top: one vector a sentence."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, present: Tensor) -> Tensor:
        """Return unit vectors, shape (batch, hidden)."""
        states = self.encoder(pieces, present)
        weight = present[..., None].to(states.dtype)
        return functional.normalize((states * weight).sum(1) / weight.sum(1), dim=-1)


def load_encoder(packed: PackedEncoder, kept: list[int]) -> Encoder:
    """Return the published network over the `kept` word pieces, in evaluation mode."""
    encoder = Encoder(packed.sizes, len(kept))
    with torch.no_grad():
        for parameter, values in _weights(encoder, packed, kept):
            parameter.copy_(values.reshape(parameter.shape))
    return encoder.eval()


def _weights(
    encoder: Encoder, packed: PackedEncoder, kept: list[int]
) -> Iterator[tuple[nn.Parameter, Tensor]]:
    def read(name: str) -> Tensor:
        return torch.from_numpy(packed.dense(name))

    hidden = packed.sizes.hidden
    yield encoder.words.weight, torch.from_numpy(packed.words.rows(kept).dense())
    # Every text is of segment 0, so its vector is added to the positions once and for all.
    yield encoder.positions.weight, read("emb.pos").reshape(-1, hidden) + read("emb.type")[:hidden]
    yield encoder.norm.weight, read("emb.ln.w")
    yield encoder.norm.bias, read("emb.ln.b")
    for number, layer in enumerate(encoder.layers):
        for kind, suffix in (("weight", "w"), ("bias", "b")):
            projections = [read(f"l{number}.{part}.{suffix}") for part in "qkv"]
            yield getattr(layer.attention_in, kind), torch.cat(projections)
            for module, part in (
                (layer.attention_out, "ao"),
                (layer.attention_norm, "aln"),
                (layer.inner_in, "fi"),
                (layer.inner_out, "fo"),
                (layer.inner_norm, "oln"),
            ):
                yield getattr(module, kind), read(f"l{number}.{part}.{suffix}")
