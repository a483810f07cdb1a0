"""The characters that the rules of this stage speak of, as regular-expression classes and sets."""

HAN = "㐀-鿿豈-﫿"
# what str.strip() takes, and the invisible marks that pages carry
SPACE = r"\s\ufeff\u200b-\u200f\u202a-\u202e\u2060"
LINE_BREAK = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
TERMINATORS = "。！？!?…｡"
CLOSERS = "”’〞″」』》〉）)〕］]】\"'"
PAIRS = {
    "“": "”〞″",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "（": "）)",
    "(": ")）",
    "〔": "〕",
    "［": "］",
    "[": "]",
    "【": "】",
}
CLAUSE_MARKS = "，,；;：:" + TERMINATORS
DIGITS = "0-9０-９"
NUMERAL = "一二三四五六七八九十百"
