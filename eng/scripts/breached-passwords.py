#!/usr/bin/env python3
"""Writes the small breached-password list that ships with Streamix.

Usage: breached-passwords.py FREQUENCIES > services/auth/Streamix.Auth.Contracts/Credentials/Breached/common.txt

FREQUENCIES is data/passwords.txt of github.com/dropbox/zxcvbn (MIT licence, see NOTICE.txt beside the list): "password count" per line,
most frequent first. Only what our length rule would let through is kept, together with what guessing programs make of the
most frequent short ones. The output has the form of the downloads of Have I Been Pwned: "SHA1:count", sorted.
"""
import hashlib
import sys

SHORTEST = 10
BASES = 450
ENDINGS = ["123", "1234", "12345", "123456", "!", "123!", "2024", "2025", "2026"]


def variants(word):
    yield word + word
    for form in (word, word.capitalize()):
        for ending in ENDINGS:
            yield form + ending


def main(path):
    with open(path, encoding="utf-8") as lines:
        found = [(word, int(count)) for word, count in (line.split() for line in lines if len(line.split()) == 2)]
    kept = {word: count for word, count in found if len(word) >= SHORTEST}
    for word, _ in found[:BASES]:
        for variant in variants(word):
            if len(variant) >= SHORTEST:
                kept.setdefault(variant, 1)
    for line in sorted(f"{hashlib.sha1(word.encode()).hexdigest().upper()}:{count}" for word, count in kept.items()):
        print(line)


main(sys.argv[1])
