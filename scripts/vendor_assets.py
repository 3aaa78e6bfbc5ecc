"""Fetch the pinned font files from npm and record their hashes. Developers run it; users never do.

`python scripts/vendor_assets.py` packs each package with npm, takes the named files out of it, writes them
to `workbench/static/vendor/<package>/` and rewrites `vendor.lock.json`, which a test compares with the files.
"""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "workbench" / "static" / "vendor"
LOCK = VENDOR / "vendor.lock.json"

WANTED = {
    "@fontsource/ibm-plex-sans@5.3.0": [
        "LICENSE",
        "files/ibm-plex-sans-latin-400-normal.woff2",
        "files/ibm-plex-sans-latin-600-normal.woff2",
    ],
    "@fontsource/ibm-plex-sans-arabic@5.3.0": [
        "LICENSE",
        "files/ibm-plex-sans-arabic-arabic-400-normal.woff2",
        "files/ibm-plex-sans-arabic-arabic-600-normal.woff2",
    ],
    "@fontsource-variable/source-serif-4@5.3.0": [
        "LICENSE",
        "files/source-serif-4-latin-wght-normal.woff2",
    ],
    "@fontsource-variable/noto-naskh-arabic@5.3.0": [
        "LICENSE",
        "files/noto-naskh-arabic-arabic-wght-normal.woff2",
        "files/noto-naskh-arabic-latin-wght-normal.woff2",
    ],
}


def packed_files(spec: str, names: list[str]) -> dict[str, bytes]:
    """Return the named files of one npm package version."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", spec]
        packed = subprocess.run(
            command, cwd=folder, check=True, capture_output=True, text=True
        ).stdout.split()
        with tarfile.open(Path(folder) / packed[-1]) as archive:
            members = {name: archive.extractfile(f"package/{name}") for name in names}
            return {name: member.read() for name, member in members.items() if member is not None}


def main() -> None:
    """Write the wanted files and their lock."""
    lock = {}
    for spec, names in WANTED.items():
        package = spec.rsplit("@", 1)[0].rpartition("/")[2]
        for name, content in packed_files(spec, names).items():
            target = VENDOR / package / Path(name).name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            digest = hashlib.sha384(content).hexdigest()
            lock[str(target.relative_to(VENDOR))] = {"package": spec, "sha384": digest}
    LOCK.write_text(json.dumps(lock, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(lock)} files written below {VENDOR}")


if __name__ == "__main__":
    main()
