"""Copies by datasketch: MinHash of character 5-grams, LSH at 0.5; candidates checked by the Jaccard of their 5-grams.

Usage: python find-copies.py TEXTS CANDIDATES PAIRS
TEXTS has a text a line as a JSON string. Prints what was measured as JSON; CANDIDATES and PAIRS get the two numbers of a
pair a line, before and after the check. Texts and 5-grams are not counted as memory of the index.
"""

import gc
import json
import os
import subprocess
import sys
import time

from datasketch import MinHash, MinHashLSH

THRESHOLD = 0.5
PERMUTATIONS = 128
SIZE = 5


def resident():
    """Bytes of this process that are in memory."""
    gc.collect()
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return int(subprocess.check_output(["ps", "-o", "rss=", "-p", str(os.getpid())])) * 1024


def shingles(text):
    lower = text.lower()
    return {lower[at : at + SIZE] for at in range(max(1, len(lower) - SIZE + 1))}


def main():
    texts_path, candidates_path, pairs_path = sys.argv[1:]
    with open(texts_path, encoding="utf-8") as file:
        texts = [json.loads(line) for line in file]
    candidates, pairs = [], []
    before = resident()
    # As in MinHash.generator: the permutations are made once and shared.
    empty = MinHash(num_perm=PERMUTATIONS)
    lsh = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    minhashes = []
    checking = 0.0
    begin = time.perf_counter()
    for number, text in enumerate(texts):
        own = shingles(text)
        minhash = empty.copy()
        minhash.update_batch([gram.encode("utf-8") for gram in own])
        found = lsh.query(minhash)
        lsh.insert(number, minhash, check_duplication=False)
        minhashes.append(minhash)
        if found:
            check = time.perf_counter()
            for other in found:
                candidates.append((other, number))
                others = shingles(texts[other])
                common = len(own & others)
                if common >= THRESHOLD * (len(own) + len(others) - common):
                    pairs.append((other, number))
            checking += time.perf_counter() - check
    seconds = time.perf_counter() - begin
    after = resident()
    for path, found in ((candidates_path, candidates), (pairs_path, pairs)):
        with open(path, "w", encoding="ascii") as file:
            file.write("\n".join(f"{a} {b}" for a, b in found))
    print(json.dumps({"seconds": seconds, "checking": checking, "held": after - before, "bands": [lsh.b, lsh.r]}))


main()
