"""Export a model and serve the file over HTTP from a fresh process."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import keras
import numpy as np
from keras import layers


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(8, 4)).astype("float32")
model = keras.Sequential(
    [keras.Input((4,)), layers.Dense(16, "relu"), layers.Dense(3)]
)
model.export("model", verbose=False)  # SavedModel, any number of rows

server = """
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import tensorflow as tf
model = tf.saved_model.load("model")
class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        rows = tf.constant(json.loads(body), tf.float32)
        answer = json.dumps(model.serve(rows).numpy().tolist())
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer.encode())
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""
command = [sys.executable, "-c", server]
process = subprocess.Popen(command, stdout=subprocess.PIPE)
url = f"http://127.0.0.1:{int(process.stdout.readline())}"

# Eight requests at once, of 1 to 8 rows.
bodies = [json.dumps(x[:n].tolist()).encode() for n in range(1, 9)]
try:
    with ThreadPoolExecutor(8) as pool:
        replies = pool.map(urlopen, [url] * 8, bodies)
        answers = [json.load(reply) for reply in replies]
finally:
    process.terminate()
expected = model(x).numpy()
gaps = [np.abs(a - expected[: len(a)]).max() for a in answers]
fact("rows-answered", ", ".join(str(len(a)) for a in answers))
fact("largest-difference", float(max(gaps)), within=1e-5)
assert len(answers) == 8 and max(gaps) < 1e-5
