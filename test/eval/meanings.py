"""Makes nlp/duplicates/paraphrase/meanings.weights.json: word vectors distilled from a sentence encoder.

Run by hand (an hour on one core), with numpy, scipy, scikit-learn and tokenizers installed:
    python test/eval/meanings.py FOLDER
FOLDER holds model.safetensors and tokenizer.json of all-MiniLM-L6-v2 (Apache 2.0). The encoder reads sentences on
cameras, those of ../shared and of test/eval/training; word vectors are then fitted so that their sum points where the
encoder's vector of the sentence does (the idea of Model2Vec and Tokenlearn). Vectors of words beyond those sentences
start from the encoder's reading of the word alone.
"""
import base64, collections, csv, glob, json, re, struct, sys, unicodedata
from pathlib import Path
import numpy as np
from scipy import sparse
from scipy.special import erf
from sklearn.cluster import MiniBatchKMeans
from tokenizers import Tokenizer

HERE = Path(__file__).parent
SHARED = HERE / "../../../shared/data"
TARGET = HERE / "../../nlp/duplicates/paraphrase/meanings.weights.json"
DIMENSIONS, TOPICS, HEADS, LAYERS = 96, 256, 12, 6


class Encoder:
    """A BERT of six layers, mean of its last states, as plain matrix products."""

    def __init__(self, folder):
        data = (folder / "model.safetensors").read_bytes()
        size = struct.unpack("<Q", data[:8])[0]
        kinds = {"F32": np.float32, "F16": np.float16, "I64": np.int64}
        self.weights = {}
        for name, entry in json.loads(data[8 : 8 + size]).items():
            if name != "__metadata__":
                start, end = (8 + size + at for at in entry["data_offsets"])
                values = np.frombuffer(data[start:end], kinds[entry["dtype"]]).reshape(entry["shape"])
                self.weights[name.removeprefix("bert.")] = values
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(256)

    def norm(self, x, name):
        mean = x.mean(-1, keepdims=True)
        spread = np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12)
        return (x - mean) / spread * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def layer(self, x, mask, at):
        prefix = f"encoder.layer.{at}."
        linear = lambda y, name: y @ self.weights[prefix + name + ".weight"].T + self.weights[prefix + name + ".bias"]
        rows, length, width = x.shape
        heads = lambda name: linear(x, "attention.self." + name).reshape(rows, length, HEADS, -1).transpose(0, 2, 1, 3)
        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // HEADS)) + mask
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        seen = (shares @ heads("value")).transpose(0, 2, 1, 3).reshape(rows, length, width)
        x = self.norm(linear(seen, "attention.output.dense") + x, prefix + "attention.output.LayerNorm")
        inner = linear(x, "intermediate.dense")
        inner = 0.5 * inner * (1 + erf(inner * np.float32(np.sqrt(0.5))))
        return self.norm(linear(inner, "output.dense") + x, prefix + "output.LayerNorm")

    def encode(self, texts, batch=64):
        ids = [one.ids for one in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda i: len(ids[i]))
        out = np.zeros((len(texts), 384), np.float32)
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            longest = max(len(ids[i]) for i in rows)
            padded = np.array([ids[i] + [0] * (longest - len(ids[i])) for i in rows])
            mask = np.array([[1.0] * len(ids[i]) + [0.0] * (longest - len(ids[i])) for i in rows], np.float32)
            x = self.weights["embeddings.word_embeddings.weight"][padded]
            x = x + self.weights["embeddings.position_embeddings.weight"][:longest]
            x = self.norm(x + self.weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
            for at in range(LAYERS):
                x = self.layer(x, ((1 - mask) * -1e9)[:, None, None, :], at)
            mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
            out[rows] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
            print(f"\r{start + len(rows)} of {len(order)}", end="", file=sys.stderr)
        return out


def words_of(text):
    text = re.sub("['’`´]", "", unicodedata.normalize("NFKC", text).lower())
    return re.findall(r"[a-z0-9]+(?:\.\d+)?", text)


def plain(html):
    text = re.sub(r"<[^>]{0,200}>", " ", re.sub(r"(?i)<br\s*/?>", "\n", html))
    return text.replace("&#39;", "'").replace("&quot;", '"').replace("&amp;", "&").strip()


def unmarked(text):
    return re.sub(r"\[\[([^|\]]*)\|[^\]]*\]\]", r"\1", text)


def read_reviews():
    with open(SHARED / "ring-scrape.csv", encoding="utf-8-sig") as file:
        reviews = [plain(row["Comment"]) for row in csv.DictReader(file)]
    reviews += [json.loads(line).get("text", "") for line in open(SHARED / "tags-dev.jsonl")]
    own = [unmarked(json.loads(line)["text"]) for name in sorted(glob.glob(str(HERE / "training/reviews-*.jsonl"))) for line in open(name)]
    return reviews + own, own


def read_sentences(reviews):
    found = []
    for review in reviews:
        own = [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+|(?<=[.!?])(?=[A-Z])", review) if part.strip()]
        found += own + [" ".join(own[i : i + 2]) for i in range(0, len(own) - 1, 2)]
        for sentence in own:
            clauses = [part.strip() for part in re.split(r",|;| and | but | so | because ", sentence)]
            found += [clause for clause in clauses if len(clauses) > 1 and len(clause.split()) >= 3][:4]
    for name in sorted(glob.glob(str(HERE / "training/phrases-*.tsv"))):
        found += [max(line.rstrip("\n").split("\t"), key=len) for line in open(name)]
    for name in sorted(glob.glob(str(HERE / "training/aspects-*.txt"))):
        found += [unmarked(line.strip()) for line in open(name)]
    return [text[:600] for text in dict.fromkeys(found) if len(text) > 5]


def unit(rows):
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def fit(bags, goal, start, rounds=6, rate=0.01, pull=1e-4):
    """Adam on the cosine between the sum of a sentence's word vectors and the encoder's vector."""
    vectors, first, second, step = start.copy(), np.zeros_like(start), np.zeros_like(start), 0
    order = np.random.default_rng(0).permutation(bags.shape[0])
    for _ in range(rounds):
        np.random.default_rng(step).shuffle(order)
        for at in range(0, len(order), 512):
            rows = order[at : at + 512]
            summed = bags[rows] @ vectors
            length = np.linalg.norm(summed, axis=1, keepdims=True) + 1e-6
            now = summed / length
            close = (now * goal[rows]).sum(1, keepdims=True)
            slope = np.asarray(bags[rows].T @ (-(goal[rows] - close * now) / length / len(rows)))
            slope += pull * (vectors - start) * (slope != 0)
            step += 1
            first = 0.9 * first + 0.1 * slope
            second = 0.999 * second + 0.001 * slope * slope
            vectors -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        rate *= 0.6
    return vectors


def main(folder):
    encoder = Encoder(folder)
    reviews, own = read_reviews()
    sentences = read_sentences(reviews)
    counts = collections.Counter(word for text in sentences for word in set(words_of(text)))
    known = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    listed = [word for word, n in counts.items() if n >= 2 and not word.isdigit()]
    words = list(dict.fromkeys(listed + [w for w, i in known.items() if re.fullmatch("[a-z]{2,}", w) and i < 24000]))
    row_of = {word: i for i, word in enumerate(words)}

    taught = encoder.encode(sentences)
    mean = taught.mean(0)
    axes = np.linalg.svd(taught[:20000] - mean, full_matrices=False)[2][:DIMENSIONS].T
    pairs = [(i, row_of[word]) for i, text in enumerate(sentences) for word in words_of(text) if word in row_of]
    bags = sparse.csr_matrix((np.ones(len(pairs), np.float32), tuple(zip(*pairs))), shape=(len(sentences), len(words)))
    idf = np.log((len(sentences) + 1) / (np.array([counts[word] for word in words]) + 1))
    start = unit((encoder.encode(words) - mean) @ axes) * (np.minimum(idf, 8) / 8)[:, None]
    vectors = fit(bags, unit((taught - mean) @ axes), start)

    texts = own + [json.loads(line)[kind] for line in open(HERE / "training/copies.jsonl") for kind in ("a", "light", "medium", "strong", "other")]
    texts += [text for text in sentences if len(text) > 120]
    sums = unit(np.array([sum((vectors[row_of[w]] for w in words_of(text) if w in row_of), np.zeros(DIMENSIONS)) for text in texts]))
    topics = unit(MiniBatchKMeans(TOPICS, n_init=2, random_state=0, batch_size=4096).fit(sums).cluster_centers_)

    shares = collections.Counter(word for text in reviews for word in set(words_of(text)))
    rarity = np.log((len(reviews) + 1) / (np.array([shares[word] for word in words]) + 0.7))
    force = np.linalg.norm(vectors, axis=1)
    encoded = lambda values: base64.b64encode(values.tobytes()).decode()
    signed = lambda values: np.clip(np.round(values * 127), -127, 127).astype(np.int8)
    steps = lambda values: np.clip(np.round(values), 0, 255).astype(np.uint8)
    directions = unit(vectors)
    TARGET.write_text(json.dumps({
        "dimensions": DIMENSIONS,
        "words": " ".join(words),
        "rarity": encoded(steps(np.minimum(rarity, 9) * 25)),
        "force": encoded(steps(force / np.median(force) * 50)),
        "topics": encoded(signed(topics / np.abs(topics).max())),
        "vectors": encoded(signed(directions / np.abs(directions).max(1, keepdims=True))),
    }))


main(Path(sys.argv[1]))
