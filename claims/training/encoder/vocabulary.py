"""Which word pieces the encoder keeps, and its tokenizer as a file of the `tokenizers` library."""

import unicodedata
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from claims.training.encoder.packed import PackedEncoder

SCRIPTS = ("LATIN", "ARABIC")
"""The scripts of the languages the workbench reads; they keep 129,762 of 250,002 pieces."""

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
"""Start, padding, end and unknown: the first four pieces of the published file, in this order."""

_WORD_START = "▁"
_FIRST_IDEOGRAPH = 0x3000
_ARABIC_FORMS = range(0xFB50, 0xFEFF)


def kept_pieces(pieces: list[str]) -> list[int]:
    """Return the ids of the special pieces and of those spelled in the kept scripts, marks and digits."""
    special = len(SPECIAL)
    return [i for i, piece in enumerate(pieces) if i < special or all(map(_is_kept, piece))]


def build_tokenizer(packed: PackedEncoder, kept: list[int]) -> Tokenizer:
    """Return the published tokenizer over the `kept` pieces, numbered in their order."""
    pieces = [(packed.pieces[i], float(packed.scores[i])) for i in kept]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=packed.sizes.unknown, byte_fallback=False))
    tokenizer.normalizer = _normalizer(packed.character_map)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_WORD_START, prepend_scheme="always")
    tokenizer.add_special_tokens([AddedToken(name, normalized=False) for name in SPECIAL])
    start, end = SPECIAL[0], SPECIAL[2]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=f"{start} $A {end} {end} $B {end}",
        special_tokens=[(start, packed.sizes.start), (end, packed.sizes.end)],
    )
    tokenizer.enable_truncation(packed.sizes.positions)
    return tokenizer


def save_tokenizer(packed: PackedEncoder, kept: list[int], path: Path) -> Tokenizer:
    """Write the tokenizer to `path`, compactly, for `tokenizers.Tokenizer.from_file`."""
    tokenizer = build_tokenizer(packed, kept)
    tokenizer.save(str(path), pretty=False)
    return tokenizer


def _is_kept(character: str) -> bool:
    code = ord(character)
    if code >= _FIRST_IDEOGRAPH and code not in _ARABIC_FORMS:
        return False
    return not character.isalpha() or unicodedata.name(character, "").startswith(SCRIPTS)


def _normalizer(character_map: dict[str, str]) -> normalizers.Normalizer:
    """Return NFKC plus the few characters that the published map treats otherwise (controls, wide spaces)."""
    special = {c: to for c, to in character_map.items() if unicodedata.normalize("NFKC", c) != to}
    if set(special.values()) - {"", " "}:
        raise ValueError("The published character map rewrites letters; removals and spaces are expected.")
    dropped = "".join(f"\\x{{{ord(c):x}}}" for c, to in special.items() if not to)
    spaces = "".join(f"\\x{{{ord(c):x}}}" for c, to in special.items() if to)
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(f"[{dropped}]"), ""),
            normalizers.Replace(Regex(f"[{spaces}]"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(),
        ]
    )
