"""A generative `transformers` model in this process, its decoding held to the schema of an answer (llguidance).

At each step the tokens that cannot go on to a valid answer are masked; what comes out is JSON of the schema, or was cut
off by the limits of length and time. The GPU is used where there is one. Greedy: the same article, the same answer.
"""

import json
from typing import Any

import numpy as np

from models.backends import answers
from models.backends.extras import needed
from models.backends.generative import Reply
from models.backends.weights import named, revision_of, unusable
from schemas import Settings
from schemas.errors import ModelError

EXTRA = "generative"


class Constraint:
    """A logits processor for one sequence: keeps decoding inside a grammar. Begins behind the prompt."""

    def __init__(self, matcher: Any, prompt_tokens: int) -> None:
        self._matcher = matcher
        self._seen = prompt_tokens

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        """Scores (1, vocabulary) with minus infinity where the grammar does not go on."""
        torch = needed("torch", EXTRA)
        for token in input_ids[0, self._seen :].tolist():
            self._matcher.consume_token(token)
        self._seen = input_ids.shape[1]
        bits = np.unpackbits(np.frombuffer(self._matcher.compute_bitmask(), np.uint8), bitorder="little")
        allowed = torch.zeros(scores.shape[1], dtype=torch.bool)
        allowed[: len(bits)] = torch.from_numpy(bits[: scores.shape[1]].astype(bool))
        return scores.masked_fill(~allowed.to(scores.device), float("-inf"))


class CausalModel:
    """A generator over a loaded model and its fast tokenizer."""

    def __init__(self, model: Any, tokenizer: Any, settings: Settings, revision: str) -> None:
        self.name = f"causal:{settings.model_name.rpartition('/')[2]}"
        self.revision = revision
        self._torch = needed("torch", EXTRA)
        self._guidance = needed("llguidance", EXTRA)
        self._device = "cuda" if self._torch.cuda.is_available() else "cpu"
        self._model = model.eval().to(self._device)
        self._tokenizer = tokenizer
        self._settings = settings
        self._vocabulary = needed("llguidance.hf", EXTRA).from_tokenizer(tokenizer, n_vocab=model.config.vocab_size)
        self._grammar = self._guidance.LLMatcher.grammar_from_json_schema(
            json.dumps(answers.schema()), overrides={"whitespace_flexible": False}
        )

    def reply(self, instructions: str, question: str) -> Reply:
        prompt = self._prompt(instructions, question)
        asked = prompt.shape[1]
        if asked + self._settings.answer_tokens > self._longest():
            return Reply("", 0, is_cut_off=True)
        matcher = self._guidance.LLMatcher(self._vocabulary, self._grammar)
        with self._torch.inference_mode():
            whole = self._model.generate(
                prompt,
                attention_mask=self._torch.ones_like(prompt),
                logits_processor=[Constraint(matcher, asked)],
                max_new_tokens=self._settings.answer_tokens,
                max_time=self._settings.answer_timeout,
                do_sample=False,
                eos_token_id=self._tokenizer.eos_token_id,
                pad_token_id=self._tokenizer.eos_token_id,
            )
        written = whole[0, asked:].tolist()
        text = self._tokenizer.decode(written, skip_special_tokens=True)
        return Reply(text, asked + len(written), is_cut_off=written[-1:] != [self._tokenizer.eos_token_id])

    def _prompt(self, instructions: str, question: str) -> Any:
        """Token ids (1, tokens), in the form that the model was trained to be asked in."""
        if self._tokenizer.chat_template:
            messages = [{"role": "system", "content": instructions}, {"role": "user", "content": question}]
            text = self._tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
            encoded = self._tokenizer(text, return_tensors="pt", add_special_tokens=False)
        else:
            encoded = self._tokenizer(f"{instructions}\n{question}\n\nJSON:\n", return_tensors="pt")
        return encoded["input_ids"].to(self._device)

    def _longest(self) -> int:
        return int(getattr(self._model.config, "max_position_embeddings", None) or self._tokenizer.model_max_length)


def load(settings: Settings) -> CausalModel:
    """The model that FORESAID_MODEL_NAME names. Raises `ModelError`."""
    checkpoint = named(settings)
    torch, transformers = needed("torch", EXTRA), needed("transformers", EXTRA)
    if settings.threads:
        torch.set_num_threads(settings.threads)
    given = {"revision": checkpoint.revision, "trust_remote_code": False}
    precision = "auto" if torch.cuda.is_available() else torch.float32
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(checkpoint.path, **given)
        model = transformers.AutoModelForCausalLM.from_pretrained(checkpoint.path, dtype=precision, **given)
    except (OSError, ValueError, KeyError) as error:
        raise unusable(checkpoint, error) from error
    if not tokenizer.is_fast or tokenizer.eos_token_id is None:
        raise ModelError(f"{checkpoint.path} cannot be constrained: it needs a fast tokenizer with an end token.")
    return CausalModel(model, tokenizer, settings, revision_of(checkpoint, model.config))
