"""The peer of benchmarks/topics.ts: scikit-learn's TF-IDF of words and pairs, SVD to 100, k-means.
Reads one job as JSON on standard input: {"texts": [...], "scored": N, "topics": K, "seeds": [...]}; answers with the
groups of the first N texts for each seed, seconds, and peak memory. With "nearest" it answers each text's ten nearest
by TF-IDF of character n-grams instead. With "examples" and "labels" it answers the topic of each text by a linear
support vector machine on TF-IDF of words, pairs and character n-grams."""
import json, resource, sys, time
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

job = json.load(sys.stdin)
if job.get("nearest"):
    rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True).fit_transform(job["texts"])
    alike = (rows @ rows.T).toarray()
    np.fill_diagonal(alike, -1)
    print(json.dumps({"nearest": np.argsort(-alike, 1)[:, :10].tolist()}))
    sys.exit()
if job.get("examples"):
    from scipy.sparse import hstack
    from sklearn.svm import LinearSVC

    kinds = [
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"(?u)\b\w+\b"),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True),
    ]
    # The peer may look at the unlabelled texts as well, for what is frequent.
    for kind in kinds:
        kind.fit(job["examples"] + job["texts"])
    known, asked = (hstack([kind.transform(rows) for kind in kinds]).tocsr() for rows in (job["examples"], job["texts"]))
    print(json.dumps({"topics": LinearSVC(C=1).fit(known, job["labels"]).predict(asked).tolist()}))
    sys.exit()
runs = []
for seed in job["seeds"]:
    start, busy = time.time(), time.process_time()
    rows = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(job["texts"])
    small = normalize(TruncatedSVD(100, random_state=seed).fit_transform(rows))
    groups = KMeans(job["topics"], n_init=1, random_state=seed).fit_predict(small)
    runs.append({"groups": groups[: job["scored"]].tolist(), "seconds": time.time() - start, "busy": time.process_time() - busy})
print(json.dumps({"runs": runs, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
