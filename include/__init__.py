"""Jianghua (讲话): speeches of Chinese local governments, turned into indicators that can be quoted."""
