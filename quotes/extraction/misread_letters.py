"""Letters of a page that was read in the wrong encoding: TomÃ¡s for Tomás, GÃ1⁄4nter for Günter."""

from __future__ import annotations

import unicodedata

_LEADS = "ÃÂÄÅ"
"""What the first of a letter’s two bytes becomes, when each is read as a letter of its own."""
_BYTES = {bytes([code]).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in b"\x81\x8d\x8f\x90\x9d"}
"""Signs that stand for a byte in Windows-1252, where Latin-1 has a control character."""
_FRACTIONS = {"1⁄4": "¼", "1⁄2": "½", "3⁄4": "¾"}
"""Signs that a later clean-up took apart, so that ü, which had become Ã¼, is Ã1⁄4."""

# The second byte of a letter, as a sign behind its lead: Ã¡, and of one misread twice, Ã + a control character + Â¡.
# Where the sign may be a quotation mark (Ó has become Ã“), or Ä and Å are letters of their own, the word must go on;
# a control character behind Ã and a space are what is left of a letter if the word goes on in small letters.
SIGN = (
    r"(?:(?<=Ã|A\u0303)(?:[\x80-\xbf]|[€‚„…†‡‰‹‘“”•–—™›](?=\p{Ll}))"
    r"|(?<=(?:Ã|A\u0303)[\x80-\x9f]) (?=\p{Ll})"
    r"|(?<=(?:Ã|A\u0303)[\x80-\x9f]?(?:Â|A\u0302))[\x80-\xbf]"
    r"|(?<=[ÄÅ]|A[\u0308\u030a])(?![«»])[\x80-\xbf](?=\p{L})"
    r"|(?<=(?:[ÃÂ]|A[\u0302\u0303])[13])⁄(?=[24])"
    r"|(?<=\p{L})\ufffd{1,2}(?=\p{L})"
    r"|\xad(?=\p{L}))"
)
"""A regular expression for a sign that stands for a part of a letter, inside a word: also for one that was lost
altogether (Mu�oz), and for a soft hyphen."""


def reread(word: str) -> str:
    """Return a word with the letters that it should have: FranÃ§ois ▶ François; any other word as it is."""
    word = unicodedata.normalize("NFC", word)
    if "\xad" in word and not any(lead + "\xad" in word for lead in _LEADS):
        word = word.replace("\xad", "")
    for _ in range(2):
        if not any(lead in word for lead in _LEADS):
            break
        again = word
        for apart, sign in _FRACTIONS.items():
            again = again.replace(apart, sign)
        try:
            word = bytes(_BYTES.get(c, ord(c)) for c in again).decode()
        except (UnicodeDecodeError, ValueError):
            # JOÃO: the letters are right
            break
    return word
