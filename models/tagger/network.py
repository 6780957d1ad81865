"""The network in PyTorch: a BERT encoder and one linear layer whose columns are the heads (`heads.Layout`).

Needed to train and to run on a GPU (the `train` extra); reading with the shipped model needs none of it. Registered
with the Auto classes of `transformers` on import, so `AutoModel.from_pretrained(folder)` gives a `TaggerNetwork`.
"""

import torch
from torch import Tensor, nn
from transformers import AutoConfig, AutoModel, BertConfig, BertModel, PreTrainedModel

from models.tagger.heads import ATTRIBUTES, KINDS, LAYERS, LENGTHS, TAGS, Layout


class TaggerConfig(BertConfig):  # type: ignore[misc] # transformers has no types
    """A BERT configuration with the tagger's own values: size of the pairing space, calibration, threshold."""

    model_type = "foresaid-tagger"

    def __init__(
        self,
        pairing_size: int = 96,
        score_scale: float = 1.0,
        score_bias: float = 0.0,
        min_score: float = 0.4,
        **bert: object,
    ) -> None:
        super().__init__(**bert)
        self.pairing_size = pairing_size
        self.score_scale = score_scale
        self.score_bias = score_bias
        self.min_score = min_score

    @property
    def layout(self) -> Layout:
        return Layout(self.pairing_size)


class TaggerNetwork(PreTrainedModel):  # type: ignore[misc]
    """Rows (batch, tokens, layout.width) for token ids and an attention mask, both (batch, tokens)."""

    config_class = TaggerConfig
    base_model_prefix = "bert"
    _tied_weights_keys = None

    def __init__(self, config: TaggerConfig) -> None:
        super().__init__(config)
        self.bert = BertModel(config, add_pooling_layer=False)
        self.dropout = nn.Dropout(config.hidden_dropout_prob)
        self.heads = nn.Linear(config.hidden_size, config.layout.width)
        self.lengths = nn.Embedding(LENGTHS, KINDS)
        self.post_init()

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Float32 whatever the encoder's precision: spans are summed over many tokens."""
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        rows: Tensor = self.heads(self.dropout(hidden).float())
        return rows


def pair_logits(rows: Tensor, lengths: Tensor, layout: Layout) -> Tensor:
    """`heads.pair_logits` for a batch of sentences: rows (s, n, width) to (s, kinds, n, n), with gradients."""
    sentences, n, _ = rows.shape
    first = rows[..., layout.first].view(sentences, n, KINDS, layout.size).transpose(1, 2)
    last = rows[..., layout.last].view(sentences, n, KINDS, layout.size).transpose(1, 2)
    inside, begin, end = rows[..., layout.edges].view(sentences, n, KINDS, 3).permute(3, 0, 2, 1)
    run = nn.functional.pad(inside.cumsum(-1), (1, 0))
    distance = torch.arange(n)[None, :] - torch.arange(n)[:, None]
    mean = (run[:, :, None, 1:] - run[:, :, :-1, None]) / (distance + 1).clamp(min=1)
    pairing = first @ last.transpose(-1, -2) / layout.size**0.5
    length = lengths[distance.clamp(0, LENGTHS - 1)].permute(2, 0, 1)
    return pairing + begin[..., :, None] + end[..., None, :] + mean + length


def span_attributes(rows: Tensor, layout: Layout, first: Tensor, last: Tensor) -> Tensor:
    """`heads.attributes` for many spans of one sentence: rows (n, width), indices (k,) to (k, ATTRIBUTES)."""
    seen = rows[:, layout.attributes].view(len(rows), 3, ATTRIBUTES)
    run = nn.functional.pad(seen[:, 2].cumsum(0), (0, 0, 1, 0))
    return seen[first, 0] + seen[last, 1] + (run[last + 1] - run[first]) / (last - first + 1)[:, None]


def layer_logits(rows: Tensor, layout: Layout) -> Tensor:
    """Tag scores (s, layers, tags, n) of the mark layers, as cross-entropy wants them."""
    sentences, n, _ = rows.shape
    return rows[..., layout.layers].view(sentences, n, len(LAYERS), TAGS).permute(0, 2, 3, 1)


AutoConfig.register(TaggerConfig.model_type, TaggerConfig)
AutoModel.register(TaggerConfig, TaggerNetwork)
